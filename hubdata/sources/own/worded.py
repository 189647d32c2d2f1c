"""Cells of a fixed vocabulary, years and answers of yes or no, however a person writes them."""

import re
from collections.abc import Callable

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.values import filled, true_where

YES, NO = ("yes", "true", "y", "1"), ("no", "false", "n", "0", "")
YEAR = re.compile(r"^(20\d\d)(?:[/-](?:20)?(\d\d)|(\d\d))$")


def flags(text: pa.Array, account: Account, column: str) -> pa.Array:
    """Yes and no, in any of the usual words; blank is no."""
    yes, no = (pc.is_in(pc.utf8_lower(text), value_set=pa.array(words)) for words in (YES, NO))
    account.set_aside(~true_where(pc.or_(yes, no)), "OWN-02", "neither yes nor no", column)
    return yes


def years(text: pa.Array, account: Account, column: str) -> pa.Array:
    """Academic years as 2016/17, also from 2016-17, 2016-2017 and 201617."""
    read = _read(text, _year)
    account.set_aside(filled(text) & ~filled(read), "OWN-03", "not an academic year such as 2016/17", column)
    account.fix("OWN-04", "academic years were written as 2016/17", _respelt(text, read), column)
    return read


def _read(text: pa.Array, reading: Callable[[str], str]) -> pa.Array:
    """Each different cell read once; blank where it cannot be."""
    different = pc.unique(text)
    said = pa.array([reading(cell) for cell in different.to_pylist()], pa.string())
    return said.take(pc.index_in(text, value_set=different))


def _respelt(text: pa.Array, read: pa.Array) -> int:
    return int((filled(read) & true_where(pc.not_equal(text, read))).sum())


def _year(said: str) -> str:
    found = YEAR.match(said)
    if not found or int(found[2] or found[3]) != (int(found[1]) + 1) % 100:
        return ""
    return f"{found[1]}/{found[2] or found[3]}"


def worded(text: pa.Array, allowed: tuple[str, ...], account: Account, column: str) -> pa.Array:
    """Values of a fixed list, however they are cased or joined; anything else sets its row aside."""
    known = {_loose(value): value for value in allowed}
    read = _read(text, lambda cell: known.get(_loose(cell), ""))
    account.set_aside(filled(text) & ~filled(read), "OWN-05", f"not one of: {'; '.join(allowed)}", column)
    account.fix("OWN-06", "values were spelt as the list has them", _respelt(text, read), column)
    return read


def _loose(said: str) -> str:
    return re.sub(r"[\s_-]+", " ", said.casefold()).strip()
