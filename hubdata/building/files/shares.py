"""A file to read and what is delivered of it; and files shared out evenly among children."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hubdata.intake.filenames import ending
from hubdata.intake.verdicts import Report

if TYPE_CHECKING:
    import pyarrow as pa

# A zip of text is about this much smaller than what it holds; used only to share the work out evenly.
PACKED = 8


@dataclass(frozen=True)
class Said:
    """What a person said of a file: the day it describes, and replies to what reading it asked, by code."""

    as_at: date | None = None
    replies: Mapping[str, str] = field(default_factory=dict)


NOTHING = Said()


@dataclass(frozen=True)
class Given:
    """A file to read: where it is, the name it is known by, and what a person said of it."""

    path: Path
    name: str
    said: Said = NOTHING


@dataclass(frozen=True)
class Delivery:
    """What a child delivers of a file: its report, its tables, and the rows set aside."""

    report: Report
    tables: dict[str, "pa.Table"] = field(default_factory=dict)
    quarantine: "pa.Table | None" = None


def shared_out(jobs: list[tuple[int, Given]], children: int) -> list[list[tuple[int, Given]]]:
    """Jobs in as many shares as children, about even by size, the largest first."""
    shares: list[list[tuple[int, Given]]] = [[] for _ in range(max(1, children))]
    load = [0] * len(shares)
    for asked in sorted(jobs, key=lambda asked: -_weight(asked[1])):
        lightest = load.index(min(load))
        shares[lightest].append(asked)
        load[lightest] += _weight(asked[1])
    return shares


def _weight(job: Given) -> int:
    return job.path.stat().st_size * (PACKED if ending(job.name) == ".zip" else 1) + 50_000
