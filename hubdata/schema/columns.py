"""What a table and a column are."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "code", "whole", "number", "date", "flag", "shape"]


@dataclass(frozen=True)
class Column:
    """A column: its name everywhere, its kind, and what it means (with the unit)."""

    name: str
    kind: Kind
    meaning: str


@dataclass(frozen=True)
class Table:
    """A table: ``key`` columns identify a row and are never missing."""

    name: str
    key: tuple[str, ...]
    meaning: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """Column names, in order."""
        return [column.name for column in self.columns]


def columns(*rows: tuple[str, Kind, str]) -> tuple[Column, ...]:
    """Columns from their name, kind and meaning."""
    return tuple(Column(*row) for row in rows)
