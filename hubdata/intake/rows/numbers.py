"""Text cells to numbers: published symbols are missing and counted, nothing that is no number ever becomes 0."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.masks import filled, true_where
from hubdata.intake.verdicts import Refused

SYMBOLS = {
    "c": "confidential", "z": "not applicable", "x": "not available", "low": "rounds to 0", "k": "rounds to 0",
    "u": "low reliability", ":": "not available", "~": "rounds to 0", "..": "not available", "-": "not available",
    "supp": "confidential", "dns": "not available", "lowcov": "low reliability", "n/a": "not applicable",
    "na": "not available", "*": "confidential", "ne": "not available", "np": "not available",
}  # fmt: skip
LOOSE = ":", "~"
# Beyond this a count of people or a grid reference is a slip, and a float no longer keeps every digit.
LARGEST = 1e12


def numbers(text: pa.Array, account: Account, column: str) -> pa.Array:
    """Numbers, cleaned of £, commas and odd spaces. A published symbol is missing and counted; else the row goes."""
    low = pc.utf8_lower(text)
    symbol = pc.is_in(low, value_set=pa.array(list(SYMBOLS)))
    _note_symbols(low, symbol, account, column)
    clean = pc.replace_substring_regex(pc.replace_substring(text, "\u2212", "-"), "[£,\\s\u00a0\u202f]", "")
    figure = true_where(pc.match_substring_regex(clean, r"^-?\d+(\.\d*)?$|^-?\.\d+$")) & ~true_where(symbol)
    account.fix(
        "NUM-01", "numbers were cleaned of commas, £ or spaces", int((figure & _differs(text, clean)).sum()), column
    )
    bad = filled(text) & ~figure & ~true_where(symbol)
    value = pc.if_else(pa.array(figure), clean, pa.scalar(None, pa.string())).cast(pa.float64())
    huge = true_where(pc.greater(pc.abs(value), LARGEST))
    account.set_aside(bad | huge, "NUM-02", "a number is not one, or is larger than any could be", column)
    return pc.if_else(pa.array(huge), pa.scalar(None, pa.float64()), value)


def whole(text: pa.Array, account: Account, column: str) -> pa.Array:
    """Counts: whole and not negative; anything else sets its row aside."""
    value = numbers(text, account, column)
    wrong = pc.or_(pc.less(value, 0), pc.not_equal(value, pc.floor(value)))
    account.set_aside(true_where(wrong), "NUM-03", "a count is negative or not whole", column)
    sound = pc.if_else(pc.fill_null(wrong, False), pa.scalar(None, pa.float64()), value)
    return sound.cast(pa.int64())


def percent(text: pa.Array, account: Account, column: str) -> pa.Array:
    """Per cent from 0 to 100, as the publisher prints them; outside sets its row aside, mixed units refuse the file."""
    signed = true_where(pc.ends_with(text, "%"))
    if signed.any() and not signed[filled(text)].all():
        raise Refused("NUM-04", "some cells carry a % sign and some do not: use one unit", column, int(signed.sum()))
    value = numbers(pc.replace_substring_regex(text, r"\s*%$", ""), account, column)
    outside = pc.or_(pc.less(value, 0), pc.greater(value, 100))
    account.set_aside(true_where(outside), "NUM-05", "a percentage is not between 0 and 100", column)
    return value


def _note_symbols(low: pa.Array, symbol: pa.Array, account: Account, column: str) -> None:
    for entry in pc.value_counts(low.filter(symbol)).to_pylist() if pc.any(symbol).as_py() else []:
        mark = entry["values"]
        say = account.flag if mark in LOOSE else account.inform
        say("NUM-06", f"'{mark}' means {SYMBOLS[mark]}: kept as missing, never 0", entry["counts"], column)


def _differs(a: pa.Array, b: pa.Array) -> np.ndarray:
    return true_where(pc.not_equal(a, b))
