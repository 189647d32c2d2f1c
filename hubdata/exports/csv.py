"""A view as CSV: the same rows as the command line, with their status and source, safe to open in a spreadsheet."""

import pandas as pd

from hubdata.dictionary.everyday import ADDED
from hubdata.dictionary.measures import described
from hubdata.exports.rows import written
from hubdata.views.view import View

# What a spreadsheet would take for a formula, in plain and full-width form.
QUOTED = ". Text that a spreadsheet would run as a formula has a quote before it"
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_bytes(view: View) -> bytes:
    """UTF-8 with a byte-order mark, so that Excel reads names right; text that looks like a formula gets a quote."""
    table = with_status(view.proof.table, str(view.status), view.proof.credit)
    return table.to_csv(index=False, lineterminator="\n").encode("utf-8-sig")


def columns_csv(view: View) -> bytes:
    """The dictionary of the columns of a view's CSV, to go with it: one row a column, in the order of the file."""
    mine = [one.name for one in view.columns]
    rows = described([*view.columns, *(one for one in ADDED if one.name not in mine)])
    return pd.DataFrame(rows).map(defused).to_csv(index=False, lineterminator="\n").encode("utf-8-sig")


def with_status(table: pd.DataFrame, status: str, source: str) -> pd.DataFrame:
    """The table as safe text with status and source, unless the table says them row by row."""
    plain = written(table)
    safe = plain.copy()
    for name in safe.columns:
        if not pd.api.types.is_numeric_dtype(table[name]):
            safe[name] = plain[name].map(defused)
    told = "" if safe.equals(plain) else QUOTED
    added = {"status": status, "source": defused(source) + told}
    return safe.assign(**{name: text for name, text in added.items() if name not in safe}).rename(columns=defused)


def defused(text: str) -> str:
    """The text with a quote before it if a spreadsheet would run it."""
    return f"'{text}" if text.lstrip(" ").startswith(STARTS) else text
