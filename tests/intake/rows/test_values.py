"""Cells to values: what is read exactly, what is set aside, and that nothing unknown ever becomes 0."""

import math
from datetime import date

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdata.intake.account import Account
from hubdata.intake.limits import UPLOAD
from hubdata.intake.rows import values
from hubdata.intake.verdicts import Refused


def account(rows: int) -> Account:
    made = Account(UPLOAD)
    made.begin(np.arange(2, rows + 2))
    return made


def read(reader, *cells: str):
    """What a reader makes of a column, and which rows it set aside."""
    kept = account(len(cells))
    found = reader(pa.array(cells, pa.string()), kept, "column")
    return found.to_pylist(), [not keep for keep in kept.kept]


@pytest.mark.parametrize(
    ("cell", "number"),
    [("1,234", 1234), (" £12.50", 12.5), ("−3", -3), ("1 000", 1000), ("7.", 7), (".5", 0.5), ("", None), ("z", None)],
)
def test_numbers_as_people_write_them(cell, number):
    assert read(values.numbers, cell) == ([number], [False])


@pytest.mark.parametrize("cell", ["1e400", "inf", "nan", "1e5", "12a", "--3", "9" * 20, "#"])
def test_what_is_no_number_sets_its_row_aside(cell):
    assert read(values.numbers, cell) == ([None], [True])


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e11, max_value=1e11))
def test_any_number_is_read_as_it_is_printed(number):
    ((found,), (aside,)) = read(values.numbers, f"{number:.6f}")
    assert math.isclose(found, float(f"{number:.6f}"), rel_tol=1e-12)
    assert not aside


@given(st.text(max_size=12))
def test_no_text_is_read_as_a_number_it_does_not_say(text):
    ((found,), (aside,)) = read(values.numbers, text)
    if found is not None:
        digits = "".join(c for c in text if c in "0123456789.-−")
        assert float(digits.replace("−", "-")) == found
    elif not aside:
        assert text == "" or text.lower() in values.SYMBOLS


@given(
    st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31)),
    st.sampled_from(["%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d"]),
)
def test_any_date_is_read_in_each_form(day, form):
    unknown = day == date(1900, 1, 1)
    assert read(values.dates, day.strftime(form)) == ([None if unknown else day], [False])


@pytest.mark.parametrize("cell", ["31-02-2020", "12/31/2019", "2019-13-01", "yesterday", "1-2", "0"])
def test_what_is_no_date_sets_its_row_aside(cell):
    assert read(values.dates, cell) == ([None], [True])


def test_a_spreadsheets_day_number_is_a_date():
    assert read(values.dates, "43831", "43831.0") == ([date(2020, 1, 1)] * 2, [False, False])


@pytest.mark.parametrize(("cell", "urn"), [("100000", "100000"), ("100000.0", "100000"), ("URN: 100 000", "100000")])
def test_urns_however_written(cell, urn):
    assert read(values.urns, cell) == ([urn], [False])


@pytest.mark.parametrize("cell", ["", "0100000", "12", "123456789", "school"])
def test_what_is_no_urn_sets_its_row_aside(cell):
    assert read(values.urns, cell)[1] == [True]


def test_lost_digits_refuse_the_whole_file():
    with pytest.raises(Refused, match="scientific"):
        read(values.urns, "100000", "1.0E+05")


def test_counts_are_whole_and_not_negative():
    assert read(values.whole, "5", "5.0", "5.5", "-1", "") == (
        [5, 5, None, None, None],
        [False, False, True, True, False],
    )


def test_percent_keeps_one_unit():
    assert read(values.percent, "12.5%", "0%", "100 %") == ([12.5, 0, 100], [False] * 3)
    assert read(values.percent, "0", "100", "100.1") == ([0, 100, 100.1], [False, False, True])
    with pytest.raises(Refused, match="one unit"):
        read(values.percent, "12.5%", "12.5")


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xy")), max_size=30))
def test_the_first_of_each_pair_is_marked_once(pairs):
    columns = [pa.array([pair[i] for pair in pairs], pa.string()) for i in (0, 1)]
    mask = values.first_of_each(*columns)
    marked = [pair for pair, first in zip(pairs, mask, strict=True) if first]
    assert marked == list(dict.fromkeys(pairs))


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=40))
def test_a_row_meets_one_fate_only(fates):
    kept = account(len(fates))
    first, second = (np.array([pair[i] for pair in fates]) for i in (0, 1))
    kept.set_aside(first, "A-01", "the first reason")
    kept.set_aside(second, "B-01", "the second reason")
    assert kept.count(1) == int((first | second).sum())
    assert sum(finding.count for finding in kept.findings) == kept.count(1)
    assert len(kept.quarantine(pa.table({"urn": pa.array(["1"] * len(fates))}))) == kept.count(1)
