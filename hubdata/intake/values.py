"""Text cells to typed columns: what can be read exactly is, what cannot sets its row aside, nothing becomes 0."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.ledger import Ledger
from hubdata.intake.verdicts import Refused

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
SYMBOLS = {
    "c": "confidential", "z": "not applicable", "x": "not available", "low": "rounds to 0", "k": "rounds to 0",
    "u": "low reliability", ":": "not available", "~": "rounds to 0", "..": "not available", "-": "not available",
    "supp": "confidential", "dns": "not available", "lowcov": "low reliability", "n/a": "not applicable",
    "na": "not available", "*": "confidential", "ne": "not available", "np": "not available",
}  # fmt: skip
LOOSE = ":", "~"
DAY_OF_MONTH = r"^(?:\d{4}-\d{1,2}-(\d{1,2})|(\d{1,2})[-/]\d{1,2}[-/]\d{4})$"
SERIAL_OF_1970 = pa.scalar(25_569, pa.int32())
# Beyond this a count of people or a grid reference is a slip, and a float no longer keeps every digit.
LARGEST = 1e12


def true_where(mask: pa.Array) -> np.ndarray:
    """An Arrow mask as numpy booleans, missing as False."""
    return pc.fill_null(mask, False).to_numpy(zero_copy_only=False)


def filled(text: pa.Array) -> np.ndarray:
    """Where a text column is not blank."""
    return true_where(pc.not_equal(text, ""))


def urns(text: pa.Array, ledger: Ledger, column: str = "URN", *, optional: bool = False) -> pa.Array:
    """School numbers. One unreadable, or blank unless ``optional``, sets its row aside; lost digits refuse the file."""
    if pc.any(pc.match_substring_regex(text, r"^\d(\.\d+)?[eE]\+?\d+$")).as_py():
        raise Refused("URN-01", "URNs are in scientific notation, their digits are lost: export again as text", column)
    clean = pc.replace_substring_regex(text, r"(?i)^urn[\s:]*|\.0+$|\s", "")
    ledger.fix(
        "URN-02",
        "URNs were cleaned of spaces, '.0' or the word URN",
        int((_differs(text, clean) & ledger.kept).sum()),
        column,
    )
    bad = ~true_where(pc.match_substring_regex(clean, r"^[1-9]\d{4,6}$"))
    if optional:
        bad &= filled(clean)
    ledger.set_aside_keyless(bad, "URN-03", "the URN is missing or is not a number of 5 to 7 digits", column)
    return clean


def dates(text: pa.Array, ledger: Ledger, column: str) -> pa.Array:
    """Days, read day first. Blank and 'no date' marks are missing; anything unreadable sets its row aside."""
    text = pc.replace_substring_regex(text, r"[T ]00:00:00(\.0+)?Z?$", "")
    none = true_where(pc.is_in(text, value_set=pa.array(NO_DATE)))
    day: pa.Array = pa.nulls(len(text), pa.timestamp("s"))
    for pattern in DATE_FORMATS:
        if day.null_count:
            day = pc.coalesce(day, pc.strptime(text, format=pattern, unit="s", error_is_null=True))
    day = pc.coalesce(_of_the_calendar(day, text).cast(pa.date32()), _from_serials(text, ledger, column))
    bad = filled(text) & true_where(pc.is_null(day)) & ~none
    ledger.set_aside(bad, "DATE-01", "a date is not one, or is not day-month-year", column)
    return pc.if_else(pa.array(none), pa.scalar(None, pa.date32()), day)


def _of_the_calendar(day: pa.Array, text: pa.Array) -> pa.Array:
    """Days whose number is the one printed: 31 February would otherwise be read as 2 March."""
    printed = pc.replace_substring_regex(text, DAY_OF_MONTH, r"\1\2")
    same = pc.equal(pc.utf8_ltrim(printed, "0"), pc.day(day).cast(pa.string()))
    return pc.if_else(pc.fill_null(same, False), day, pa.scalar(None, pa.timestamp("s")))


def _from_serials(text: pa.Array, ledger: Ledger, column: str) -> pa.Array:
    """Days that a spreadsheet left as the count since 1900: 1955 to 2064, which no other date looks like."""
    serial = pc.match_substring_regex(text, r"^[2-5]\d{4}(\.0+)?$")
    ledger.fix("DATE-04", "spreadsheet day numbers were read as dates", int(true_where(serial).sum()), column)
    whole_part = pc.replace_substring_regex(text, r"\.0+$", "")
    days = pc.if_else(serial, whole_part, pa.scalar(None, pa.string())).cast(pa.int32())
    return pc.subtract(days, SERIAL_OF_1970).cast(pa.date32())


def numbers(text: pa.Array, ledger: Ledger, column: str) -> pa.Array:
    """Numbers, cleaned of £, commas and odd spaces. A published symbol is missing and counted; else the row goes."""
    low = pc.utf8_lower(text)
    symbol = pc.is_in(low, value_set=pa.array(list(SYMBOLS)))
    _note_symbols(low, symbol, ledger, column)
    clean = pc.replace_substring_regex(pc.replace_substring(text, "\u2212", "-"), "[£,\\s\u00a0\u202f]", "")
    figure = true_where(pc.match_substring_regex(clean, r"^-?\d+(\.\d*)?$|^-?\.\d+$")) & ~true_where(symbol)
    ledger.fix(
        "NUM-01", "numbers were cleaned of commas, £ or spaces", int((figure & _differs(text, clean)).sum()), column
    )
    bad = filled(text) & ~figure & ~true_where(symbol)
    value = pc.if_else(pa.array(figure), clean, pa.scalar(None, pa.string())).cast(pa.float64())
    huge = true_where(pc.greater(pc.abs(value), LARGEST))
    ledger.set_aside(bad | huge, "NUM-02", "a number is not one, or is larger than any could be", column)
    return pc.if_else(pa.array(huge), pa.scalar(None, pa.float64()), value)


def whole(text: pa.Array, ledger: Ledger, column: str) -> pa.Array:
    """Counts: whole and not negative; anything else sets its row aside."""
    value = numbers(text, ledger, column)
    wrong = pc.or_(pc.less(value, 0), pc.not_equal(value, pc.floor(value)))
    ledger.set_aside(true_where(wrong), "NUM-03", "a count is negative or not whole", column)
    sound = pc.if_else(pc.fill_null(wrong, False), pa.scalar(None, pa.float64()), value)
    return sound.cast(pa.int64())


def percent(text: pa.Array, ledger: Ledger, column: str) -> pa.Array:
    """Per cent from 0 to 100, as the publisher prints them; outside sets its row aside, mixed units refuse the file."""
    signed = true_where(pc.ends_with(text, "%"))
    if signed.any() and not signed[filled(text)].all():
        raise Refused("NUM-04", "some cells carry a % sign and some do not: use one unit", column, int(signed.sum()))
    value = numbers(pc.replace_substring_regex(text, r"\s*%$", ""), ledger, column)
    outside = pc.or_(pc.less(value, 0), pc.greater(value, 100))
    ledger.set_aside(true_where(outside), "NUM-05", "a percentage is not between 0 and 100", column)
    return value


def padded(text: pa.Array, width: int, ledger: Ledger, column: str) -> pa.Array:
    """Codes with the zeros that a spreadsheet took away put back."""
    short = true_where(pc.match_substring_regex(text, rf"^\d{{1,{width - 1}}}$"))
    ledger.fix("CODE-01", "leading zeros were put back", int(short.sum()), column)
    return pc.if_else(pa.array(short), pc.utf8_lpad(text, width=width, padding="0"), text)


def _note_symbols(low: pa.Array, symbol: pa.Array, ledger: Ledger, column: str) -> None:
    for entry in pc.value_counts(low.filter(symbol)).to_pylist() if pc.any(symbol).as_py() else []:
        mark = entry["values"]
        say = ledger.flag if mark in LOOSE else ledger.inform
        say("NUM-06", f"'{mark}' means {SYMBOLS[mark]}: kept as missing, never 0", entry["counts"], column)


def _differs(a: pa.Array, b: pa.Array) -> np.ndarray:
    return true_where(pc.not_equal(a, b))


def first_of_each(*columns: pa.Array) -> np.ndarray:
    """True at the first row of each distinct combination of the columns."""
    texts = [c.combine_chunks() if isinstance(c, pa.ChunkedArray) else c for c in columns]
    joined = pc.binary_join_element_wise(*texts, "\x1f")
    codes = pc.dictionary_encode(joined).indices.to_numpy()
    _, first = np.unique(codes, return_index=True)
    mask = np.zeros(len(joined), bool)
    mask[first] = True
    return mask
