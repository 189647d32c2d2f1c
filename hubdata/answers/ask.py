"""One door to every question: checks the choices, answers, and puts the rows in order."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from hubdata.answers import datasets
from hubdata.answers.allowed import checked
from hubdata.answers.networks import (
    designations,
    eligibility,
    hub_areas,
    hub_lists,
    offered,
    overlap,
    training_links,
    training_providers,
    trusts,
)
from hubdata.answers.networks.kinds import for_each_kind, kinds_of
from hubdata.answers.people import (
    career,
    npq,
    programmes,
    project_retention,
    projects,
    recruiting,
    retaining,
    rungs,
    standing_out,
    two_pipelines,
    workforce,
)
from hubdata.answers.question import Answer, Question, Unanswerable, altered, leaves
from hubdata.answers.reach import coast, counts, gap, history, listing, my_school, settlement, share
from hubdata.answers.spread import areas, equity, ledger, likeness, need, resources, tiers
from hubdata.store import Store
from hubdata.vocabulary import DIMENSIONS

ROOMS = (
    counts,
    hub_areas,
    share,
    listing,
    my_school,
    gap,
    areas,
    overlap,
    tiers,
    offered,
    eligibility,
    equity,
    resources,
    ledger,
    settlement,
    coast,
    trusts,
    history,
    likeness,
    designations,
    recruiting,
    two_pipelines,
    retaining,
    standing_out,
    programmes,
    career,
    npq,
    rungs,
    projects,
    project_retention,
    training_links,
    need,
    hub_lists,
    training_providers,
    workforce,
    datasets,
)
QUESTIONS: dict[str, Question] = {question.name: question for room in ROOMS for question in room.QUESTIONS}


def ask(
    store: Store, measure: str, by: tuple[str, ...] = (), only: Mapping[str, str] | None = None, **words: Any
) -> Answer:
    """The answer to a question of the command line, with its rows in the order of the vocabulary.

    ``only`` keeps the schools of one group of a dimension (``{"phase": "Primary"}``); it adds no column. ``words`` are
    options by their name, as a person says them: here, and nowhere else, they become the frozen choices of the
    question.

    Raises ``Unanswerable`` (a wrong option or unknown measure) or ``Unpublished`` (the data cannot say), each with one
    sentence for the reader.
    """
    question = _known(measure)
    by, only = by or question.default_by, only or {}
    said = checked(question, by, only, words)
    return _answered(store, question, by, only, altered(question.choices(), said) if question.choices else None)


def answer_to(
    store: Store, measure: str, by: tuple[str, ...] = (), only: Mapping[str, str] | None = None, choices: Any = None
) -> Answer:
    """The same, for choices that are one frozen value already: of the question's type, or None for its defaults."""
    question = _known(measure)
    by, only = by or question.default_by, only or {}
    chosen = choices if choices is not None or not question.choices else question.choices()
    if chosen is not None and not (question.choices and isinstance(chosen, question.choices)):
        raise TypeError(f"{measure} is asked with {question.choices}, not with {type(chosen)}")
    if chosen is not None:
        usual = question.defaults
        checked(question, by, only, {name: value for name, value in leaves(chosen).items() if value != usual[name]})
    else:
        checked(question, by, only, {})
    return _answered(store, question, by, only, chosen)


def _known(measure: str) -> Question:
    if measure not in QUESTIONS:
        raise Unanswerable(f"unknown measure {measure!r}: choose one of {', '.join(QUESTIONS)}")
    return QUESTIONS[measure]


def _answered(store: Store, question: Question, by: tuple[str, ...], only: Mapping[str, str], choices: Any) -> Answer:
    passed = {name: code for name, code in only.items() if name in question.only}
    kept = {name: code for name, code in only.items() if name not in question.only}
    extra = tuple(name for name in kept if name not in by)
    every = (*by, *extra)
    if "kind" in every:
        kinds = kept["kind"].split(",") if "kind" in kept else kinds_of(store, leaves(choices)["kind"])
        answer = for_each_kind(store, question, every, passed, choices, kinds)
    else:
        answer = question.asked(store, every, passed, choices)
    return Answer(_only(_in_order(answer.table, by), kept, extra), answer.messages, answer.sources, answer.facts)


def _only(table: pd.DataFrame, kept: Mapping[str, str], extra: tuple[str, ...]) -> pd.DataFrame:
    """The rows of the groups, without the columns that were added to find them."""
    for name, code in kept.items():
        table = table.loc[table[DIMENSIONS[name].columns[0]].astype("str").isin(code.split(","))]
    gone = [column for name in extra for column in DIMENSIONS[name].columns]
    return table.drop(columns=gone).reset_index(drop=True)


def _in_order(table: pd.DataFrame, by: tuple[str, ...]) -> pd.DataFrame:
    columns = [DIMENSIONS[name].columns[0] for name in by if DIMENSIONS[name].columns[0] in table]
    return table.sort_values(columns, kind="stable", ignore_index=True) if columns else table.reset_index(drop=True)
