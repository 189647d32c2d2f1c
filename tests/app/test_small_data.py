"""A reader's register may be a handful of schools: every page still opens, on every choice, and says what it cannot."""

import pytest
from england_of_files import written
from visiting import arrive, choose_all, enter, turn_to

from hubdata.app.cache import _opened
from hubdata.app.site import PAGES
from hubdata.building import build

TURNS = 4


@pytest.fixture(scope="module")
def handful(tmp_path_factory) -> str:
    """A snapshot of sixty schools, all of one phase and none of them rural."""
    files = written(tmp_path_factory.mktemp("handful"))
    to = tmp_path_factory.mktemp("to") / "snapshot"
    assert build([files], to).passed
    return str(to)


@pytest.mark.parametrize("stem", [page.stem for page in PAGES])
def test_no_page_breaks_on_a_handful_of_schools(stem, handful, monkeypatch):
    monkeypatch.setenv("HUBDATA", handful)
    _opened.clear()
    for turn in range(TURNS):
        page = choose_all(arrive(stem), turn)
        assert not page.exception, (stem, turn, page.exception)
        assert page.title


def test_a_group_without_a_school_is_said_to_have_none(handful, monkeypatch):
    monkeypatch.setenv("HUBDATA", handful)
    _opened.clear()
    page = enter()
    page.query_params.update(phase="Secondary", rural="Rural")
    turn_to(page, "reach")
    assert page.title[0].value == "In England there are no rural secondary schools\\."
