"""Files in the layouts of Explore Education Statistics, written by the tests, and how to read one."""

import pyarrow as pa

from hubdata.intake.limits import BUILD
from hubdata.sources.reading import Parsed, read_file

START = "time_period,time_identifier,geographic_level,country_code,country_name"
NATIONAL = "Academic year,National,E92000001,England"
CENSUS = "November,National,E92000001,England"
# One cohort table, in service after 1, 2 and 3 years: a symbol, a zero and a year no census has seen among them.
RATES = {"2019": ("86.5", "80.1", "z"), "2020": ("87.5", "low", "0"), "2021": ("87.2", "", "z")}


def read(text: str, name: str = "file.csv") -> Parsed:
    """The file as a build reads it."""
    return next(iter(read_file(name, text.encode(), None, BUILD)))


def table(text: str, name: str) -> list[dict]:
    """The rows of the one table that the file gives; fails when it was not taken."""
    parsed = read(text)
    assert parsed.report.taken, parsed.report
    assert parsed.report.balanced
    assert list(parsed.tables) == [name]
    return parsed.tables[name].to_pylist()


def sheet(columns: str, *rows: str) -> str:
    """A file: columns apart by spaces after the shared ones, and rows of ``period: values`` for England."""
    lines = [",".join([START, *columns.split()])]
    for row in rows:
        period, _, values = row.partition(": ")
        lines.append(f"{period},{NATIONAL},{values}")
    return "\n".join(lines) + "\n"


def without(found: pa.Table, *columns: str) -> list[dict]:
    """The rows without some columns."""
    return found.drop_columns(list(columns)).to_pylist()


def long_2019(period: str = "2022") -> str:
    """A row a cohort and year: "1 year", "2 years"."""
    lines = [f"{START},year_qualified,years_after_qualifying,retention_rate"]
    for cohort, rates in RATES.items():
        said = [("1 year", rates[0]), ("2 years", rates[1]), ("3 years", rates[2])]
        lines += [f"{period},{CENSUS},{cohort},{years},{rate}" for years, rate in said]
    return "\n".join(lines) + "\n"


def wide(names: tuple[str, str, str], size: bool = False, period: str = "2022") -> str:
    """A row a cohort, a column a year after qualifying, in one of the spellings."""
    head = [START, "year_qualified", *(["headcount_nqts"] if size else []), *names]
    lines = [",".join(head)]
    for cohort, rates in RATES.items():
        lines.append(",".join([period, CENSUS, cohort, *(["1000"] if size else []), *rates]))
    return "\n".join(lines) + "\n"


WIDE_2020 = wide(
    (
        "one_yr_after_qualifying_percentage_in_service",
        "two_yrs_after_qualifying_percentage_in_service",
        "three_yrs_after_qualifying_percentage_in_service",
    )
)
WIDE_2022 = wide(
    ("one_yr_after_qualifying_percent", "two_yrs_after_qualifying_percent", "three_yrs_after_qualifying_percent")
)
WIDE_2025 = wide(
    ("one_yr_after_qualifying_percent", "two_yrs_after_qualifying_percent", "three_yrs_after_qualifying_percent"), True
)
