"""What a malformed file is: its number in the design, its bytes, and the verdict, codes and counts it must get."""

from dataclasses import dataclass

from official_layouts import GIAS_COLUMNS, gias, schools

ROWS = 60
DATED = "edubasealldata20231116.csv"


@dataclass(frozen=True)
class Case:
    """A file and what is expected: ``codes`` are all findings graver than PASS, ``counts`` the account."""

    number: str
    what: str
    name: str
    body: bytes
    verdict: str
    codes: tuple[str, ...]
    counts: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)

    @property
    def file(self) -> str:
        """A name of its own in one folder: the number, then the name (whose date still reads)."""
        return f"case{self.number}_{self.name}"


def kept(
    rows: int = ROWS, quarantined: int = 0, duplicates: int = 0, footer: int = 0
) -> tuple[int, int, int, int, int]:
    """The account of a file that was taken."""
    return rows, rows - quarantined - duplicates - footer, quarantined, duplicates, footer


def refused(rows: int = ROWS, duplicates: int = 0, footer: int = 0) -> tuple[int, int, int, int, int]:
    """The account of a file that was refused once its rows were known: nothing is loaded."""
    return rows, 0, rows - duplicates - footer, duplicates, footer


def register(*changed: dict[str, str], count: int = ROWS, columns: list[str] = GIAS_COLUMNS, **how: str) -> bytes:
    """An extract of made-up schools, some cells changed: ``{"at": row, "column": "value"}``."""
    return gias(schools(count, *changed), columns, **how)


def cell(column: str, *values: str, start: int = 0) -> list[dict[str, str]]:
    """Changes that put values into one column, from row ``start`` on."""
    return [{"at": str(start + i), column: value} for i, value in enumerate(values)]


def plain(body: bytes) -> list[bytes]:
    """The lines of a file, without their ends."""
    return body.split(b"\r\n")[:-1]
