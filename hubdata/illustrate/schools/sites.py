"""Where the schools stand: points chosen by settlement, so that published margins come out."""

import numpy as np
import pandas as pd

from hubdata.illustrate.chance import chance
from hubdata.illustrate.published import published
from hubdata.illustrate.schools.quotas import quotas


def sites(land: pd.DataFrame, seed: int) -> pd.DataFrame:
    """A point for each school of the population: the columns of ``land`` and phase.

    Schools by phase and class are those of the parliamentary answer, exactly; by region they follow the register.
    Within a class and region they are spread as homes are.
    """
    classes, regions = published("schools_by_phase_and_class"), published("schools_by_region")
    left = np.ones(len(land), bool)
    found = []
    for phase, wanted in classes.groupby("phase", sort=True):
        seen = pd.crosstab(land.loc[left, "ruc"], land.loc[left, "region"])
        rows = wanted.set_index("ruc")["schools"].reindex(seen.index).fillna(0)
        columns = regions[regions["phase"] == phase].set_index("region")["schools"]
        chosen = spread(land, left, quotas(seen, rows, columns), chance(seed, f"sites {phase}"))
        left[chosen] = False
        found.append(land.iloc[chosen].assign(phase=phase))
    return pd.concat(found, ignore_index=True)


def spread(land: pd.DataFrame, left: np.ndarray, wanted: pd.DataFrame, luck: np.random.Generator) -> np.ndarray:
    """Positions of points, as many of each class and region as wanted, evenly along the curve of ``land``."""
    free = np.flatnonzero(left)
    groups = land.iloc[free].groupby(["ruc", "region"]).indices
    worth = land["worth"].to_numpy()
    chosen = []
    for ruc in wanted.index:
        for region in wanted.columns:
            count = int(wanted.loc[ruc, region])
            if count:
                there = free[np.sort(groups[(ruc, region)])]
                chosen.append(there[evenly(worth[there], count, luck)])
    return np.sort(np.concatenate(chosen))


def evenly(worth: np.ndarray, count: int, luck: np.random.Generator) -> np.ndarray:
    """``count`` different positions among the ``worth``, one by chance in each stretch of equal worth.

    Raises:
        ValueError: when there are fewer positions than are wanted.
    """
    if count > len(worth):
        raise ValueError(f"{count} places wanted of {len(worth)}")
    reached = np.cumsum(worth)
    marks = (np.arange(count) + luck.random(count)) / count * reached[-1]
    turn = np.arange(count)
    rising = np.maximum.accumulate(np.searchsorted(reached, marks, side="right") - turn) + turn
    return np.minimum(rising, len(worth) - count + turn)
