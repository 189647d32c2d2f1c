"""Rules for rows of any format: blank rows, notes under the table, a header printed twice, cells that hold an error."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import FOOTER, Account
from hubdata.intake.rows.headers import Field, plain
from hubdata.intake.rows.notes import first_of, notes_under, said_of
from hubdata.intake.rows.values import true_where
from hubdata.intake.sheet import Sheet
from hubdata.intake.verdicts import Refused

BETWEEN = "\x1f"
ERRORS = rf"(^|{BETWEEN})#(REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)({BETWEEN}|$)"


def apply_row_rules(sheet: Sheet, fields: tuple[Field, ...], account: Account, *, may_be_empty: bool) -> None:
    """Settle the rows that are not rows, and those with an error in a cell; refuse (or flag) a table without any."""
    if len(sheet):
        columns = [sheet.text(name) for name in sheet.columns.column_names]
        joined = pc.binary_join_element_wise(*columns, BETWEEN)
        blank = true_where(pc.equal(joined, BETWEEN * (len(columns) - 1)))
        account.set_aside(blank, "ROWS-04", "rows without any text were counted and left out", fate=FOOTER)
        notes = notes_under(columns, blank)
        account.set_aside(notes, "ROWS-05", said_of(first_of(columns, notes)), fate=FOOTER)
        twice = _headers_again(columns[0], sheet.columns.column_names[0], fields)
        account.set_aside(twice, "ROWS-07", "the header stands again among the rows: left out", fate=FOOTER)
        wrong = true_where(pc.match_substring(joined, "#"))
        wrong[wrong] = _in_error(sheet, fields, wrong)
        account.set_aside(wrong, "CELL-01", "a cell holds a spreadsheet error such as #REF!: never read as missing")
    if account.kept.any() or account.count(1):
        return
    if not may_be_empty:
        raise Refused("ROWS-08", "there is a header and no row under it: export the file again")
    account.flag("ROWS-08", "there is a header and no row under it: nothing is counted")


def _in_error(sheet: Sheet, fields: tuple[Field, ...], likely: np.ndarray) -> np.ndarray:
    """Which of the likely rows hold an error in a column of which something is made."""
    unused = {f.name for f in fields if f.unused}
    rows = sheet.columns.filter(pa.array(likely))
    used = [rows[name].combine_chunks() for name in rows.column_names if name not in unused]
    joined = pc.binary_join_element_wise(*used, BETWEEN)
    return true_where(pc.match_substring_regex(joined, ERRORS))


def _headers_again(first: pa.Array, name: str, fields: tuple[Field, ...]) -> np.ndarray:
    printed = next(f.printed for f in fields if f.name == name)
    names = pa.array(sorted({plain(p) for p in printed}), pa.string())
    return true_where(pc.is_in(pc.utf8_lower(first), value_set=names))
