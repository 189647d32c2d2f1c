"""Why a gap: how much of it goes with size, phase, place or eligibility, and what remains (Kitagawa, 1955)."""

from itertools import permutations

import numpy as np
import pandas as pd

from hubdata.measures.reach.cells import Cells, cells_of, fewest
from hubdata.measures.statistics.clusters import UNKNOWN, drawn, spread
from hubdata.measures.statistics.rates import TOO_FEW

REMAINDER = "remainder"
NAMES = ["component", "points", "low", "high", "share", "schools_a", "schools_b", "fewest"]


def decomposition(schools: pd.DataFrame, side: pd.Series, factors: list[str]) -> pd.DataFrame:
    """The difference between two rates, split into the part that goes with each factor and what remains.

    Kitagawa's composition effect of a set of factors weighs the difference between the two mixes of schools by the
    mean of the two rates in each cell. With several factors it depends on the order in which they are taken, so each
    factor gets the mean of what it adds over every order (Shapley value); together with the remainder, the difference
    in rates between schools of the same kind, they add up to the difference exactly.

    Args:
        schools: one row each, with la, reached (true or false) and the columns of ``factors``; a missing value is a
            kind.
        side: ``a`` or ``b`` for each school, else it is left out.
        factors: columns that say what kind of school it is.

    Returns:
        component (each factor, then the remainder), points (its part of rate a less rate b, a fraction), low and high
        (95%, authorities drawn whole: ``statistics.clusters``; missing with fewer than ten authorities), share (of the
        whole difference; missing where that is 0), schools_a and schools_b (compared), and fewest (``cells.fewest`` by
        the factor; of the remainder by all of them together). Empty where a side has no school.
    """
    known = schools.loc[side.isin(["a", "b"])]
    cells = cells_of(known, side.loc[known.index], factors)
    every = cells.counts.sum(axis=0)
    schools_a, schools_b = (int(every[place].sum()) for place in (0, 2))
    if not schools_a or not schools_b:
        return pd.DataFrame({name: [] for name in NAMES})
    points = _parts(every[None], cells, factors)[0]
    whole = points.sum()
    ends = _ends(points, cells, factors)
    least = [*(fewest(cells, [factor]) for factor in factors), fewest(cells, factors)]
    share = points / whole if abs(whole) > 1e-12 else np.full(len(points), np.nan)
    return pd.DataFrame(
        {"component": [*factors, REMAINDER], "points": points, "low": ends[:, 0], "high": ends[:, 1], "share": share,
         "schools_a": schools_a, "schools_b": schools_b, "fewest": least}
    )  # fmt: skip


def _ends(points: np.ndarray, cells: Cells, factors: list[str]) -> np.ndarray:
    """The interval of each part, a row a part."""
    authorities = len(cells.counts)
    if authorities < TOO_FEW:
        return np.full((len(points), 2), UNKNOWN.low)
    again = drawn(cells.counts.reshape(authorities, -1)).reshape(-1, *cells.counts.shape[1:])
    parts = _parts(again, cells, factors)
    found = [spread(float(part), parts[:, place], authorities) for place, part in enumerate(points)]
    return np.array([(one.low, one.high) for one in found])


def _parts(counts: np.ndarray, cells: Cells, factors: list[str]) -> np.ndarray:
    """The part of each factor and the remainder, a row a draw; missing where a side has no school in the draw."""
    worth = {frozenset(): np.zeros(len(counts))}
    for some in _subsets(factors):
        worth[some] = _composition(cells.by(counts, sorted(some)))
    gains = [_mean_gain(worth, factor, factors) for factor in factors]
    with np.errstate(invalid="ignore"):
        rates = [counts[:, place + 1].sum(axis=1) / counts[:, place].sum(axis=1) for place in (0, 2)]
    return np.column_stack([*gains, rates[0] - rates[1] - worth[frozenset(factors)]])


def _composition(counts: np.ndarray) -> np.ndarray:
    """The part of the difference that goes with the mix of schools by the kinds of the last axis."""
    with np.errstate(divide="ignore", invalid="ignore"):
        rates = {side: counts[:, place + 1] / counts[:, place] for side, place in (("a", 0), ("b", 2))}
        mix = [counts[:, place] / counts[:, place].sum(axis=1, keepdims=True) for place in (0, 2)]
    # A kind of school that one side lacks has no rate there: the other side's stands for it.
    a = np.where(np.isnan(rates["a"]), rates["b"], rates["a"])
    b = np.where(np.isnan(rates["b"]), rates["a"], rates["b"])
    return ((mix[0] - mix[1]) * np.nan_to_num((a + b) / 2)).sum(axis=1)


def _subsets(factors: list[str]) -> set[frozenset[str]]:
    return {frozenset(order[:size]) for order in permutations(factors) for size in range(1, len(factors) + 1)}


def _mean_gain(worth: dict[frozenset[str], np.ndarray], factor: str, factors: list[str]) -> np.ndarray:
    gains = []
    for order in permutations(factors):
        before = frozenset(order[: order.index(factor)])
        gains.append(worth[before | {factor}] - worth[before])
    return np.mean(gains, axis=0)
