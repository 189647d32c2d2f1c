"""Where a table came from, and how far it may be trusted."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any


class Status(StrEnum):
    """What kind of data a table holds. Official and illustrative are never mixed in one figure."""

    OFFICIAL = "official"
    PUBLISHED = "published"
    ILLUSTRATIVE = "illustrative"
    UNPUBLISHED = "unpublished"


STATUS_WORDS = {
    Status.OFFICIAL: "Experimental analysis of published open data. Not official statistics.",
    Status.PUBLISHED: "Published figures, transcribed with their source.",
    Status.ILLUSTRATIVE: "Illustrative data: a made-up England. No school, trust or hub here is real.",
    Status.UNPUBLISHED: "A file of your own, not published. Only you see it.",
}


@dataclass(frozen=True)
class Source:
    """One file that was read, with everything a reader needs to find and judge it.

    ``as_at`` is the day the data describe and is None where nobody says; ``retrieved`` is the day the file was read.
    ``rows_in = loaded + quarantined + duplicates + footer`` always holds. ``fills`` names what the file
    says where the table's first source is silent.
    """

    dataset: str
    publisher: str
    status: Status
    as_at: date | None = None
    retrieved: date | None = None
    file: str = ""
    sha256: str = ""
    licence: str = "Open Government Licence v3.0"
    address: str = ""
    rows_in: int = 0
    loaded: int = 0
    quarantined: int = 0
    duplicates: int = 0
    footer: int = 0
    notes: tuple[str, ...] = field(default=())
    fills: tuple[str, ...] = field(default=())

    @property
    def day(self) -> str:
        """The day the data describe, in words; copied figures each name the publication they stood in."""
        if self.as_at:
            return say_date(self.as_at)
        return "a source with each figure" if self.status == Status.PUBLISHED else "date unknown"

    def say(self) -> str:
        """The credit printed under a picture: dataset, publisher and date."""
        day = f"as at {self.day}" if self.as_at else self.day
        filled = f"; for {', '.join(self.fills)} where the register is silent" if self.fills else ""
        return f"{self.dataset} ({self.publisher}, {day}{filled})"

    def to_json(self) -> dict[str, Any]:
        """The source as plain JSON values, dates as ISO text; ``fills`` only where there are any."""
        said = {k: v.isoformat() if isinstance(v, date) else v for k, v in asdict(self).items()}
        return {k: v for k, v in said.items() if v or k != "fills"}

    @classmethod
    def from_json(cls, written: dict[str, Any]) -> "Source":
        """The inverse of ``to_json``."""
        days = {k: date.fromisoformat(written[k]) if written.get(k) else None for k in ("as_at", "retrieved")}
        listed = {k: tuple(written.get(k, ())) for k in ("notes", "fills")}
        return cls(**{**written, **days, **listed, "status": Status(written["status"])})


def say_date(day: date) -> str:
    """A date as people write it here: ``16 Nov 2023``."""
    return f"{day.day} {day:%b %Y}"


def days_of(sources: Iterable[Source]) -> str:
    """Every source with its day, once; what only fills blanks of another stands in the whole credit alone."""
    return " · ".join(dict.fromkeys(f"{one.dataset}, {one.day}" for one in sources if not one.fills))


class Unpublished(LookupError):
    """The data loaded cannot answer: nobody publishes the table, and the reader has not brought it."""

    def __init__(self, table: str, what: str) -> None:
        """``table`` is the missing table's name; ``what`` is the sentence a reader sees."""
        super().__init__(what)
        self.table = table
