"""Words that programs write for an empty cell: missing in every column but those where they may be a name or a word."""

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import Field
from hubdata.intake.rows.masks import true_where
from hubdata.intake.sheet import Sheet

MARKS = ("NA", "<NA>", "NULL", "Null", "null", "None", "NONE")


def without_marks(sheet: Sheet, fields: Sequence[Field], account: Account) -> Sheet:
    """The sheet with each mark made blank, counted by column."""
    literal = {f.name for f in fields if f.literal or f.name.endswith("name")}
    columns = {name: sheet.columns.column(name) for name in sheet.columns.column_names}
    marks = pa.array(MARKS, pa.string())
    for name in columns.keys() - literal:
        marked = pc.is_in(columns[name], value_set=marks)
        count = int(true_where(marked).sum())
        if count:
            columns[name] = pc.if_else(marked, "", columns[name])
            account.inform("CELL-02", "words such as NA or NULL are read as blank: missing, never 0", count, name)
    return Sheet(pa.table(columns), sheet.rows)
