"""Whether everybody can use every page: the rules of WCAG 2.2 AA that a machine can check."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from watching import visit

from hubdata.app.site import PAGES

pytestmark = pytest.mark.browser
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.mark.parametrize("name", [page.stem for page in PAGES])
def test_no_rule_is_broken(browser, served, name):
    here = visit(browser, 1366, 768).open(f"{served}/{name}")
    for table in here.page.get_by_text("Table", exact=True).all():
        table.click()
        here.settle()
    found = Axe().run(here.page, options={"runOnly": {"type": "tag", "values": RULES}})
    broken = {rule["id"]: [node["html"][:200] for node in rule["nodes"]] for rule in found.response["violations"]}
    here.page.context.close()
    assert broken == {}


@pytest.mark.parametrize("name", [page.stem for page in PAGES])
def test_every_picture_says_what_it_shows(browser, illustrative, name):
    """Charts and maps are one picture each to somebody who hears the page: their words hold numbers."""
    here = visit(browser, 1366, 768).open(f"{illustrative}/{name}")
    pictures = here.page.locator('[data-testid="stDeckGlJsonChart"], [data-testid="stPlotlyChart"]')
    assert pictures.count() > 0
    for place in pictures.all():
        words = place.evaluate(
            "node => [node, ...node.querySelectorAll('[aria-label]')].map(x => x.getAttribute('aria-label') || '')"
        )
        assert any(any(character.isdigit() for character in text) for text in words)
    here.page.context.close()
