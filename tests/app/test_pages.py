"""Every page, run as a visitor would run it, on the data it comes with and on the official files."""

import re

import pytest
from visiting import arrive, enter, finding, said, turn_to, unescaped

from hubdata.app.cache import store
from hubdata.app.frame import FRAMED
from hubdata.app.site import PAGES
from hubdata.provenance import STATUS_WORDS, Status
from hubdata.store import Store

STEMS = [page.stem for page in PAGES]


@pytest.fixture(scope="module", params=STEMS)
def stem(request):
    return request.param


@pytest.fixture(scope="module")
def page(england, stem):
    """The page as a link opens it, past the entry point: the first visitor after a start gets it so."""
    return arrive(stem)


def unknown(app) -> bool:
    """Whether the page says, instead of a finding and its picture, that the data loaded cannot answer."""
    return not [toggle for toggle in app.toggle if toggle.label == "Table"]


def test_a_page_opened_by_a_link_opens_with_its_menu(page):
    assert not page.exception
    assert page.session_state[FRAMED]


def test_a_page_begins_with_one_finding_that_has_its_numbers(page):
    assert len(page.title) == 1
    assert unknown(page) or any(character.isdigit() for character in finding(page))


def test_every_panel_names_its_source(page):
    lines = [line for line in map(unescaped, (caption.value for caption in page.caption)) if line.startswith("Source")]
    assert len(lines) == len([toggle for toggle in page.toggle if toggle.label == "Table"])
    assert lines or unknown(page)
    assert all(re.search("as at|date unknown|a source with each figure", line) for line in lines)


def test_the_banner_says_which_england_this_is_and_what_the_page_rests_on(england, page):
    data = Store.open(england)
    (banner,) = [text for text in banners(page) if "England" in text]
    if data.status == Status.ILLUSTRATIVE:
        assert banner == STATUS_WORDS[Status.ILLUSTRATIVE]
        return
    assert banner.startswith("**Real England: published data, our own analysis**")
    lines = " ".join(unescaped(caption.value) for caption in page.caption)
    named = [part for part in banner.split(" · ")[1:] if not part.endswith(" more")]
    assert all(part.rsplit(",", 1)[0] in lines for part in named)
    assert named or unknown(page) or page.session_state["address.page"] == "data"


def banners(page) -> list[str]:
    return [unescaped(element.value) for element in (*page.warning, *page.info)]


def test_no_page_says_nan_or_none(page):
    for text in said(page):
        assert not {"nan", "None", "NaT", "<NA>", "inf"} & set(text.replace("(", " ").replace(")", " ").split())


def test_headings_skip_no_level(page):
    """The finding is the first heading; a title of a panel that followed it two levels down would skip one."""
    assert page.header or not page.subheader


def test_every_page_can_be_chosen_from_the_menu(england):
    app = enter()
    for stem in STEMS:
        turn_to(app, stem)
        assert not app.exception
        assert app.title


def test_pages_leave_the_shared_tables_alone(england):
    """Sessions share one store, so after every page it must still equal what is on disk."""
    for stem in STEMS:
        arrive(stem, la="E08000035", definition="lead")
    fresh = Store.open(england)
    assert store().names == fresh.names
    assert [name for name in fresh.names if not store().table(name).equals(fresh.table(name))] == []
