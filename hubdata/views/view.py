"""What every view is, and how it asks: a finding, a picture and the proof, with the command that prints the same."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

import pandas as pd
import plotly.graph_objects as go

from hubdata.answers import lots
from hubdata.answers.ask import QUESTIONS, answer_to
from hubdata.answers.question import Question, leaves
from hubdata.answers.recent import recent
from hubdata.dictionary.column import Column
from hubdata.dictionary.measures import column
from hubdata.maps.layers import Map
from hubdata.maps.legend import Legend
from hubdata.measures.asked import Reach
from hubdata.provenance import STATUS_WORDS, Source, Status, days_of
from hubdata.store import Store

Draw = TypeVar("Draw", bound=Callable[..., Any])
VIEWS = 256
LONGEST = 110  # letters of a file name


@dataclass(frozen=True)
class Proof:
    """A table, the command that prints it, where it came from and what a reader should know beside it.

    ``facts`` are the values that the notes say (``Answer.facts``): what a finding needs is read there, never in a note.
    """

    table: pd.DataFrame
    command: tuple[str, ...]
    sources: tuple[Source, ...]
    notes: tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def credit(self) -> str:
        """Dataset, publisher and date of every source, each once."""
        return "; ".join(dict.fromkeys(source.say() for source in self.sources))


@dataclass(frozen=True)
class View:
    """One picture with the sentence it shows and the table that proves it.

    ``title`` names the measure; ``finding`` is the sentence a reader should take away; ``definition`` says what is
    counted over what. ``picks`` names the dimension that a click or a row chooses. ``method`` is how it is worked out,
    a sentence each, with the names that a statistician knows it by: shown on request, never said by what opens a page.
    ``awaits`` is the reach whose lots are being drawn: they will say more of this picture.
    """

    title: str
    finding: str
    definition: str
    proof: Proof
    status: Status
    drawing: go.Figure | Map | None = None
    legend: Legend | None = None
    picks: str = ""
    method: tuple[str, ...] = ()
    awaits: Reach | None = None

    @property
    def columns(self) -> list[Column]:
        """What each column of the table is, as the dictionary has it for the measure."""
        measure = self.proof.command[0]
        return [column(measure, name) for name in self.proof.table.columns]

    @property
    def source_line(self) -> str:
        """Every source with its date, what is left out, and what kind of data it is: beside every picture and in it."""
        notes = "".join(f" {note[:1].upper()}{note[1:]}." for note in self.proof.notes)
        return f"Source: {self.proof.credit}.{notes} {STATUS_WORDS[self.status]}"

    @property
    def short_line(self) -> str:
        """Where it comes from, short enough for a board: every source with its day, and what kind of data it is."""
        return f"Source: {days_of(self.proof.sources)}. {STATUS_WORDS[self.status]}"

    @property
    def slug(self) -> str:
        """The title as a file name: lower case, hyphens; of a long one the beginning and the end."""
        whole = "-".join("".join(c if c.isalnum() else " " for c in self.title.lower()).split())
        return whole if len(whole) <= LONGEST else f"{whole[:60].rstrip('-')}-{whole[60 - LONGEST :].lstrip('-')}"


def proved(
    store: Store,
    measure: str,
    by: tuple[str, ...] = (),
    only: Mapping[str, str] | None = None,
    choices: Hashable = None,
) -> Proof:
    """Ask, and keep the command line that asks the same; what was asked lately is not worked out again.

    ``choices`` are the frozen value that the question takes; None where nobody chose anything.
    """
    key = (measure, by, tuple((only or {}).items()), choices)

    def asked() -> Proof:
        answer = answer_to(store, measure, by, only, choices)
        words = command(measure, by, only or {}, choices)
        return Proof(answer.table, words, answer.sources, answer.messages, answer.facts)

    return recent(store, "proofs", key, asked)


def lately(draw: Draw) -> Draw:
    """A view that is kept for its choices while they are among the latest asked for; nobody changes a view.

    ``draw`` takes the store, the choices (which can be told apart by their values) and its look by name.
    """

    @wraps(draw)
    def kept(store: Store, choices: Hashable, **look: Hashable) -> View:
        reach = getattr(choices, "reach", None)
        # What lots say may come after a view was first drawn: it is then another view.
        key = (draw.__module__, draw.__name__, choices, tuple(look.items()), reach and lots.are_there(store, reach))
        return recent(store, "views", key, lambda: draw(store, choices, **look), room=VIEWS)

    return kept


def command(measure: str, by: tuple[str, ...], only: Mapping[str, str], choices: Hashable) -> tuple[str, ...]:
    """The words after ``python -m hubdata table`` that print the same rows."""
    words = [measure, *(("--by", ",".join(by)) if by else ())]
    for name, code in only.items():
        words += ["--only", f"{name}={code}"]
    for name, value in _said(QUESTIONS[measure], choices).items():
        if value is True:
            words.append(f"--{name}")
            continue
        text = repr(value).removesuffix(".0") if isinstance(value, float) else str(value)
        words += [f"--{name.replace('_', '-')}", text]
    return tuple(words)


def _said(question: Question, choices: Hashable) -> dict[str, Any]:
    """The values of the choices that a person would say: not what is left open, and no radius where none counts."""
    every = leaves(choices) if choices is not None else {}
    unsaid = {option.name for option in question.options if option.unsaid}
    usual = {name for name in unsaid & every.keys() if every[name] == question.defaults[name]}
    idle = {"km"} if every.get("definition", "within") != "within" else set()
    idle |= every.keys() - {
        "as_at",
        *(option.name for option in question.options),
    }  # the command line has no word for it
    return {name: value for name, value in every.items() if value is not None and name not in usual | idle}
