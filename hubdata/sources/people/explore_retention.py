"""Teacher retention by cohort (School Workforce Census): the long table of 2019 and the wide ones since."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import Field, field
from hubdata.intake.rows.values import true_where, whole
from hubdata.intake.sheet import Sheet
from hubdata.intake.verdicts import Refused
from hubdata.schema.people import ALL, GROUP_NAMES
from hubdata.sources.formats import Context, Format, Tables
from hubdata.sources.people.explore import ADDRESS, PUBLISHER, finished, marks, newest_period, shares

ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = {"": [*ONES, *TEENS], "twenty": ["", *ONES], "thirty": ["", *ONES]}
# "one", "two", … "thirtynine": how the wide tables spell the years after qualifying.
SPELT = [f"{ten}{one}" for ten, ones in TENS.items() for one in ones]
ENDS = ("percent", "percentage_in_service", "percentage", "retention_rate")
TITLE = "Teacher retention by cohort (School Workforce Census)"


def _wide_field(years: int) -> Field:
    words = (SPELT[years - 1], str(years))
    return field(
        f"y{years}", *(f"{w}_{yr}_after_qualifying_{end}" for w in words for yr in ("yr", "yrs") for end in ENDS)
    )


YEARS = {f"y{years}": years for years in range(1, len(SPELT) + 1)}
SHARED = (
    field("time_period"),
    field("time_identifier"),
    field("cohort", "year_qualified", required=True),
    field("at_start", "headcount_nqts", "headcount_nqt", "nqt_entrants"),
)


def read_wide(sheet: Sheet, account: Account, context: Context) -> Tables:
    """The ``cohorts`` table from a row a cohort and a column a year after qualifying."""
    del context
    named = [name for name in YEARS if sheet.has(name)]
    _refuse_fractions([sheet.text(name) for name in named])
    at_start = whole(sheet.text("at_start"), account, "headcount_nqts")
    rates = {name: shares(sheet.text(name), account, name) for name in named}
    parts = [
        _rows(sheet, at_start, sheet.text(name), rates[name], pa.array([YEARS[name]] * len(sheet), pa.int64()))
        for name in named
    ]
    kept = [finished("cohorts", part, account.kept, _source(sheet), sheet) for part in parts]
    return {"cohorts": _observed(pa.concat_tables(kept))}


def read_long(sheet: Sheet, account: Account, context: Context) -> Tables:
    """The ``cohorts`` table from a row a cohort and year ("1 year", "2 years")."""
    del context
    _refuse_fractions([sheet.text("retention_rate")])
    said = pc.replace_substring_regex(pc.utf8_lower(sheet.text("years_after")), r"\s*(years?|yrs?).*$", "")
    readable = true_where(pc.match_substring_regex(said, r"^\d{1,2}$"))
    account.set_aside(~readable, "RET-01", "the years after qualifying are not a number", "years_after_qualifying")
    years = pc.if_else(pa.array(readable), said, "0").cast(pa.int64())
    rate = shares(sheet.text("retention_rate"), account, "retention_rate")
    rows = _rows(sheet, whole(sheet.text("at_start"), account, "headcount"), sheet.text("retention_rate"), rate, years)
    return {"cohorts": _observed(finished("cohorts", rows, account.kept, _source(sheet), sheet))}


def _rows(sheet: Sheet, at_start: pa.Array, text: pa.Array, rate: pa.Array, years: pa.Array) -> dict[str, object]:
    release = newest_period(sheet)
    cohort = pc.utf8_slice_codeunits(sheet.text("cohort"), 0, 4)
    return {
        "base": "teachers", "release": release, "cohort": cohort, **dict.fromkeys(GROUP_NAMES, ALL),
        "years": years, "at_start": at_start, "rate": rate, "mark": marks(text),
    }  # fmt: skip


def _observed(table: pa.Table) -> pa.Table:
    """The rows whose census had been taken: what an edition leaves open for the future is no row of it."""
    census = pc.utf8_slice_codeunits(table["release"], 0, 4).cast(pa.int64())
    beyond = pc.greater(pc.add(table["cohort"].cast(pa.int64()), table["years"]), census)
    seen = table.filter(pc.invert(pc.and_(beyond, pc.is_null(table["rate"]))))
    return seen.sort_by([("cohort", "ascending"), ("years", "ascending")])


def _source(sheet: Sheet) -> str:
    return f"{TITLE}, {newest_period(sheet)}"


def _refuse_fractions(columns: list[pa.Array]) -> None:
    """Percentages are over one; a file of fractions would be read a hundred times too low."""
    figures = [pc.replace_substring(text, "%", "") for text in columns]
    values = [float(v) for text in figures for v in text.to_pylist() if v.replace(".", "", 1).isdigit()]
    if values and np.nanmax(values) <= 1:
        raise Refused("RET-02", "the retention rates lie between 0 and 1: give them per cent, as published")


WIDE = Format(
    name="retention_wide",
    title=TITLE,
    publisher=PUBLISHER,
    fields=(*SHARED, *(_wide_field(years) for years in YEARS.values())),
    read=read_wide,
    address=ADDRESS,
    dated=False,
    several=True,
    known_by=("cohort", "y1", "y2", "y3"),
)
LONG = Format(
    name="retention_long",
    title=TITLE,
    publisher=PUBLISHER,
    fields=(
        *SHARED,
        field("years_after", "years_after_qualifying", required=True),
        field("retention_rate", "retention_rate", "retention_rate_percent", required=True),
    ),
    read=read_long,
    address=ADDRESS,
    dated=False,
    several=True,
    known_by=("cohort", "years_after", "retention_rate"),
)
FORMATS = (WIDE, LONG)
