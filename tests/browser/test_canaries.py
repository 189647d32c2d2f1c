"""What was hidden is sent to nobody: no message, no file, no address has a true count of a programme."""

from collections.abc import Iterator
from itertools import product

import pytest
from canaries import Planted, hidden, planted
from conftest import ROOT
from visiting import Files, address, arrive, panels
from watching import serving
from wire import Session

from hubdata.store import Store
from hubdata.views.people.pictures import PATHWAY, RECRUITMENT, RETENTION

PAGES = {"recruitment": ("also", RECRUITMENT), "retention": ("beside", RETENTION), "career_pathway": ("rung", PATHWAY)}
PLACES = ("", "region=E12000007", "network=alliance-10")
ASKED = {
    "compared": ("against=rural", "against=phase", "against=route", "against=england", "cohort=2014/15"),
    "programme": ("since=2015", "since=2016&programme=alliance-11"),
}
METHODS = ("", "method=survival")


def addresses(page: str) -> Iterator[str]:
    """Every picture of a page at every place, with what the picture and the page ask beside it."""
    name, pictures = PAGES[page]
    for picture, place in product(pictures, PLACES):
        for more in ASKED.get(picture, METHODS if page == "retention" else ("",)):
            yield "&".join(part for part in (f"{name}={picture}", place, more) if part)


@pytest.fixture(scope="module")
def birds(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    return planted(tmp_path_factory.mktemp("canaries"), Store.open(ROOT / "data" / "illustrative"))


@pytest.fixture(scope="module")
def served(birds, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(str(birds.folder), tmp_path_factory.mktemp("log") / "canaries.txt") as where:
        yield where


def test_there_is_something_to_hide_and_it_would_be_heard(birds):
    assert hidden(Store.open(birds.folder)) > 5
    assert len(birds.counts) > 50
    number, share = birds.counts[0], birds.shares[0]
    for text in (f"<b>{number:,}</b>", f'"x": {number}', f"{number}.0 people", f"at {share!r}"):
        assert birds.heard_in(text), text
    assert not birds.heard_in(f"0.{number} and #{number}")
    assert any(number < 20_000 for number in birds.counts)


def test_without_protection_they_would_be_in_the_file(tmp_path, files, monkeypatch):
    """A canary that cannot sing proves nothing."""
    bare = planted(tmp_path, Store.open(ROOT / "data" / "illustrative"), suppressed=False)
    monkeypatch.setenv("HUBDATA", str(bare.folder))
    found = panels(arrive("retention", beside="funnel", network="alliance-10"), files)
    assert any(bare.heard_in(panel.file.decode("utf-8-sig")) for panel in found)


@pytest.mark.parametrize("page", PAGES)
def test_no_message_to_a_browser_has_one(birds, served, page):
    session = Session.arrive(served, page)
    drawn = 0
    for query in addresses(page):
        text = session.ask(query)
        assert birds.heard_in(text) == [], query
        drawn += "element plotly_chart" in text
    session.line.close()
    assert drawn > 5, "a page that shows nothing proves nothing"


@pytest.mark.parametrize("page", PAGES)
def test_no_file_taken_away_and_no_address_has_one(birds, files, monkeypatch, page):
    monkeypatch.setenv("HUBDATA", str(birds.folder))
    taken = 0
    for query in list(addresses(page))[::5]:
        app = arrive(page, **dict(part.split("=", 1) for part in query.split("&")))
        assert not app.exception, query
        for panel in panels(app, files):
            taken += 1
            assert birds.heard_in(panel.file.decode("utf-8-sig")) == [], query
            assert birds.heard_in(panel.file_name) == []
        assert birds.heard_in(str(address(app))) == []
    assert taken > 2


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> Files:
    """As in the tests of the app: the files that a page offers, by the number of their button."""
    from streamlit.runtime.media_file_manager import MediaFileManager

    offered: Files = {}
    add = MediaFileManager.add_deferred

    def noted(manager, make, kind, place, file_name=None, **more):
        number = add(manager, make, kind, place, file_name=file_name, **more)
        offered[number] = (file_name, make)
        return number

    monkeypatch.setattr(MediaFileManager, "add_deferred", noted)
    return offered
