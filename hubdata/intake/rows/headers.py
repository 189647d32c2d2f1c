"""Printed column names and ours: finding the header among the first rows, and matching each column we allow in."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

from hubdata.intake.verdicts import Refused

# Named for readers alone: what looks at headers before anything is read must not wait for Arrow.
if TYPE_CHECKING:
    from hubdata.intake.account import Account

BETWEEN_WORDS = re.compile(r"[^\w%]+|_")
INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
Score = Callable[[Sequence[str]], float]


@dataclass(frozen=True)
class Field:
    """A column we let in: our name, how publishers print it (today's first), and whether a file must have it.

    ``twice`` says that its publisher prints the name twice: the first counts. ``literal`` says that words such as None
    are words in it, as they are in any column of names. One that is ``unused`` only tells a file apart: nothing is made
    of it, so that whatever stands in it costs no row. With ``any_year`` its publisher prints the year into the name.
    """

    name: str
    printed: tuple[str, ...]
    required: bool = False
    twice: bool = False
    literal: bool = False
    unused: bool = False
    any_year: bool = False


def field(name: str, *printed: str, required: bool = False, **said: bool) -> Field:
    """A ``Field``; without printed names it is printed as it is called. ``said``: twice, literal, unused, any_year."""
    return Field(name, printed or (name,), required, **said)


@lru_cache(maxsize=8192)
def plain(name: str) -> str:
    """A printed name without what the eye cannot see: case, odd spaces, zero-width marks."""
    return " ".join(INVISIBLE.sub("", name).casefold().split())


@lru_cache(maxsize=8192)
def bare(name: str) -> str:
    """A printed name by its letters and digits alone: ``LA (code)``, ``LA..code.`` and ``la_code`` are one."""
    return BETWEEN_WORDS.sub("", plain(name))


@lru_cache(maxsize=64)
def _names(header: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(bare, header))


@lru_cache(maxsize=2048)
def _known(wanted: Field) -> frozenset[str]:
    """A field's names as they are compared; R puts an X before a name that begins with no letter."""
    marked = {f"x{bare(p).lstrip('%')}" for p in wanted.printed if not p[:1].isalpha()}
    return frozenset(map(bare, wanted.printed)) | marked


def stands_in(wanted: Field, header: Sequence[str]) -> bool:
    """Whether a header has the field under any of its names."""
    return not _names(tuple(header)).isdisjoint(_known(wanted))


def share(fields: Sequence[Field], header: Sequence[str]) -> float:
    """How many of the fields a header has, from 0 to 1."""
    return sum(stands_in(f, header) for f in fields) / len(fields)


def find_header(rows: Sequence[Sequence[str]], score: Score) -> int | None:
    """The index of the row that is most like a header of ours; None where none is."""
    scores = [score(row) for row in rows]
    best = max(scores, default=0.0)
    return scores.index(best) if best > 0 else None


def match(header: Sequence[str], fields: Sequence[Field], account: "Account") -> dict[str, int]:
    """Where each field stands in the header. Raises ``Refused`` for a repeated name or a missing required column."""
    names = [plain(name) for name in header]
    _refuse_repeats(names, header, {plain(p) for wanted in fields if wanted.twice for p in wanted.printed})
    places: dict[str, int] = {}
    for wanted in fields:
        found = _place(wanted, names)
        if found is not None:
            places[wanted.name] = found
            _note_repair(wanted, header[found], account)
    _refuse_missing([f for f in fields if f.required and f.name not in places], header)
    ignored = [name for i, name in enumerate(header) if i not in places.values()]
    account.inform("COL-05", f"columns not needed, not read: {', '.join(ignored[:20])}", len(ignored), "header")
    return places


def _place(wanted: Field, names: Sequence[str]) -> int | None:
    """Where a field stands: under the first of its names that is there as printed, else by letters and digits alone."""
    exact = next((alias for p in wanted.printed if (alias := plain(p)) in names), None)
    if exact is not None:
        return names.index(exact)
    return next((i for i, name in enumerate(names) if bare(name) in _known(wanted)), None)


def _note_repair(wanted: Field, printed: str, account: "Account") -> None:
    names = [plain(p) for p in wanted.printed]
    if wanted.any_year and plain(printed) in names:
        return
    if plain(printed) in names[1:] and plain(printed) != names[0]:
        account.fix("COL-03", f"'{printed}' is read as '{wanted.printed[0]}', its name in another release", 1, "header")
    elif printed not in wanted.printed:
        account.fix("COL-04", f"the header {printed!r} is read as '{wanted.printed[0]}'", 1, "header")


def _refuse_repeats(names: Sequence[str], header: Sequence[str], allowed: set[str]) -> None:
    repeated = [header[i] for i, name in enumerate(names) if name and name in names[:i] and name not in allowed]
    if repeated:
        message = f"the column name {repeated[0]!r} appears more than once: keep one of them"
        raise Refused("COL-02", message, "header", len(repeated))


def _refuse_missing(missing: Sequence[Field], header: Sequence[str]) -> None:
    if not missing:
        return
    said = []
    for wanted in missing:
        near = get_close_matches(wanted.printed[0], [str(h) for h in header], n=2, cutoff=0.5)
        said.append(f"'{wanted.printed[0]}'" + (f" (nearest: {', '.join(near)})" if near else ""))
    raise Refused("COL-01", f"the file lacks {'; '.join(said)}", "header", len(missing))
