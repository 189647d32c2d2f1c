"""``table``: any measure as CSV on standard output, the same rows as the pages."""

import argparse
from datetime import date
from typing import Any, TextIO

import pandas as pd

from hubdata.answers.allowed import unanswered
from hubdata.answers.ask import QUESTIONS, ask
from hubdata.answers.question import Answer, Option, Question, Unanswerable
from hubdata.commands.opening import open_store
from hubdata.dictionary.measures import MEASURES
from hubdata.exports.rows import written
from hubdata.provenance import Unpublished
from hubdata.store import Store
from hubdata.vocabulary import DIMENSIONS

SUMMARY = "print a measure as CSV"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The measure, the data, the grouping, and every option that some measure has."""
    parser.add_argument("measure", nargs="?", help="which measure; see --list")
    parser.add_argument(
        "--list", action="store_true", help="measures, dimensions, options and what the data can answer"
    )
    parser.add_argument("--data", help="england, illustrative, a folder, .zip or address (else HUBDATA, else england)")
    parser.add_argument("--by", default="", help="dimensions to group by, separated by commas")
    parser.add_argument("--only", action="append", default=[], metavar="DIMENSION=CODE", help="keep one group alone")
    parser.add_argument("--as-at", metavar="DATE", help="networks active on this day, as 2018-03-12")
    for name, option in _every_option().items():
        said = f"--{name.replace('_', '-')}"
        if option.kind is bool:
            parser.add_argument(said, dest=name, action="store_const", const=True, help=option.meaning)
        else:
            parser.add_argument(said, dest=name, help=option.meaning)


def _every_option() -> dict[str, Option]:
    return {option.name: option for question in QUESTIONS.values() for option in question.options}


def run(arguments: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Print the table and its messages; 2 with one sentence when the choices or the data do not allow it."""
    try:
        if arguments.list:
            written(listing(open_store(arguments.data))).to_csv(out, index=False, lineterminator="\n")
            return 0
        answer = _answer(arguments)
    except (Unanswerable, Unpublished) as error:
        print(error, file=err)
        return 2
    for message in answer.messages:
        print(message, file=err)
    written(answer.table).to_csv(out, index=False, lineterminator="\n")
    return 0


def _answer(arguments: argparse.Namespace) -> Answer:
    if not arguments.measure:
        raise Unanswerable("which measure? 'table --list' shows them")
    by = tuple(name.strip() for name in arguments.by.split(",") if name.strip())
    only = _only(arguments.only)
    own = (
        {option.name: option for option in QUESTIONS[arguments.measure].options}
        if arguments.measure in QUESTIONS
        else {}
    )
    asked = {name: getattr(arguments, name) for name in _every_option()}
    words = {name: _read(own[name], text) if name in own else text for name, text in asked.items()}
    words["as_at"] = _day(arguments.as_at)
    return ask(open_store(arguments.data), arguments.measure, by, only, **words)


def _only(given: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in given:
        name, equals, code = text.partition("=")
        if not equals or name not in DIMENSIONS:
            raise Unanswerable(f"--only {text!r} is not DIMENSION=CODE with a dimension of 'table --list'")
        if found.setdefault(name, code) != code:
            raise Unanswerable(f"--only names two groups of {name}: a table keeps one")
    return found


def _read(option: Option, text: str | None) -> Any:
    try:
        return None if text is None else option.kind(text)
    except ValueError as error:
        raise Unanswerable(f"--{option.name.replace('_', '-')} must be a number, not {text!r}") from error


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise Unanswerable(f"--as-at must be a day such as 2018-03-12, not {text!r}") from error


def listing(store: Store) -> pd.DataFrame:
    """One row a measure: what it is, its dimensions and options, whether this snapshot can answer it, its columns."""
    return pd.DataFrame([_row(store, question) for question in QUESTIONS.values()])


def _row(store: Store, question: Question) -> dict[str, str]:
    return {
        "measure": question.name,
        "meaning": question.meaning,
        "by": " ".join(question.by),
        "options": " ".join(_option(question, option) for option in question.options),
        "answers": "; ".join(unanswered(store, question)) or "yes",
        "columns": " | ".join(f"{column.name}: {column.meaning}" for column in MEASURES[question.name]),
    }


def _option(question: Question, option: Option) -> str:
    default = question.defaults[option.name]
    if option.kind is bool:
        return f"--{option.name}"
    said = f"--{option.name.replace('_', '-')}={'auto' if default is None else default}"
    return f"{said}({'|'.join(option.allowed)})" if option.allowed else said
