"""Excel's older workbooks (BIFF .xls), cells only: the one kind of file in which teaching schools were published."""

import io

import numpy as np
import pyarrow as pa

from hubdata.intake.headers import Score, find_header
from hubdata.intake.ledger import Ledger
from hubdata.intake.sheet import Page, Sheet
from hubdata.intake.verdicts import Refused

ADVICE = "save it as .xlsx or .csv"


def open_biff(body: bytes, score: Score, ledger: Ledger) -> Page:
    """The page of the first sheet. Raises ``Refused`` unless its header is one that ``score`` knows."""
    import xlrd

    try:
        book = xlrd.open_workbook(file_contents=body, logfile=io.StringIO(), on_demand=True)
        sheet = book.sheet_by_index(0)
        rows = [[_text(cell.ctype, cell.value) for cell in sheet.row(i)] for i in range(sheet.nrows)]
    except Exception as error:
        # xlrd raises whatever a damaged file makes it trip over.
        raise Refused("FILE-06", f"the .xls file cannot be read: {ADVICE}") from error
    at = find_header(rows[: ledger.limits.header_within], score)
    if at is None:
        raise Refused("FILE-07", f"an .xls file is read only when it is the list of teaching schools: {ADVICE}")
    return page_of(rows, at)


def page_of(rows: list[list[str]], at: int) -> Page:
    """Rows of text cells as a page whose header is row ``at``; rows without any text are left out."""

    def read(places: dict[str, int]) -> Sheet:
        body = [(i + 1, row) for i, row in enumerate(rows) if i > at and any(row)]
        columns = {name: pa.array([row[place] for _, row in body], pa.string()) for name, place in places.items()}
        return Sheet(pa.table(columns), np.array([number for number, _ in body], dtype=np.int64))

    return Page(rows[at], read)


def _text(kind: int, value: object) -> str:
    """A cell as text: whole numbers without ``.0``, as they are printed."""
    if isinstance(value, float) and kind == 2 and value.is_integer():
        return str(int(value))
    return str(value).strip()
