"""Rows of a table that holds each grouping's own rows: the one asked for, narrowed and named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from hubdata.answers.question import Unanswerable
from hubdata.catalogue import DATASETS
from hubdata.measures.people.editions import split_by
from hubdata.provenance import Unpublished
from hubdata.store import Store
from hubdata.vocabulary import DIMENSIONS

Only = Mapping[str, str]


@dataclass(frozen=True)
class Edition:
    """The edition to read; None is the newest of each row."""

    release: str | None = None


NEWEST = Edition()


def rows_of(
    table: pd.DataFrame, by: Sequence[str], only: Only | None, groups: Sequence[str], what: str
) -> pd.DataFrame:
    """The rows split by ``by`` and by what ``only`` narrows to, those of ``only`` alone.

    Raises ``Unpublished`` where the data loaded do not hold that split of ``what`` (the table's name), ``Unanswerable``
    where no row has a code of ``only``.
    """
    asked = [name for name in (*by, *(only or {})) if name in groups]
    found = split_by(table, groups, asked)
    if found.empty:
        split = " and ".join(DIMENSIONS[name].label.lower() for name in dict.fromkeys(asked)) or "nothing"
        raise Unpublished(what, f"{DATASETS[what].title.lower()} by {split} is not loaded: bring a file that has it")
    for name, code in (only or {}).items():
        kept = found.loc[found[name].astype("str") == code]
        if kept.empty:
            raise Unanswerable(f"no row is of {DIMENSIONS[name].label.lower()} {code!r}")
        found = kept
    return found


def in_words(store: Store, table: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """The table with its groups in the order of the vocabulary and, for authorities, their name beside the code."""
    named = table.copy()
    for name in by:
        order, text = DIMENSIONS[name].order, named[name].astype("str")
        known = [*order, *sorted(set(text) - set(order))] if order else None
        named[name] = pd.Categorical(text, known, ordered=True) if order else text
    if "la" in by:
        names = store.authorities().set_index("la")["la_name"]
        named.insert(named.columns.get_loc("la") + 1, "la_name", named["la"].map(names).astype("str"))
    return named
