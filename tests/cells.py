"""Comparing the answers with their second implementation, cell by cell, over many groupings and filters."""

import itertools
import random
from collections.abc import Callable

import numpy as np
import pandas as pd
from second import Second, keys

from hubdata.answers.ask import ask
from hubdata.store import Store

DIMENSIONS = ("phase", "rural", "ruc", "region", "la", "district", "size", "trust_size", "governance")
CELLS = 500
Both = tuple[Store, Second]


def some_groupings(count: int) -> list[tuple[str, ...]]:
    """None, every dimension, and pairs drawn by a fixed seed."""
    drawn = random.Random(7).sample(list(itertools.permutations(DIMENSIONS, 2)), count)
    return [(), *((name,) for name in DIMENSIONS), *drawn]


def some_filters() -> list[dict[str, str]]:
    return [{}, {"phase": "Primary"}, {"rural": "Rural", "phase": "Primary,Secondary"}, {"region": "London,South West"}]


def compare(ours: pd.DataFrame, theirs: pd.DataFrame, named: list[str]) -> int:
    """How many cells were compared; every one is the same."""
    columns = [name for name in theirs.columns if name not in named]
    left, right = (_by_name(frame, named)[columns] for frame in (ours, theirs))
    assert left.index.tolist() == right.index.tolist()
    for name in columns:
        a, b = left[name].astype("Float64").astype(float), right[name].astype("Float64").astype(float)
        np.testing.assert_allclose(a, b, rtol=1e-9, atol=1e-9, equal_nan=True, err_msg=name)
    return left.size


def _by_name(frame: pd.DataFrame, named: list[str]) -> pd.DataFrame:
    coded = frame.astype(dict.fromkeys(named, "object"))
    coded[named] = coded[named].where(coded[named].notna(), "")
    return coded.set_index(named).sort_index() if named else coded.reset_index(drop=True)


def names(by: tuple[str, ...]) -> list[str]:
    return [name.strip() for name in keys(by).split(",") if name.strip()]


def counted(both: Both, measure: str, query: Callable[[tuple, dict], str], runs: int, **choices) -> int:
    """Cells compared over groupings and filters."""
    store, second = both
    cells = 0
    for by, only in zip(some_groupings(runs), itertools.cycle(some_filters())):
        only = {name: codes for name, codes in only.items() if name not in by}
        cells += compare(ask(store, measure, by, only, **choices).table, second(query(by, only)), names(by))
    return cells
