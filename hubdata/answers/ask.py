"""One door to every question: checks the choices, answers, and puts the rows in order."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from hubdata.answers import counts, listing, reach
from hubdata.answers.question import Answer, Question, Unanswerable
from hubdata.store import Store
from hubdata.vocabulary import DIMENSIONS

QUESTIONS: dict[str, Question] = {
    question.name: question for room in (counts, reach, listing) for question in room.QUESTIONS
}


def ask(
    store: Store, measure: str, by: tuple[str, ...] = (), only: Mapping[str, str] | None = None, **choices: Any
) -> Answer:
    """The answer to a question of the command line, with its rows in the order of the vocabulary.

    ``only`` keeps the rows of one group of a dimension (``{"phase": "Primary"}``); it adds no column.

    Raises ``Unanswerable`` (a wrong option or unknown measure) or ``Unpublished`` (the data cannot say), each with one
    sentence for the reader.
    """
    if measure not in QUESTIONS:
        raise Unanswerable(f"unknown measure {measure!r}: choose one of {', '.join(QUESTIONS)}")
    question = QUESTIONS[measure]
    _check(question, by, choices)
    extra = tuple(name for name in only or {} if name not in by and question.by)
    answer = question.answer(store, (*by, *extra), **choices)
    table = _only(_in_order(answer.table, by), only or {}, extra)
    return Answer(table, answer.messages, answer.sources)


def _only(table: pd.DataFrame, only: Mapping[str, str], extra: tuple[str, ...]) -> pd.DataFrame:
    for name, code in only.items():
        if name not in table:
            raise Unanswerable(f"this measure cannot be narrowed to one {DIMENSIONS[name].label.lower()}")
        table = table.loc[table[name].astype("str") == code]
    gone = [column for name in extra for column in DIMENSIONS[name].columns]
    return table.drop(columns=gone).reset_index(drop=True)


def _check(question: Question, by: tuple[str, ...], choices: dict[str, Any]) -> None:
    wrong = [name for name in by if name not in question.by]
    if wrong:
        allowed = ", ".join(question.by) or "nothing"
        raise Unanswerable(f"{question.name} cannot be grouped by {wrong[0]!r}: choose from {allowed}")
    options = {option.name: option for option in question.options}
    for name, value in choices.items():
        if name == "as_at":
            continue
        if name not in options:
            raise Unanswerable(f"{question.name} has no option {name!r}: it has {', '.join(options) or 'none'}")
        if value is not None and options[name].choices and value not in options[name].choices:
            raise Unanswerable(f"{name} {value!r} is not known: choose from {', '.join(options[name].choices)}")


def _in_order(table: pd.DataFrame, by: tuple[str, ...]) -> pd.DataFrame:
    columns = [DIMENSIONS[name].columns[0] for name in by if DIMENSIONS[name].columns[0] in table]
    return table.sort_values(columns, kind="stable", ignore_index=True) if columns else table
