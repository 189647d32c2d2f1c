"""What a format is: how a file of it is known, who publishes it, and how its rows become tables."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from hubdata.intake.account import Account
from hubdata.intake.files.shapes import Shapes
from hubdata.intake.rows.headers import Field, share
from hubdata.intake.sheet import Sheet
from hubdata.provenance import Status
from hubdata.sources.reference import Reference

# A header with this share of a format's columns is taken for that format; what it lacks is then said, not guessed.
ALIKE = 0.6
Tables = dict[str, pa.Table]


@dataclass(frozen=True)
class Context:
    """What a reader may know beside the rows: the file's name, the day it describes if anybody said, and England."""

    name: str
    as_at: date | None = None
    reference: Reference | None = None


@dataclass(frozen=True)
class Format:
    """A kind of file. ``read`` turns its rows (or shapes) into tables and tells the account what it noticed.

    ``dated`` says whether a missing date is worth a flag; ``content_date`` finds the date inside the file.
    ``several`` says whether a snapshot may hold many such files at once (the project's own templates), and
    ``may_be_empty`` whether a header alone is an answer. ``alike`` is the share of its telling columns that a header
    must have to be taken for it. ``instead_of`` names another format that says the same: of both the newest is used.
    """

    name: str
    title: str
    publisher: str
    fields: tuple[Field, ...]
    read: Callable[[Sheet, Account, Context], Tables]
    address: str = ""
    status: Status = Status.OFFICIAL
    dated: bool = True
    several: bool = False
    may_be_empty: bool = False
    known_by: tuple[str, ...] = ()
    content_date: Callable[[Sheet], date | None] | None = None
    alike: float = ALIKE
    instead_of: str = ""

    def likeness(self, header: Sequence[str]) -> float:
        """How like this format a header is: the share of its telling columns, 0 when too few to be sure."""
        telling = [f for f in self.fields if f.name in self.known_by] if self.known_by else self.fields
        found = share(telling, header)
        return found if found >= self.alike else 0.0


@dataclass(frozen=True)
class ShapeFormat:
    """A kind of boundary file, known by the properties of its features."""

    name: str
    title: str
    publisher: str
    claims: Callable[[Shapes], bool]
    read: Callable[[Shapes, Account, Context], Tables]
    address: str = ""
    status: Status = Status.OFFICIAL
    dated: bool = True
    several: bool = False


def empty_to_null(columns: Mapping[str, pa.Array]) -> pa.Table:
    """Text columns as a table in which a blank is missing."""
    import pyarrow.compute as pc

    blank = {
        name: pc.equal(values, "") if pa.types.is_string(values.type) else None for name, values in columns.items()
    }
    nothing = pa.scalar(None, pa.string())
    return pa.table({n: v if blank[n] is None else pc.if_else(blank[n], nothing, v) for n, v in columns.items()})
