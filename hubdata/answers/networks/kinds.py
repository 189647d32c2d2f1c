"""Which kind of network a question means, and the role that it may be narrowed to."""

from typing import Any

import pandas as pd

from hubdata.answers.question import Answer, Question, Unanswerable
from hubdata.provenance import Source, Unpublished
from hubdata.schema import NETWORK_KINDS
from hubdata.store import Store
from hubdata.vocabulary import DIMENSIONS

ALLIANCES, HUBS = "teaching_school_alliance", "teaching_school_hub"
ROLE = "/"  # between a kind and the role that it is narrowed to


def kind_of(store: Store, kind: str | None) -> str:
    """The kind of network meant: the one asked for, else alliances where the store has them, else hubs.

    Wherever networks are chosen a kind may be narrowed to those that offer a role (see ``offering``).
    """
    if kind:
        return kind
    kinds = store.kept("kinds", lambda: set(store.table("networks")["kind"].astype("str")))
    return ALLIANCES if ALLIANCES in kinds else HUBS


def offering(store: Store, kind: str | None, role: str | None) -> str | None:
    """The kind narrowed to the networks that offer a role; the kind itself where no role is asked for."""
    return f"{any_role(kind_of(store, kind))}{ROLE}{role}" if role else kind


def any_role(kind: str) -> str:
    """The kind without the role that it was narrowed to."""
    return kind.partition(ROLE)[0]


def listed(store: Store, kind: str | None) -> pd.DataFrame:
    """Every network of a kind, active or not; narrowed to a role, those that ever offered it."""
    chosen, _, role = kind_of(store, kind).partition(ROLE)
    table = store.table("networks")
    mine = table if chosen == "all" else table.loc[table["kind"] == chosen]
    if not role:
        return mine
    roles = store.table("roles")
    ever = roles.loc[roles["area_of_work"] == role, "network"].astype("str")
    return mine.loc[mine["network"].astype("str").isin(ever)]


def narrowed(store: Store, choices: dict[str, Any]) -> dict[str, Any]:
    """The choices with the role among them as a narrowing of the kind."""
    if "role" not in choices:
        return choices
    rest = {name: value for name, value in choices.items() if name != "role"}
    return rest | {"kind": offering(store, choices.get("kind"), choices["role"])}


def for_each_kind(store: Store, question: Question, by: tuple[str, ...], choices: dict[str, Any]) -> Answer:
    """The answer; with ``kind`` in ``by`` one for each kind of network that has one, with the kind in its own column.

    A kind that is not active or whose records are not loaded has no rows; where that is so for all of them, the
    reason of the first is given.
    """
    if "kind" not in by:
        return question.answer(store, by, **narrowed(store, choices))
    rest = tuple(name for name in by if name != "kind")
    answers, reasons = {}, []
    for kind in _kinds(store, choices):
        try:
            answers[kind] = question.answer(store, rest, **narrowed(store, choices | {"kind": kind}))
        except (Unanswerable, Unpublished) as error:
            reasons.append(error)
    if not answers:
        raise reasons[0]
    tables = [answer.table.assign(kind=kind) for kind, answer in answers.items()]
    table = pd.concat(tables, ignore_index=True)
    table["kind"] = pd.Categorical(table["kind"], categories=NETWORK_KINDS, ordered=True)
    return Answer(table[_columns(table, by)], _told(answers), _sources(answers))


def _kinds(store: Store, choices: dict[str, Any]) -> list[str]:
    loaded = set(store.table("networks")["kind"].astype("str"))
    asked = choices.get("kind")
    return asked.split(",") if asked and asked != "all" else [kind for kind in NETWORK_KINDS if kind in loaded]


def _columns(table: pd.DataFrame, by: tuple[str, ...]) -> list[str]:
    """The kind where ``by`` has it: behind the columns of the dimensions before it."""
    others = [name for name in table if name != "kind"]
    before = sum(len(DIMENSIONS[name].columns) for name in by[: by.index("kind")])
    return [*others[:before], "kind", *others[before:]]


def _told(answers: dict[str, Answer]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(message for answer in answers.values() for message in answer.messages))


def _sources(answers: dict[str, Answer]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(source for answer in answers.values() for source in answer.sources))
