"""Why a gap: how much of it goes with size, phase, place or eligibility, and what remains (Kitagawa, 1955)."""

from itertools import permutations

import numpy as np
import pandas as pd

REMAINDER = "remainder"


def decomposition(schools: pd.DataFrame, side: pd.Series, factors: list[str]) -> pd.DataFrame:
    """The difference between two rates, split into the part that goes with each factor and what remains.

    Kitagawa's composition effect of a set of factors weighs the difference between the two mixes of schools by the
    mean of the two rates in each cell. With several factors it depends on the order in which they are taken, so each
    factor gets the mean of what it adds over every order (Shapley value); together with the remainder, the difference
    in rates between schools of the same kind, they add up to the difference exactly.

    Args:
        schools: one row each, with reached (true or false) and the columns of ``factors``; a missing value is a kind.
        side: ``a`` or ``b`` for each school, else it is left out.
        factors: columns that say what kind of school it is.

    Returns:
        component (each factor, then the remainder), points (its part of rate a less rate b, a fraction) and share
        (of the whole difference; missing where that is 0). Empty where a side has no school.
    """
    known = schools.loc[side.isin(["a", "b"]), [*factors, "reached"]]
    mine = side.loc[known.index]
    if set(mine) != {"a", "b"}:
        return pd.DataFrame({"component": [], "points": [], "share": []})
    cells = _cells(known, mine, factors)
    worth = {frozenset(): 0.0}
    for some in _subsets(factors):
        worth[some] = _composition(cells, sorted(some))
    parts = {factor: _mean_gain(worth, factor, factors) for factor in factors}
    whole = _rate(cells, "a") - _rate(cells, "b")
    points = np.array([*parts.values(), whole - worth[frozenset(factors)]])
    share = points / whole if whole else np.full(len(points), np.nan)
    return pd.DataFrame({"component": [*parts, REMAINDER], "points": points, "share": share})


def _cells(schools: pd.DataFrame, side: pd.Series, factors: list[str]) -> pd.DataFrame:
    """Schools and reached schools of each side in each cell of the factors."""
    hit = schools["reached"].to_numpy(dtype="int64")
    columns = {}
    for name in "ab":
        mine = (side == name).to_numpy(dtype="int64")
        columns[f"schools_{name}"], columns[f"reached_{name}"] = mine, mine * hit
    rows = schools[factors].assign(**columns)
    return rows.groupby(factors, observed=True, dropna=False)[list(columns)].sum().reset_index()


def _composition(cells: pd.DataFrame, some: list[str]) -> float:
    """The part of the difference that goes with the mix of schools by some of the factors."""
    table = cells.groupby(some, observed=True, dropna=False)[["schools_a", "reached_a", "schools_b", "reached_b"]].sum()
    rates = {
        name: table[f"reached_{name}"] / table[f"schools_{name}"].where(table[f"schools_{name}"] > 0) for name in "ab"
    }
    # A kind of school that one side lacks has no rate there: the other side's stands for it.
    mean = (rates["a"].fillna(rates["b"]) + rates["b"].fillna(rates["a"])) / 2
    mix = {name: table[f"schools_{name}"] / table[f"schools_{name}"].sum() for name in "ab"}
    return float(((mix["a"] - mix["b"]) * mean).sum())


def _subsets(factors: list[str]) -> set[frozenset[str]]:
    return {frozenset(order[:size]) for order in permutations(factors) for size in range(1, len(factors) + 1)}


def _mean_gain(worth: dict[frozenset[str], float], factor: str, factors: list[str]) -> float:
    gains = []
    for order in permutations(factors):
        before = frozenset(order[: order.index(factor)])
        gains.append(worth[before | {factor}] - worth[before])
    return float(np.mean(gains))


def _rate(cells: pd.DataFrame, name: str) -> float:
    return float(cells[f"reached_{name}"].sum() / cells[f"schools_{name}"].sum())
