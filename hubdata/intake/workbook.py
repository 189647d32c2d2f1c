"""Excel workbooks (.xlsx): scanned as bare XML before anything opens them, then read as values, never as formulas."""

import io
import zipfile
from datetime import date, datetime, time
from typing import Any

from hubdata.intake.cells import page_of
from hubdata.intake.container import check_container, read_entry
from hubdata.intake.headers import Score, find_header
from hubdata.intake.ledger import Ledger
from hubdata.intake.sheet import Page
from hubdata.intake.verdicts import Refused, Verdict
from hubdata.intake.workbook_scan import scan

WHICH = "XLSX-07"  # the question which sheet is meant
MOST = 50  # sheets to choose from


def open_workbook(body: bytes, score: Score, ledger: Ledger) -> Page | None:
    """The page of the one sheet that looks like a list of ours; ASK where several sheets might be meant, or none is."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            check_container(archive.infolist(), ledger.limits)
            parts = {
                e.filename: read_entry(archive, e) for e in archive.infolist() if e.filename.endswith((".xml", ".rels"))
            }
            names = archive.namelist()
    except zipfile.BadZipFile as error:
        raise Refused("FILE-03", "the workbook is damaged or cut short: download it again") from error
    if any("vbaProject" in name or name.endswith(".bin") for name in names):
        raise Refused("XLSX-01", "the workbook holds macros or binary parts: save it as a plain .xlsx or .csv")
    scan(parts, ledger)
    sheets = _values(body)
    meant = ledger.answers.get(WHICH)
    sheets = [(name, rows) for name, rows in sheets if name == meant] or sheets
    likely = [(name, rows, at) for name, rows in sheets if (at := _header(rows, score, ledger)) is not None]
    if not likely and len(sheets) < 2:
        return None
    if len(likely) != 1:
        _ask([name for name, _, _ in likely] or [name for name, _ in sheets], ledger)
        return None
    if len(sheets) > 1:
        ledger.inform("XLSX-08", f"sheet '{likely[0][0][:40]}' is read, the others are left out", len(sheets) - 1)
    return page_of(likely[0][1], likely[0][2], ledger)


def _header(rows: list[list[str]], score: Score, ledger: Ledger) -> int | None:
    return find_header(rows[: ledger.limits.header_within], score)


def _ask(names: list[str], ledger: Ledger) -> None:
    shown = ", ".join(name[:40] for name in names[:5])
    message = f"which sheet is meant? The workbook has {shown}: keep the one, or save it as .csv"
    ledger.note(WHICH, message, len(names), severity=Verdict.ASK, choices=tuple(names[:MOST]))


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
