"""Text cells to days, read day first: what is none sets its row aside, what nobody knows is missing."""

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.masks import filled, true_where
from hubdata.intake.rows.serials import serial_days
from hubdata.intake.rows.spoken_dates import spoken_in_cell

DATE_FORMATS = ("%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d")
# Dates that systems write for "none": the register's unknown start and two ways of saying "no end".
NO_DATE = ["1", "01-01-1900", "1900-01-01", "01/01/1900", "31-12-9999", "31/12/9999", "9999-12-31"]
NO_DATE += ["00/00/0000", "00-00-0000"]
DAY_OF_MONTH = r"^(?:\d{4}-\d{1,2}-(\d{1,2})|(\d{1,2})[-/]\d{1,2}[-/]\d{4})$"


def dates(text: pa.Array, account: Account, column: str) -> pa.Array:
    """Days, read day first. Blank and 'no date' marks are missing; anything unreadable sets its row aside."""
    text = pc.replace_substring_regex(text, r"[T ]\d\d:\d\d(:\d\d(\.\d+)?)?Z?$", "")
    none = true_where(pc.is_in(text, value_set=pa.array(NO_DATE)))
    day: pa.Array = pa.nulls(len(text), pa.timestamp("s"))
    for pattern in DATE_FORMATS:
        if day.null_count:
            day = pc.coalesce(day, pc.strptime(text, format=pattern, unit="s", error_is_null=True))
    day = pc.coalesce(_of_the_calendar(day, text).cast(pa.date32()), serial_days(text, account, column))
    left = filled(text) & true_where(pc.is_null(day)) & ~none
    if left.any():
        day = pc.coalesce(day, _in_words(pc.if_else(pa.array(left), text, ""), account, column))
    bad = left & true_where(pc.is_null(day))
    account.set_aside(bad, "DATE-01", "a date is not one, or is not day-month-year", column)
    return pc.if_else(pa.array(none), pa.scalar(None, pa.date32()), day)


def _in_words(text: pa.Array, account: Account, column: str) -> pa.Array:
    """Days as people write them: 1 September 2016, 1.9.2016; a month alone stands for its first, and is said."""
    unique = pc.unique(text)
    said = [spoken_in_cell(cell) for cell in unique.to_pylist()]
    at = pc.index_in(text, value_set=unique)
    sure = pa.array([s.days[0] if s else None for s in said], pa.date32()).take(at)
    kind = pa.array([s.exact if s else "" for s in said], pa.string()).take(at)
    by_day, by_month = (int(true_where(pc.equal(kind, exact)).sum()) for exact in ("day", "month"))
    account.fix("DATE-06", "dates in words or with other marks were read, such as 1 September 2016", by_day, column)
    account.flag("DATE-07", "only a month is given: taken as its first day", by_month, column)
    return sure


def _of_the_calendar(day: pa.Array, text: pa.Array) -> pa.Array:
    """Days whose number is the one printed: 31 February would otherwise be read as 2 March."""
    printed = pc.replace_substring_regex(text, DAY_OF_MONTH, r"\1\2")
    same = pc.equal(pc.utf8_ltrim(printed, "0"), pc.day(day).cast(pa.string()))
    return pc.if_else(pc.fill_null(same, False), day, pa.scalar(None, pa.timestamp("s")))
