"""What a workbook's XML holds, found by pattern and without building it: size, traps, and what the eye does not see."""

import re
from collections.abc import Mapping

from hubdata.intake.ledger import Ledger
from hubdata.intake.verdicts import Refused

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


def scan(parts: Mapping[str, bytes], ledger: Ledger) -> None:
    """Refuse traps, sheets too large and formulas without a value; flag what is merged, hidden or filtered."""
    for name, part in parts.items():
        if TRAPS.search(part):
            raise Refused("XLSX-02", "the workbook declares entities, as no spreadsheet does: save it as .csv")
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            _check_size(part, ledger)
            _check_formulas(part)
            for code, (pattern, message) in UNSEEN.items():
                ledger.flag(code, message, len(pattern.findall(part)))


def _check_size(part: bytes, ledger: Ledger) -> None:
    limits = ledger.limits
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
