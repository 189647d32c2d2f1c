"""The small England as a store in memory, and what its answers print."""

import os
from collections.abc import Mapping
from datetime import date
from functools import cache

import pandas as pd
from hypothesis import strategies as st
from small_england import tables

from hubdata.answers.ask import ask
from hubdata.answers.question import Unanswerable
from hubdata.exports.rows import written
from hubdata.provenance import Source, Status
from hubdata.snapshot import Manifest
from hubdata.store import Store

SOURCE = Source("Made up", "Nobody", Status.ILLUSTRATIVE, date(2021, 9, 1))
seeds = st.integers(0, max(int(os.environ.get("HUBDATA_EXAMPLES", "50")) // 6, 1))


@cache
def world(seed: int) -> dict[str, pd.DataFrame]:
    """A small England of its own, 150 schools: nobody changes it."""
    return tables(seed, 150)


@cache
def store_of(seed: int) -> Store:
    """Its store."""
    return opened(world(seed))


def opened(changed: Mapping[str, pd.DataFrame]) -> Store:
    """A store of these tables."""
    return Store(Manifest(Status.ILLUSTRATIVE, {}, dict.fromkeys(changed, (SOURCE,)), "made up"), changed)


def printed(
    store: Store, measure: str, by: tuple[str, ...] = (), only: Mapping[str, str] | None = None, **choices: object
) -> str:
    """The CSV that the command line prints, or the sentence that refuses it."""
    try:
        answer = ask(store, measure, by, only, **choices)
    except Unanswerable as error:
        return str(error)
    return written(answer.table).to_csv(index=False, lineterminator="\n")
