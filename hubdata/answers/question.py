"""What a question is: its options, what it may be grouped by and narrowed to, and the function that answers it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import pandas as pd

from hubdata.provenance import Source


class Unanswerable(ValueError):
    """An option that makes no sense or a code that the data do not know; its text is one sentence for a reader."""


@dataclass(frozen=True)
class Option:
    """An option of a question: its default, what it may be and what it means.

    ``choices`` empty means any value that ``kind`` can read; ``least`` is the smallest number allowed. ``needs`` names
    the table that a choice needs beyond those of the question.
    """

    name: str
    default: Any
    meaning: str
    choices: tuple[str, ...] = ()
    kind: type = str
    least: float | None = None
    needs: Mapping[str, str] = field(default_factory=dict)


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
    """A measure of the command line and the pages: ``answer(store, by, **options)`` gives the table.

    ``by`` are the dimensions it can be grouped by, ``default_by`` those it takes when none is asked for, ``only`` those
    that ``answer`` can narrow its schools to (as ``only={"phase": "Primary"}``); ``needs`` are the tables it needs.
    """

    name: str
    meaning: str
    answer: Callable[..., Answer]
    options: tuple[Option, ...] = ()
    by: tuple[str, ...] = ()
    needs: tuple[str, ...] = ("schools", "districts")
    default_by: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
