"""Text cells to days, read day first: what is none sets its row aside, what nobody knows is missing."""

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.masks import filled, true_where

DATE_FORMATS = ("%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d")
# Dates that systems write for "none": the register's unknown start and two ways of saying "no end".
NO_DATE = [
    "01-01-1900",
    "1900-01-01",
    "01/01/1900",
    "31-12-9999",
    "31/12/9999",
    "9999-12-31",
    "00/00/0000",
    "00-00-0000",
]
DAY_OF_MONTH = r"^(?:\d{4}-\d{1,2}-(\d{1,2})|(\d{1,2})[-/]\d{1,2}[-/]\d{4})$"
SERIAL_OF_1970 = pa.scalar(25_569, pa.int32())


def dates(text: pa.Array, account: Account, column: str) -> pa.Array:
    """Days, read day first. Blank and 'no date' marks are missing; anything unreadable sets its row aside."""
    text = pc.replace_substring_regex(text, r"[T ]00:00:00(\.0+)?Z?$", "")
    none = true_where(pc.is_in(text, value_set=pa.array(NO_DATE)))
    day: pa.Array = pa.nulls(len(text), pa.timestamp("s"))
    for pattern in DATE_FORMATS:
        if day.null_count:
            day = pc.coalesce(day, pc.strptime(text, format=pattern, unit="s", error_is_null=True))
    day = pc.coalesce(_of_the_calendar(day, text).cast(pa.date32()), _from_serials(text, account, column))
    bad = filled(text) & true_where(pc.is_null(day)) & ~none
    account.set_aside(bad, "DATE-01", "a date is not one, or is not day-month-year", column)
    return pc.if_else(pa.array(none), pa.scalar(None, pa.date32()), day)


def _of_the_calendar(day: pa.Array, text: pa.Array) -> pa.Array:
    """Days whose number is the one printed: 31 February would otherwise be read as 2 March."""
    printed = pc.replace_substring_regex(text, DAY_OF_MONTH, r"\1\2")
    same = pc.equal(pc.utf8_ltrim(printed, "0"), pc.day(day).cast(pa.string()))
    return pc.if_else(pc.fill_null(same, False), day, pa.scalar(None, pa.timestamp("s")))


def _from_serials(text: pa.Array, account: Account, column: str) -> pa.Array:
    """Days that a spreadsheet left as the count since 1900: 1955 to 2064, which no other date looks like."""
    serial = pc.match_substring_regex(text, r"^[2-5]\d{4}(\.0+)?$")
    account.fix("DATE-04", "spreadsheet day numbers were read as dates", int(true_where(serial).sum()), column)
    whole_part = pc.replace_substring_regex(text, r"\.0+$", "")
    days = pc.if_else(serial, whole_part, pa.scalar(None, pa.string())).cast(pa.int32())
    return pc.subtract(days, SERIAL_OF_1970).cast(pa.date32())
