"""What else the Data page tells: its parts by their addresses, the templates, where every table came from."""

import pytest
from bringing import members_of_an_alliance, put, tables, with_column
from small_england import store_in
from small_england import tables as england
from streamlit.testing.v1 import AppTest
from visiting import arrive, said, unescaped

from hubdata import refreshes
from hubdata.app.data.panels import PARTS
from hubdata.building import load
from hubdata.sources.own.own_templates import TEMPLATES
from hubdata.sources.own.templates import as_csv


@pytest.fixture
def page(illustrative) -> AppTest:
    return arrive("data")


@pytest.mark.parametrize("part", list(PARTS))
def test_every_part_opens_by_its_address(illustrative, part):
    app = arrive("data", part=part)
    assert not app.exception
    assert len([*said(app), *tables(app)]) > 5


def test_every_template_is_offered_and_is_known_again(page):
    offered = {button.proto.label for button in page.get("download_button")}
    assert {f"{template.stem}.csv" for template in TEMPLATES} <= offered
    read = load([(f"{t.stem}.csv", as_csv(t).encode()) for t in TEMPLATES], None).reports
    assert [report.recognised_as for report in read] == [t.stem for t in TEMPLATES]


def test_sources_and_changes_name_what_was_brought(page):
    put(page, ("members.csv", members_of_an_alliance(100)))
    page.query_params["part"] = "sources"
    text = " ".join(map(unescaped, said(page.run())))
    assert "Rows of the file: 100 = 100 loaded + 0 set aside + 0 repeats + 0 in the footer" in text
    page.query_params["part"] = "changes"
    page.run()
    changed = with_column(page, "What")
    assert ("members", "added", "100") in changed[["Table", "What", "After"]].itertuples(index=False, name=None)


def test_a_log_that_cannot_be_read_is_one_sentence_and_the_page_stays(tmp_path, monkeypatch):
    store_in(tmp_path, england(1, 200))
    header = ",".join(refreshes.COLUMNS)
    (tmp_path / refreshes.LOG).write_text(f"{header}\nthe 3rd,a,b,schools,rows,,1,2\n")
    monkeypatch.setenv("HUBDATA", str(tmp_path))
    app = arrive("data", part="changes")
    assert not app.exception
    assert [line for line in map(unescaped, (w.value for w in app.warning)) if "changes.csv, cannot be read" in line]
