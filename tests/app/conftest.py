"""Which England the pages show, and the files that a visitor takes from them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from streamlit.runtime.media_file_manager import MediaFileManager
from visiting import Files

OWN = ROOT / "data" / "illustrative"


@pytest.fixture(scope="session", params=["illustrative", "real"])
def england(request: pytest.FixtureRequest) -> Iterator[Path]:
    """Each kind of data in turn, named to the app as a reader names it."""
    folder = OWN if request.param == "illustrative" else ROOT / "data" / "england"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HUBDATA", str(folder))
        yield folder


@pytest.fixture
def illustrative(monkeypatch: pytest.MonkeyPatch) -> Path:
    """The made-up England, named to the app as a reader names it."""
    monkeypatch.setenv("HUBDATA", "illustrative")
    return OWN


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> Files:
    """Files offered by the page, by the id of their button: their name, and what makes them on a click.

    Streamlit's tester cannot click a button whose file is made on demand, so what it registers is noted on the way.
    """
    offered: Files = {}
    add = MediaFileManager.add_deferred

    def noted(manager, make, kind, place, file_name=None, **more):
        number = add(manager, make, kind, place, file_name=file_name, **more)
        offered[number] = (file_name, make)
        return number

    monkeypatch.setattr(MediaFileManager, "add_deferred", noted)
    return offered
