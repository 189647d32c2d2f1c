"""CSV to take away: the rows of the table, where they came from, and nothing that a spreadsheet would run."""

import csv
import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdata.exports.csv import STARTS, columns_csv, csv_bytes, defused, with_status
from hubdata.exports.rows import written
from hubdata.provenance import Source, Status
from hubdata.views.view import Proof, View

FORMULAS = [
    '=HYPERLINK("http://a.invalid","b")', "+1+1", "-2+3", "@SUM(A1:A9)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1",
    "－1", "＠A1", "  =1+1", "=cmd|' /C calc'!A0",
]  # fmt: skip
HARMLESS = ["St Mary’s", "A=B", "5-11 School", "o'clock", "", " Leading space", "école", "‘quoted’"]
SOURCE = Source("Illustrative England", "This project", Status.ILLUSTRATIVE)


def view_of(table: pd.DataFrame) -> View:
    return View("Title", "Finding.", "Definition", Proof(table, ("reach",), (SOURCE,)), Status.ILLUSTRATIVE)


def on_one_line(text: str) -> str:
    """A line end inside a cell is written as a space, so that a row of the file is one line."""
    return " ".join(text.splitlines())


def read(body: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", FORMULAS)
def test_what_looks_like_a_formula_becomes_text(text):
    (row,) = read(csv_bytes(view_of(pd.DataFrame({"name": [text]}))))
    assert row["name"] == f"'{on_one_line(text)}"


@pytest.mark.parametrize("text", HARMLESS)
def test_other_text_is_left_as_it_is(text):
    (row,) = read(csv_bytes(view_of(pd.DataFrame({"name": [text], "n": [1]}))))
    assert row["name"] == text


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00")), min_size=1, max_size=5))
def test_reading_the_file_again_gives_the_same_text(texts):
    rows = read(csv_bytes(view_of(pd.DataFrame({"name": texts, "n": range(len(texts))}))))
    for row, text in zip(rows, map(on_one_line, texts), strict=True):
        assert row["name"] in (text, f"'{text}")
        assert not row["name"].lstrip(" ").startswith(STARTS)


def test_a_category_is_text_too():
    (row,) = read(csv_bytes(view_of(pd.DataFrame({"name": pd.Categorical(["=1+1"])}))))
    assert row["name"] == "'=1+1"


def test_the_name_of_a_column_is_text_too():
    assert "'=1+1" in read(csv_bytes(view_of(pd.DataFrame({"=1+1": ["a"]}))))[0]


def test_numbers_stay_numbers():
    table = pd.DataFrame({"difference": [-0.25, None], "count": pd.array([-3, None], dtype="Int64")})
    rows = read(csv_bytes(view_of(table)))
    assert [row["difference"] for row in rows] == ["-0.250000", ""]
    assert [row["count"] for row in rows] == ["-3", ""]


def test_every_row_says_what_it_is_and_where_it_is_from():
    rows = read(csv_bytes(view_of(pd.DataFrame({"n": [1, 2]}))))
    assert [row["status"] for row in rows] == ["illustrative"] * 2
    assert all("Illustrative England" in row["source"] for row in rows)
    assert list(rows[0])[-2:] == ["status", "source"]


def test_excel_is_told_that_it_is_utf_8_and_lines_end_plainly():
    body = csv_bytes(view_of(pd.DataFrame({"name": ["école"]})))
    assert body.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in body


def test_no_rows_are_a_header():
    body = csv_bytes(view_of(pd.DataFrame({"n": [], "name": []})))
    assert body.decode("utf-8-sig") == "n,name,status,source\n"


def test_the_table_is_left_alone():
    table = pd.DataFrame({"name": ["=1"], "rate": [0.5]})
    before = table.copy()
    with_status(table, "official", "Somewhere")
    pd.testing.assert_frame_equal(table, before)


@given(st.text())
def test_defusing_adds_a_quote_or_nothing(text):
    assert defused(text) in (text, f"'{text}")


def test_values_are_written_as_the_command_line_writes_them():
    table = pd.DataFrame(
        {
            "whole": pd.array([1234567, None], dtype="Int64"),
            "rate": [1 / 3, None],
            "flag": pd.array([True, None], dtype="boolean"),
            "day": pd.to_datetime(["2018-03-12", None]),
            "code": pd.Categorical(["E06000001", None]),
        }
    )
    assert written(table).iloc[0].tolist() == ["1234567", "0.333333", "true", "2018-03-12", "E06000001"]
    assert written(table).iloc[1].tolist() == [""] * 5


@pytest.mark.parametrize("value", [-0.0, -1e-9])
def test_nought_has_no_sign(value):
    assert written(pd.DataFrame({"difference": [value]}))["difference"].tolist() == ["0.000000"]


def test_the_dictionary_that_goes_with_a_file_has_its_columns_in_their_order():
    view = view_of(pd.DataFrame({"rural": ["Rural"], "reached": [1], "schools": [2], "rate": [0.5]}))
    rows = read(columns_csv(view))
    assert [row["column"] for row in rows] == list(read(csv_bytes(view))[0])
    assert rows[0] | {"meaning": ""} == {"column": "rural", "heading": "Place", "meaning": "", "unit": "", "better": ""}
    assert (rows[3]["unit"], rows[3]["better"]) == ("fraction, 0 to 1", "more")


def test_no_meaning_in_a_file_looks_like_a_formula():
    body = columns_csv(view_of(pd.DataFrame({"reached": [1]}))).decode("utf-8-sig")
    assert not [cell for row in csv.reader(io.StringIO(body)) for cell in row if cell.startswith(STARTS)]
