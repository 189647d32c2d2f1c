"""A worksheet as its XML goes by: how far it reaches, what it hides, and formulas that nobody computed."""

from collections import Counter
from collections.abc import Mapping

from hubdata.intake.account import Account
from hubdata.intake.files.cell_addresses import CELL, place, row_number
from hubdata.intake.verdicts import Refused

UNSEEN = {
    "XLSX-03": "merged cells: only the first of each keeps its value",
    "XLSX-04": "hidden rows are read like the others",
    "XLSX-05": "hidden columns are read like the others",
    "XLSX-06": "a filter is set: rows it hides are read like the others",
}
YES = ("1", "true", "on")


def plain(name: str) -> str:
    """A name without its namespace's prefix."""
    return name.rpartition(":")[2]


def told(attributes: Mapping[str, str]) -> dict[str, str]:
    """Attributes by name, without prefixes."""
    return {plain(name): value for name, value in attributes.items()}


class Worksheet:
    """Told of each element in turn, then asked to ``judge``."""

    def __init__(self, account: Account) -> None:
        """Begin at the first row of an empty sheet."""
        self._account = account
        self._row = self._column = self._furthest_row = self._furthest_column = self._cells = 0
        self._unseen: Counter[str] = Counter()
        self.uncomputed: list[str] = []
        self._cell = self._kind = ""
        self._formula = self._valued = self._blank = False
        self._within = ""

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._within = local = plain(name)
        if local == "c":
            self._begin_cell(told(attributes))
        elif local == "f":
            self._formula = True
        elif local == "v":
            # Excel writes an empty text that a formula gave as an empty value of kind "str".
            self._blank |= self._kind == "str"
        elif local == "row":
            self._begin_row(told(attributes))
        elif local in ("col", "mergeCell", "autoFilter", "dimension"):
            self._note(local, told(attributes))

    def text(self, content: str) -> None:
        """Text inside the element that began last."""
        holds = self._within == "v" or (self._within == "t" and self._kind == "inlineStr")
        if holds and content.strip():
            self._valued = True

    def end(self, name: str) -> None:
        """An element ends."""
        self._within = ""
        if plain(name) == "c" and self._formula and not self._valued and not self._blank:
            self.uncomputed.append(self._cell)

    def judge(self) -> None:
        """Refuse a sheet too large; flag what is merged, hidden or filtered."""
        limits = self._account.limits
        rows, columns = self._furthest_row, self._furthest_column
        if columns > limits.sheet_columns or rows > limits.sheet_rows or self._cells > limits.sheet_cells:
            said = f"a sheet reaches row {rows:,} and column {columns:,} with {self._cells:,} cells"
            raise Refused("XLSX-10", f"{said}: more than can be read safely, save it as .csv")
        for code, message in UNSEEN.items():
            self._account.flag(code, message, self._unseen[code])

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        said = attributes.get("r", "").strip()
        self._row = row_number(said) if said else self._row + 1
        self._column = 0
        self._furthest_row = max(self._furthest_row, self._row)
        self._unseen["XLSX-04"] += attributes.get("hidden") in YES

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        self._cells += 1
        self._kind = attributes.get("t", "")
        self._formula = self._valued = self._blank = False
        said = attributes.get("r", "").strip()
        row, self._column = place(said) if said else (self._row, self._column + 1)
        self._cell = said or f"row {row:,}, column {self._column:,}"
        self._furthest_row = max(self._furthest_row, row)
        self._furthest_column = max(self._furthest_column, self._column)

    def _note(self, local: str, attributes: Mapping[str, str]) -> None:
        if local == "dimension":
            for corner in attributes.get("ref", "").split(":"):
                row, column = place(corner) if CELL.fullmatch(corner) else (0, 0)
                self._furthest_row, self._furthest_column = (
                    max(self._furthest_row, row), max(self._furthest_column, column)
                )  # fmt: skip
        elif local == "mergeCell":
            self._unseen["XLSX-03"] += 1
        elif local == "autoFilter":
            self._unseen["XLSX-06"] += 1
        else:
            self._unseen["XLSX-05"] += attributes.get("hidden") in YES
