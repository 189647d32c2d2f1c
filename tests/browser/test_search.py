"""Find my school: from any page, by name or number, the school's own place."""

import re

import pytest
from longer import spread
from playwright.sync_api import expect
from watching import FINDING, visit

from hubdata.answers.groups import schools_of
from hubdata.app.site import PAGES
from hubdata.store import ILLUSTRATIVE, Store

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def school():
    """A school of the data the app comes with, whose name no other has."""
    schools = schools_of(Store.open(ILLUSTRATIVE))
    alone = schools.loc[~schools["name"].duplicated(keep=False) & schools["located"]]
    return alone.iloc[len(alone) // 2]


BY = [(page.stem, ("name", "urn")[place % 2]) for place, page in enumerate(PAGES)]


@pytest.mark.parametrize(("name", "by"), spread(BY, 3))
def test_a_school_is_found_and_its_place_opened(browser, illustrative, school, name, by):
    here = visit(browser, 1366, 768).open(f"{illustrative}/{name}")
    here.page.get_by_role("button", name="Find my school").click()
    box = here.page.get_by_label("Name, town, URN or postcode")
    box.fill(school[by])
    box.press("Enter")
    here.page.locator("button, a").filter(has_text=school["urn"]).click()
    here.page.wait_for_url(re.compile(f"urn={school['urn']}"), timeout=15_000)
    here.settle()
    expect(here.page.get_by_role("combobox", name="Area")).to_be_visible()
    assert f"la={school['la']}" in here.page.url
    assert here.errors == []
    here.page.context.close()


def test_the_page_opens_on_the_school(browser, illustrative, school):
    here = visit(browser, 1366, 768).open(f"{illustrative}/reach?urn={school['urn']}")
    expect(here.page.locator(FINDING)).to_contain_text(school["name"], timeout=15_000)
    here.page.context.close()
