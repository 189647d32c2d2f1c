"""Rows of text cells, from any kind of workbook, as a page."""

from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa

from hubdata.intake.account import Account
from hubdata.intake.sheet import Page, Sheet


def page_of(rows: Sequence[Sequence[str]], at: int, account: Account) -> Page:
    """A page whose header is row ``at`` (from 0). Rows without any text are no rows; short ones end in blanks."""
    if at:
        account.fix("HEAD-01", "titles above the header were left out", 1, f"row {at + 1}")
    header = list(rows[at])
    while header and not header[-1]:
        header.pop()

    def read(places: Mapping[str, int]) -> Sheet:
        body = [(i + 1, row) for i, row in enumerate(rows) if i > at and any(row)]
        columns = {
            name: pa.array([row[place].strip() if place < len(row) else "" for _, row in body], pa.string())
            for name, place in places.items()
        }
        return Sheet(pa.table(columns), np.array([number for number, _ in body], dtype=np.int64))

    return Page(header, read)
