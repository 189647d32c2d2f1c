"""Excel's older workbooks (BIFF .xls), cells only: the one kind of file in which teaching schools were published."""

import io

from hubdata.intake.account import Account
from hubdata.intake.files.cells import page_of
from hubdata.intake.rows.headers import Score, find_header
from hubdata.intake.sheet import Page
from hubdata.intake.verdicts import Refused

ADVICE = "save it as .xlsx or .csv"


def open_biff(body: bytes, score: Score, account: Account) -> Page | None:
    """The page of the first sheet; None where its header is none that ``score`` knows."""
    import xlrd

    try:
        book = xlrd.open_workbook(file_contents=body, logfile=io.StringIO(), on_demand=True)
        sheet = book.sheet_by_index(0)
        rows = [[_text(cell.ctype, cell.value) for cell in sheet.row(i)] for i in range(sheet.nrows)]
    except Exception as error:
        # xlrd raises whatever a damaged file makes it trip over.
        raise Refused("FILE-06", f"the .xls file cannot be read: {ADVICE}") from error
    at = find_header(rows[: account.limits.header_within], score)
    if at is None:
        return None
    return page_of(rows, at, account)


def _text(kind: int, value: object) -> str:
    """A cell as text: whole numbers without ``.0``, as they are printed."""
    if isinstance(value, float) and kind == 2 and value.is_integer():
        return str(int(value))
    return str(value).strip()
