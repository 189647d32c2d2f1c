"""Which networks a question means, and an answer for each kind of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from hubdata.answers.question import Answer, Question, Unanswerable, altered
from hubdata.measures.asked import Networks
from hubdata.provenance import Source, Unpublished
from hubdata.schema import NETWORK_KINDS
from hubdata.store import Store
from hubdata.vocabulary import DIMENSIONS

ALLIANCES, HUBS = "teaching_school_alliance", "teaching_school_hub"


def kind_of(store: Store, kind: str | None = None) -> str:
    """The kind of network meant: the one asked for, else alliances where the store has them, else hubs."""
    if kind:
        return kind
    kinds = store.kept("kinds", lambda: set(store.table("networks")["kind"].astype("str")))
    return ALLIANCES if ALLIANCES in kinds else HUBS


def usual(store: Store, networks: Networks) -> Networks:
    """The networks with the kind that is meant, where none was asked for."""
    return networks if networks.kind else replace(networks, kind=kind_of(store))


def listed(store: Store, networks: Networks) -> pd.DataFrame:
    """Every network of a kind, active or not, whatever the day; of a role, those that ever offered it."""
    kind, table = kind_of(store, networks.kind), store.table("networks")
    mine = table if kind == "all" else table.loc[table["kind"] == kind]
    if not networks.role:
        return mine
    roles = store.table("roles")
    ever = roles.loc[roles["area_of_work"] == networks.role, "network"].astype("str")
    return mine.loc[mine["network"].astype("str").isin(ever)]


def for_each_kind(
    store: Store, question: Question, by: tuple[str, ...], only: Mapping[str, str], choices: Any, kinds: Sequence[str]
) -> Answer:
    """One answer for each kind of network that has one, with the kind in its own column.

    A kind that is not active or whose records are not loaded has no rows; where that is so for all of them, the
    reason of the first is given.
    """
    rest = tuple(name for name in by if name != "kind")
    answers, reasons = {}, []
    for kind in kinds:
        try:
            answers[kind] = question.asked(store, rest, only, altered(choices, {"kind": kind}))
        except (Unanswerable, Unpublished) as error:
            reasons.append(error)
    if not answers:
        raise reasons[0]
    tables = [answer.table.assign(kind=kind) for kind, answer in answers.items()]
    table = pd.concat(tables, ignore_index=True)
    table["kind"] = pd.Categorical(table["kind"], categories=NETWORK_KINDS, ordered=True)
    return Answer(table[_columns(table, by)], _told(answers), _sources(answers))


def kinds_of(store: Store, asked: str | None) -> list[str]:
    """The one kind that was asked for, else every kind that the store has."""
    loaded = set(store.table("networks")["kind"].astype("str"))
    return [asked] if asked and asked != "all" else [kind for kind in NETWORK_KINDS if kind in loaded]


def _columns(table: pd.DataFrame, by: tuple[str, ...]) -> list[str]:
    """The kind where ``by`` has it: behind the columns of the dimensions before it."""
    others = [name for name in table if name != "kind"]
    before = sum(len(DIMENSIONS[name].columns) for name in by[: by.index("kind")])
    return [*others[:before], "kind", *others[before:]]


def _told(answers: dict[str, Answer]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(message for answer in answers.values() for message in answer.messages))


def _sources(answers: dict[str, Answer]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(source for answer in answers.values() for source in answer.sources))
