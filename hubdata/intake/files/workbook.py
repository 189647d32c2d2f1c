"""Excel workbooks (.xlsx): scanned as bare XML before anything opens them, then read as values, never as formulas."""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from hubdata.intake.account import Account
from hubdata.intake.files.cells import page_of
from hubdata.intake.files.container import check_container, read_entry
from hubdata.intake.rows.headers import Score, find_header
from hubdata.intake.sheet import Page
from hubdata.intake.verdicts import Refused, Verdict

WHICH = "XLSX-07"  # the question which sheet is meant
MOST = 50  # sheets to choose from


def open_workbook(body: bytes, score: Score, account: Account) -> Page | None:
    """The page of the one sheet that looks like a list of ours; ASK where several sheets might be meant, or none is."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            check_container(archive.infolist(), account.limits)
            parts = {
                e.filename: read_entry(archive, e) for e in archive.infolist() if e.filename.endswith((".xml", ".rels"))
            }
            names = archive.namelist()
    except zipfile.BadZipFile as error:
        raise Refused("FILE-03", "the workbook is damaged or cut short: download it again") from error
    if any("vbaProject" in name or name.endswith(".bin") for name in names):
        raise Refused("XLSX-01", "the workbook holds macros or binary parts: save it as a plain .xlsx or .csv")
    scan(parts, account)
    sheets = _values(body)
    meant = account.replies.get(WHICH)
    sheets = [(name, rows) for name, rows in sheets if name == meant] or sheets
    likely = [(name, rows, at) for name, rows in sheets if (at := _header(rows, score, account)) is not None]
    if not likely and len(sheets) < 2:
        return None
    if len(likely) != 1:
        _ask([name for name, _, _ in likely] or [name for name, _ in sheets], account)
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


TRAPS = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"')
ANY_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
DIMENSION = re.compile(rb'<(?:\w+:)?dimension\b[^>]*\bref="[A-Z]+\d+(?::([A-Z]+)(\d+))?"')
UNCOMPUTED = re.compile(
    rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3}\d{1,7})"[^>]*>\s*<(?:\w+:)?f\b[^>]*(?:/>|>[^<]*</(?:\w+:)?f>)'
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
UNSEEN = {
    "XLSX-03": (re.compile(rb"<(?:\w+:)?mergeCell\b"), "merged cells: only the first of each keeps its value"),
    "XLSX-04": (re.compile(rb'<(?:\w+:)?row\b[^>]*\bhidden="(?:1|true)"'), "hidden rows are read like the others"),
    "XLSX-05": (re.compile(rb'<(?:\w+:)?col\b[^>]*\bhidden="(?:1|true)"'), "hidden columns are read like the others"),
    "XLSX-06": (re.compile(rb"<(?:\w+:)?autoFilter\b"), "a filter is set: rows it hides are read like the others"),
}


def scan(parts: Mapping[str, bytes], account: Account) -> None:
    """Refuse traps, sheets too large and formulas without a value; flag what is merged, hidden or filtered."""
    for name, part in parts.items():
        if TRAPS.search(part):
            raise Refused("XLSX-02", "the workbook declares entities, as no spreadsheet does: save it as .csv")
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            _check_size(part, account)
            _check_formulas(part)
            for code, (pattern, message) in UNSEEN.items():
                account.flag(code, message, len(pattern.findall(part)))


def _check_size(part: bytes, account: Account) -> None:
    limits = account.limits
    corners = [(c, r) for c, r in DIMENSION.findall(part[:4000]) if c]
    cells = CELL.findall(part)
    columns = max((_number(letters) for letters in {c for c, _ in corners} | {c for c, _ in cells}), default=0)
    rows = max((int(row) for _, row in (*corners, *cells)), default=0)
    count = len(ANY_CELL.findall(part))
    if columns > limits.sheet_columns or rows > limits.sheet_rows or count > limits.sheet_cells:
        said = f"a sheet reaches row {rows:,} and column {columns:,} with {count:,} cells"
        raise Refused("XLSX-10", f"{said}: more than can be read safely, save it as .csv")


def _check_formulas(part: bytes) -> None:
    empty = [cell.decode() for cell in UNCOMPUTED.findall(part)]
    if empty:
        message = (
            f"formulas without a value, first {', '.join(empty[:5])}: open the file, save it in Excel, send it again"
        )
        raise Refused("XLSX-11", message, ", ".join(empty[:5]), len(empty))


def _number(letters: bytes) -> int:
    """``A`` is 1, ``XFD`` is 16,384."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
