"""The same question of each kind of network in turn, for ``--by kind``."""

from typing import Any

import pandas as pd

from hubdata.answers.network_kinds import narrowed
from hubdata.answers.question import Answer, Question, Unanswerable
from hubdata.provenance import Source, Unpublished
from hubdata.schema import NETWORK_KINDS
from hubdata.store import Store
from hubdata.vocabulary import DIMENSIONS


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
