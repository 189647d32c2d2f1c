"""Names written by strangers: literal text in every message a page sends, and in every file taken away."""

import json
import re
from pathlib import Path

import pytest
from drawn_england import drawn_tables
from markdown_it import MarkdownIt
from payloads import PAYLOADS
from small_england import store_in
from visiting import arrive, panels, rows, said, unescaped

from hubdata.app.site import PAGES
from hubdata.exports.csv import STARTS

READER = MarkdownIt("gfm-like", {"linkify": False, "html": True})
ACTIVE = {"link_open", "image", "html_inline", "html_block", "heading_open", "fence", "code_block", "s_open"}
TAG = re.compile(r"<(?!/?(b|br|i|span|extra)\b)[a-z!]|<b>bold", re.IGNORECASE)
FORMULA = '=HYPERLINK("http://host.invalid","x")'
NAMES = [FORMULA, *PAYLOADS]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small England whose every school, network, authority and district has such a name."""
    folder = tmp_path_factory.mktemp("hostile")
    found = drawn_tables()
    found["schools"]["name"] = repeated(len(found["schools"]))
    for table, column in (("networks", "name"), ("districts", "la_name"), ("districts", "district_name")):
        found[table][column] = repeated(len(found[table]))
    store_in(folder, found)
    return folder


def repeated(count: int) -> list[str]:
    return [NAMES[place % len(NAMES)].replace("\x00", "") for place in range(count)]


@pytest.fixture(params=[{}, {"la": "E06000000"}, {"la": "E06000000", "urn": "900001"}], ids=["england", "la", "school"])
def page(request, hostile, monkeypatch):
    """Every page in turn would be slow: the test asks for the page it wants, at this address."""
    monkeypatch.setenv("HUBDATA", str(hostile))
    return lambda stem: arrive(stem, **request.param)


@pytest.mark.parametrize("stem", [spec.stem for spec in PAGES])
def test_no_name_becomes_more_than_text(page, stem):
    app = page(stem)
    assert not app.exception
    for text in said(app):
        kinds = {part.type for block in READER.parse(text) for part in (block, *(block.children or ()))}
        assert not kinds & ACTIVE, text
        for sign in ("http", "www"):
            assert f"{sign}://" not in text.lower()
            assert f"{sign}." not in text.lower()


@pytest.mark.parametrize("picture", ["rate", "tiles", "chance", "alike"])
def test_no_chart_takes_a_name_for_markup(hostile, monkeypatch, picture):
    """Charts write text with tags of their own: a name that looks like one would be a link or bold."""
    monkeypatch.setenv("HUBDATA", str(hostile))
    for stem in ("overview", "reach"):
        app = arrive(stem, la="E06000001", picture=picture)
        assert not app.exception
        for chart in app.get("plotly_chart"):
            spec = json.dumps(json.loads(chart.proto.spec), ensure_ascii=False)
            assert not TAG.findall(spec)


def test_the_names_are_there_to_be_read(hostile, monkeypatch):
    monkeypatch.setenv("HUBDATA", str(hostile))
    app = arrive("reach", la="E06000000")
    assert FORMULA in unescaped(app.title[0].value)


@pytest.mark.parametrize("stem", [spec.stem for spec in PAGES])
def test_no_file_has_a_cell_that_a_spreadsheet_would_run(page, files, stem):
    for panel in panels(page(stem), files):
        for row in rows(panel.file.decode("utf-8-sig")):
            assert not [cell for cell in row if cell.lstrip(" ").startswith(STARTS) and not number(cell)]


def number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def test_a_search_shows_names_as_they_are(hostile, monkeypatch):
    monkeypatch.setenv("HUBDATA", str(hostile))
    app = arrive("reach")
    for text in ("img", "bold", "HYPERLINK"):
        app.text_input(key="search.text").set_value(text).run()
        assert not app.exception
        labels = [button.label for button in app.button if button.key and button.key.startswith("search.")]
        assert labels
        for label in labels:
            kinds = {part.type for block in READER.parse(label) for part in (block, *(block.children or ()))}
            assert not kinds & ACTIVE
