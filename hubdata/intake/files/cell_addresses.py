"""Where a cell of a worksheet says that it stands."""

import re

from hubdata.intake.verdicts import Refused

CELL = re.compile(r"\$?([A-Za-z]{1,9})\$?(\d{1,19})")


def place(said: str) -> tuple[int, int]:
    """Row and column of a cell: ``XFD1`` is row 1, column 16,384. Raises ``Refused`` for what is no place."""
    found = CELL.fullmatch(said)
    if not found:
        raise Refused("XLSX-10", f"a cell says that it stands at '{said[:20]}', which is no place: save it as .csv")
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column


def row_number(said: str) -> int:
    """The number that a row says it has. Raises ``Refused`` where that is none."""
    if not (said.isdecimal() and len(said) < 20):
        raise Refused("XLSX-10", f"a row says that it is number '{said[:20]}', which is none: save it as .csv")
    return int(said)
