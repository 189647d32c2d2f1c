"""What a question is: its options, what it may be grouped by and narrowed to, and the function that answers it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from types import MappingProxyType
from typing import Any, TypeVar

import pandas as pd

from hubdata.provenance import Source

Chosen = TypeVar("Chosen")


class Unanswerable(ValueError):
    """An option that makes no sense or a code that the data do not know; its text is one sentence for a reader."""


@dataclass(frozen=True)
class Option:
    """An option of a question: what it means and what it may be. Its default is that of the question's choices.

    ``allowed`` empty means any value that ``kind`` can read; ``least`` is the smallest number allowed. ``needs`` names
    the table that a value needs beyond those of the question; ``unsaid`` is one that nobody mentions while it is as
    usual. One whose ``kind`` is ``bool`` is said or not, without a value.
    """

    name: str
    meaning: str
    allowed: tuple[str, ...] = ()
    kind: type = str
    least: float | None = None
    needs: Mapping[str, str] = field(default_factory=dict)
    unsaid: bool = False


@dataclass(frozen=True)
class Answer:
    """A table with what a reader should be told beside it, and the sources it rests on.

    ``facts`` are what the messages say, as values by name, for those who write a sentence of their own; never changed.
    """

    table: pd.DataFrame
    messages: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Facts are kept as they were given."""
        object.__setattr__(self, "facts", MappingProxyType(dict(self.facts)))


@dataclass(frozen=True)
class Question:
    """A measure of the command line and the pages: ``answer`` takes the store and gives the table.

    ``choices`` is the type of the frozen value that says what is asked; its fields hold the defaults, and ``options``
    are those of them that can be asked for by a word. ``by`` are the dimensions the answer can be grouped by,
    ``default_by`` those it takes when none is asked for, ``only`` those that it can narrow its schools to; ``needs``
    are the tables it needs. ``dated`` is False where the networks are those of all days.

    ``answer`` takes what the question declares and nothing else: the store, then ``by`` where there is any, then the
    choices where there are any, and ``only`` by its name (``{"phase": "Primary"}``).
    """

    name: str
    meaning: str
    answer: Callable[..., Answer]
    options: tuple[Option, ...] = ()
    by: tuple[str, ...] = ()
    needs: tuple[str, ...] = ("schools", "districts")
    default_by: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    choices: type | None = None
    dated: bool = True

    @property
    def defaults(self) -> dict[str, Any]:
        """Every value that the choices hold, by its name, as it is where nobody says otherwise."""
        return leaves(self.choices()) if self.choices else {}

    @property
    def has_day(self) -> bool:
        """Whether it can be asked of a day."""
        return self.dated and "as_at" in self.defaults

    def asked(self, store: Any, by: tuple[str, ...], only: Mapping[str, str], choices: Any) -> Answer:
        """The answer, from as much of this as the question declares."""
        given = (*((by,) if self.by else ()), *((choices,) if self.choices else ()))
        return self.answer(store, *given, **({"only": only} if self.only and only else {}))


def leaves(choices: Any) -> dict[str, Any]:
    """The values of a frozen choice by their name, those of a choice within it among them, in the order of fields."""
    found: dict[str, Any] = {}
    for each in fields(choices):
        value = getattr(choices, each.name)
        found |= leaves(value) if is_dataclass(value) else {each.name: value}
    return found


def altered(choices: Chosen, values: Mapping[str, Any]) -> Chosen:
    """The choices with some of their values changed, however deep within they stand."""
    changed = {}
    for each in fields(choices):
        value = getattr(choices, each.name)
        if is_dataclass(value):
            changed[each.name] = altered(value, values)
        elif each.name in values:
            changed[each.name] = values[each.name]
    return replace(choices, **changed)
