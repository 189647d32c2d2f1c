"""What came of a reader's files, in a sentence and as their reports."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from hubdata.app.data import journal
from hubdata.building import Built
from hubdata.building.reports import as_json
from hubdata.provenance import Status
from hubdata.store import Store


@dataclass(frozen=True)
class Taken:
    """What came of the files of one upload: the sentence, each file's report as ``check --json`` has it, and the rows.

    ``shown`` says whether the session now sees them; ``quarantine`` holds the rows set aside, by file.
    """

    key: tuple[str, ...]
    sentence: str
    shown: bool = False
    files: Sequence[dict[str, Any]] = ()
    quarantine: dict[str, Any] = field(default_factory=dict)


def outcome(key: tuple[str, ...], base: Store, found: tuple[Built, Store] | BaseException) -> Taken:
    """What to tell of files that were read beside ``base``, or of the error that stopped them; written down too."""
    if isinstance(found, BaseException):
        journal.failed(found)
        return Taken(key, f"These files could not be read ({type(found).__name__}). What you saw before stays.")
    built, own = found
    journal.read(built)
    sentence = _refused(built) if own is base else _shown(base, own, built)
    files = as_json(built.reports, built.between, promised=False)["files"]
    return Taken(key, sentence, own is not base, files, dict(built.quarantine))


def _refused(built: Built) -> str:
    if any(report.taken for report in built.reports):
        return "The files were read, but they only help to read others: bring those too. What you saw before stays."
    what = "The file was" if len(built.reports) == 1 else f"All {len(built.reports)} files were"
    return f"{what} left out, for the reasons below. What you saw before stays."


def _shown(base: Store, own: Store, built: Built) -> str:
    used = sum(report.taken for report in built.reports)
    left = len(built.reports) - used
    parts = [f"{used} {'file' if used == 1 else 'files'} can be seen on every page, in this session only."]
    if left:
        parts.append(f"{left} {'was' if left == 1 else 'were'} left out, for the reasons below.")
    if base.status is Status.ILLUSTRATIVE and own.status is not Status.ILLUSTRATIVE:
        parts.append("The illustrative England was put away: made-up and official numbers never stand together.")
    elif own.status is Status.ILLUSTRATIVE:
        parts.append("They stand beside the illustrative England, so every number is still illustrative.")
    return " ".join(parts)
