"""Case 63: boundaries and data of different years are said on the page, and a stray boundary is no missing datum."""

import json

import pytest
from england_of_files import boundaries, files
from visiting import arrive, unescaped

from hubdata.app.cache import _opened
from hubdata.building import build
from hubdata.store import Store
from hubdata.views.areas import outlines, unmatched


def moved_on() -> bytes:
    """The boundaries of another year: Ashford has another code there."""
    return boundaries().replace(b"E07000105", b"E07000905")


def store_of(folder, shapes: bytes) -> str:
    folder.mkdir()
    for name, body in (files() | {"districts_2024-05.geojson": shapes}).items():
        (folder / name).write_bytes(body)
    assert build([folder], folder.parent / "snapshot").passed
    return str(folder.parent / "snapshot")


@pytest.fixture
def differing(tmp_path, monkeypatch) -> str:
    at = store_of(tmp_path / "files", moved_on())
    monkeypatch.setenv("HUBDATA", at)
    _opened.clear()
    return at


def test_the_page_names_what_does_not_match(differing):
    page = arrive("reach")
    assert not page.exception
    (banner,) = [unescaped(w.value) for w in page.warning if "different years" in w.value]
    assert "E07000105" in banner
    assert "no boundary to draw" in banner


def test_no_blank_polygon_is_passed_off_as_missing_data(differing):
    page = arrive("reach", level="district")
    layers = json.loads(page.get("deck_gl_json_chart")[0].proto.json)["layers"]
    (areas,) = [layer for layer in layers if layer["id"] == "areas"]
    drawn = {feature["properties"]["code"] for feature in areas["data"]["features"]}
    assert drawn == {"E07000110"}
    assert "E07000905" not in outlines(Store.open(differing), "district")


def test_boundaries_of_the_same_year_need_no_word(tmp_path):
    assert unmatched(Store.open(store_of(tmp_path / "files", boundaries()))) == ""
