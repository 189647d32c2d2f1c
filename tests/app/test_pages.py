"""Every page, run as a visitor would run it, on the data it comes with and on the official files."""

import pytest
from visiting import arrive, enter, finding, said, turn_to, unescaped

from hubdata.app.cache import store
from hubdata.app.frame import FRAMED
from hubdata.app.site import PAGES
from hubdata.provenance import Status, say_date
from hubdata.store import Store

PAGE = pytest.mark.parametrize("stem", [page.stem for page in PAGES])


@PAGE
def test_a_page_chosen_from_the_menu_opens(england, stem):
    app = turn_to(enter(), stem)
    assert not app.exception
    assert len(app.title) == 1, "a page begins with its finding"


@PAGE
def test_a_page_opened_by_a_link_opens_with_its_menu(england, stem):
    """A server that has just started sends a link's visitor straight to the page's file, past the entry point."""
    app = arrive(stem)
    assert not app.exception
    assert app.session_state[FRAMED]


@PAGE
def test_the_finding_has_numbers(england, stem):
    assert sum(character.isdigit() for character in finding(arrive(stem))) >= 2


@PAGE
def test_every_panel_names_its_source(england, stem):
    app = arrive(stem)
    lines = [line for line in map(unescaped, (caption.value for caption in app.caption)) if line.startswith("Source: ")]
    assert len(lines) == len([toggle for toggle in app.toggle if toggle.label == "Table"]) > 0
    assert all("as at" in line or "date unknown" in line for line in lines)


@PAGE
def test_the_banner_says_what_kind_of_data_this_is(england, stem):
    app = arrive(stem)
    data = Store.open(england)
    banners = [unescaped(element.value) for element in (*app.warning, *app.info)]
    (banner,) = [text for text in banners if f"{data.status} data" in text.lower()]
    others = {str(status) for status in Status} - {str(data.status), "published"}
    assert not [word for word in others if f"{word} data" in " ".join(said(app)).lower()]
    if data.status == Status.OFFICIAL:
        assert "Not official statistics" in banner
        assert all(say_date(source.as_at) in banner for source in data.sources("schools", "networks"))


def test_pages_leave_the_shared_tables_alone(england):
    """Sessions share one store, so after every page it must still equal what is on disk."""
    for page in PAGES:
        arrive(page.stem)
        arrive(page.stem, la="E08000035", definition="lead")
    fresh = Store.open(england)
    assert store().names == fresh.names
    assert [name for name in fresh.names if not store().table(name).equals(fresh.table(name))] == []


@PAGE
def test_no_page_says_nan_or_none(england, stem):
    for text in said(arrive(stem)):
        assert not {"nan", "None", "NaT", "<NA>", "inf"} & set(text.replace("(", " ").replace(")", " ").split())
