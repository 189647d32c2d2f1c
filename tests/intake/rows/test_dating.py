"""Dates as people write them, in the names of files and in cells; two readings are never one."""

from datetime import date

import numpy as np
import pyarrow as pa
import pytest

from hubdata.intake.account import Account
from hubdata.intake.limits import UPLOAD
from hubdata.intake.rows.dating import from_name
from hubdata.intake.rows.days import dates

NOVEMBER = date(2023, 11, 16)


@pytest.mark.parametrize(
    ("name", "day", "exact"),
    [
        ("edubasealldata20231116.csv", NOVEMBER, "day"),
        ("edubase_16-11-2023.csv", NOVEMBER, "day"),
        ("edubase 16.11.2023.csv", NOVEMBER, "day"),
        ("edubase_11-16-2023.csv", NOVEMBER, "day"),
        ("edubase_2023_11_16.csv", NOVEMBER, "day"),
        ("edubase16112023.csv", NOVEMBER, "day"),
        ("schools (16th November 2023).csv", NOVEMBER, "day"),
        ("schools_Nov-16-2023.csv", NOVEMBER, "day"),
        ("as_at_28_Feb_2022.csv", date(2022, 2, 28), "day"),
        ("register 1 Sept 2016.csv", date(2016, 9, 1), "day"),
        ("Local_Authority_Districts_(December_2023)_Boundaries_UK_BUC.geojson", date(2023, 12, 1), "month"),
        ("LAD_MAY_2024_UK_BFC.gpkg", date(2024, 5, 1), "month"),
        ("2024-may-schools.csv", date(2024, 5, 1), "month"),
        ("hub_areas_2025-10.xlsx", date(2025, 10, 1), "month"),
        ("england_lad24.geojson", date(2024, 1, 1), "year"),
        ("npq_schools_autumn_2025.csv", date(2025, 9, 1), "autumn"),
        ("180312_teaching-schools.xls", date(2018, 3, 12), "day"),
        ("school_fsm_2022-23.csv", date(2023, 1, 1), "academic year"),
    ],
)
def test_a_name_says_its_day(name, day, exact):
    said = from_name(name)
    assert (said.days, said.exact) == ((day,), exact)


@pytest.mark.parametrize("name", ["edubase_05-06-2023.csv", "edubase 5.6.2023.csv", "edubase05062023.csv"])
def test_a_name_with_two_readings_gives_both(name):
    assert from_name(name).days == (date(2023, 6, 5), date(2023, 5, 6))


@pytest.mark.parametrize("name", ["mayor2.csv", "schools.csv", "decade_12.csv", "99-99-2023x.csv", "31-02-2023.csv"])
def test_a_name_without_a_day_says_none(name):
    assert "day" != from_name(name).exact != "month"


def read(*cells: str) -> tuple[list[date | None], set[str]]:
    account = Account(UPLOAD)
    account.begin(np.arange(len(cells)))
    found = dates(pa.array(cells), account, "since").to_pylist()
    return found, {finding.code for finding in account.findings}


def test_cells_as_people_write_them():
    said, codes = read("16-11-2023", "16 November 2023", "16.11.2023", "16-Nov-23", "2023/11/16", "2023-11-16T09:30:00")
    assert said == [NOVEMBER] * 6
    assert codes == {"DATE-06"}


def test_a_month_alone_is_its_first_day_and_is_said():
    assert read("December 2023", "Dec-23") == ([date(2023, 12, 1)] * 2, {"DATE-07"})


@pytest.mark.parametrize("cell", ["12/31/2001", "soon", "closed 1 May 2010", "31-02-2020", "2016", "1950", "61000"])
def test_what_is_no_day_sets_its_row_aside(cell):
    assert read(cell) == ([None], {"DATE-01"})


def test_day_numbers_count_from_the_first_of_1900():
    said, codes = read("2", "59", "61", "7306", "2016", "34943", "20001.0", "1", "")
    assert said[:7] == [
        date(1900, 1, 2), date(1900, 2, 28), date(1900, 3, 1), date(1920, 1, 1), date(1905, 7, 8), date(1995, 9, 1),
        date(1954, 10, 4),
    ]  # fmt: skip
    assert (said[7:], codes) == ([None, None], {"DATE-04"})
