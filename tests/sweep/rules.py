"""Every rule of the sweep by its name, and the reading of one visit by all of them."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from sweep import claims, figures
from sweep.agreement import Ledger
from sweep.visits import Visit
from sweep.words import Read, read

from hubdata.answers.question import Unanswerable
from hubdata.provenance import Unpublished
from hubdata.views.picture import Missing

RULES: dict[str, Callable[[Read], Iterable[str]]] = {
    "unknown": figures.unknown,
    "one of several": figures.one_of_several,
    "nought or fewer": figures.nought_or_fewer,
    "per cent": figures.wrong_per_cent,
    "whole or none": figures.whole_or_none,
    "rows": figures.wrong_rows,
    "verdict": claims.unjudged,
    "itself": claims.against_itself,
    "direction": claims.wrong_direction,
    "method": claims.names_of_methods,
}


class Complaint(NamedTuple):
    """A rule that a view breaks, and the words that break it."""

    address: str
    rule: str
    text: str


class Seen(NamedTuple):
    """What came of one visit: how many texts were read, whether the data refused, and every complaint."""

    texts: int
    refused: bool
    complaints: list[Complaint]


def look(visit: Visit, ledger: Ledger) -> Seen:
    """Draw the view and read it. What the data honestly cannot answer is read as a sentence; no other error is."""
    try:
        view = visit.draw()
    except (Unanswerable, Unpublished, Missing) as absent:
        said = Read(visit.address, (("finding", str(absent)),), area=visit.place.name)
        return Seen(1, True, list(_broken(said)))
    except Exception as error:  # any error at all is what the sweep looks for
        return Seen(0, False, [Complaint(visit.address, "exception", f"{type(error).__name__}: {error}")])
    if view is None:
        return Seen(0, True, [])
    words = read(visit.address, view, visit.place.name)
    torn = [Complaint(visit.address, "two values", text) for text in ledger.disagreements(words, visit.setting)]
    return Seen(len(words.texts), False, [*_broken(words), *torn])


def _broken(words: Read) -> Iterable[Complaint]:
    return (Complaint(words.address, name, text) for name, rule in RULES.items() for text in dict.fromkeys(rule(words)))
