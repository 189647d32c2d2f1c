"""Excel workbooks (.xlsx): looked through as XML before anything opens them, then read as values, never as formulas."""

import io
from datetime import date, datetime, time
from typing import Any

from hubdata.intake.account import Account
from hubdata.intake.files.cells import page_of
from hubdata.intake.files.workbook_parts import look_through
from hubdata.intake.rows.headers import Score, find_header
from hubdata.intake.sheet import Page
from hubdata.intake.verdicts import Refused, Verdict

WHICH = "XLSX-07"  # the question which sheet is meant
MOST = 50  # sheets to choose from


def open_workbook(body: bytes, score: Score, account: Account) -> Page | None:
    """The page of the one sheet that looks like a list of ours; ASK where several might be meant."""
    uncomputed = look_through(body, account)
    sheets = _values(body)
    meant = account.replies.get(WHICH)
    sheets = [(name, rows) for name, rows in sheets if name == meant] or sheets
    likely = [(name, rows, at) for name, rows in sheets if (at := _header(rows, score, account)) is not None]
    if not likely:
        return None
    if uncomputed:
        where = ", ".join(uncomputed[: account.limits.examples])
        said = f"formulas without a value, first {where}: open the file, save it in Excel, send it again"
        raise Refused("XLSX-11", said, where, len(uncomputed))
    if len(likely) > 1:
        _ask([name for name, _, _ in likely], account)
        return None
    if len(sheets) > 1:
        account.leave_out("XLSX-08", f"sheet '{likely[0][0][:40]}' is read, the others are left out", len(sheets) - 1)
    return page_of(likely[0][1], likely[0][2], account)


def _header(rows: list[list[str]], score: Score, account: Account) -> int | None:
    return find_header(rows[: account.limits.header_within], score)


def _ask(names: list[str], account: Account) -> None:
    shown = ", ".join(name[:40] for name in names[:5])
    message = f"which sheet is meant? The workbook has {shown}: keep the one, or save it as .csv"
    account.note(WHICH, message, len(names), severity=Verdict.ASK, replies=tuple(names[:MOST]))


def _values(body: bytes) -> list[tuple[str, list[list[str]]]]:
    import openpyxl

    if not openpyxl.DEFUSEDXML:
        raise Refused("XLSX-09", "this installation cannot read workbooks safely (defusedxml is missing): send .csv")
    try:
        book = openpyxl.load_workbook(io.BytesIO(body), read_only=True, data_only=True)
        return [
            (sheet.title, [[_text(value) for value in row] for row in sheet.iter_rows(values_only=True)])
            for sheet in book.worksheets
        ]
    except Exception as error:
        # openpyxl raises whatever a damaged part makes it trip over.
        raise Refused("FILE-03", "the workbook cannot be read: save it as .csv") from error


def _text(value: Any) -> str:
    """A cell as it would stand in a CSV: whole numbers whole, days ISO, blanks empty."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)
