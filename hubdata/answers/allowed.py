"""Whether a question allows what was asked of it; each refusal is one sentence for a reader."""

import math
from collections.abc import Mapping
from typing import Any

from hubdata.answers.question import Option, Question, Unanswerable
from hubdata.catalogue import DATASETS
from hubdata.store import Store
from hubdata.vocabulary import DIMENSIONS


def checked(
    question: Question, by: tuple[str, ...], only: Mapping[str, str], words: Mapping[str, Any]
) -> dict[str, Any]:
    """The words that were said, without those left open; raises ``Unanswerable`` at the first that cannot be."""
    for place, name in enumerate(by):
        _dimension(question, name, question.by, "grouped by")
        if name in by[:place]:
            raise Unanswerable(f"{name!r} is given twice in --by")
    for name in only:
        _dimension(question, name, (*question.only, *question.by), "narrowed by")
    made = {name: value for name, value in words.items() if value is not None}
    options = {option.name: option for option in question.options}
    for name, value in made.items():
        if name == "as_at" and not question.has_day:
            raise Unanswerable(f"{question.name} is not of one day: it has no --as-at")
        if name not in (*options, "as_at"):
            raise Unanswerable(f"{question.name} has no option {name!r}: it has {', '.join(options) or 'none'}")
        if name in options:
            _value(options[name], value)
    return made


def _dimension(question: Question, name: str, allowed: tuple[str, ...], verb: str) -> None:
    if name not in allowed or name not in DIMENSIONS:
        named = ", ".join(dict.fromkeys(allowed)) or "nothing"
        raise Unanswerable(f"{question.name} cannot be {verb} {name!r}: choose from {named}")


def _value(option: Option, value: Any) -> None:
    if option.allowed and value not in option.allowed:
        raise Unanswerable(f"{option.name} {value!r} is not known: choose from {', '.join(option.allowed)}")
    if isinstance(value, float) and not math.isfinite(value):
        raise Unanswerable(f"{option.name} must be a number, not {value}")
    if option.least is not None and value < option.least:
        raise Unanswerable(f"{option.name} must be at least {option.least:g}, not {value:g}")


ALWAYS = ("lead",)


def unanswered(store: Store, question: Question) -> list[str]:
    """What stands in the way of a question, and of each value of its options; nothing when all can be answered."""
    missing = [DATASETS[name].absent for name in question.needs if not store.has(name)]
    if missing:
        return missing
    asked = [(option.name, value, table) for option in question.options for value, table in option.needs.items()]
    return [f"{name} {value}: {DATASETS[table].absent}" for name, value, table in asked if not holds(store, table)]


def holds(store: Store, table: str) -> bool:
    """Whether the table is loaded; members count as loaded when they hold more than the leads that lists publish."""
    return store.has(table) and (table != "members" or beyond_leads(store))


def is_published(table: str) -> bool:
    """Whether anybody publishes a file of the table."""
    return DATASETS[table].published


def beyond_leads(store: Store) -> bool:
    """Whether the members hold more than the lead schools, which is all that anybody publishes of them."""
    return store.kept(
        "beyond leads", lambda: not set(store.table("members")["role"].astype("str").unique()) <= set(ALWAYS)
    )
