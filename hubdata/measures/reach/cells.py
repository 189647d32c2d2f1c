"""Kinds of school on two sides of a gap: how many each authority has of each, and where there are too few."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

WEIGHT = 0.05  # of the schools of a side: a kind with fewer carries no weight
COLUMNS = ("schools_a", "reached_a", "schools_b", "reached_b")


@dataclass(frozen=True)
class Cells:
    """Counts by authority and kind.

    ``counts`` has an authority along the first axis, COLUMNS along the second, a kind along the third; ``kinds`` has
    a row a kind with its value of each factor.
    """

    counts: np.ndarray
    kinds: pd.DataFrame

    def by(self, counts: np.ndarray, factors: list[str]) -> np.ndarray:
        """Counts (kinds along the last axis) by the coarser kinds that some of the factors make."""
        number = self.kinds.groupby(factors, observed=True, dropna=False).ngroup().to_numpy()
        return counts @ (number[:, None] == np.arange(number.max() + 1)).astype(float)


def cells_of(schools: pd.DataFrame, side: pd.Series, factors: list[str]) -> Cells:
    """The cells of schools with la, reached and the columns of ``factors``, each on side ``a`` or ``b``."""
    number = schools.groupby(factors, observed=True, dropna=False).ngroup().to_numpy()
    kinds = schools[factors].assign(number=number).drop_duplicates("number").sort_values("number")
    authority, names = pd.factorize(schools["la"].astype("str"))
    hit = schools["reached"].to_numpy(dtype=float)
    counts = np.zeros((len(names), len(COLUMNS), len(kinds)))
    for place, name in enumerate("ab"):
        mine = (side == name).to_numpy(dtype=float)
        np.add.at(counts[:, 2 * place], (authority, number), mine)
        np.add.at(counts[:, 2 * place + 1], (authority, number), mine * hit)
    return Cells(counts, kinds[factors].reset_index(drop=True))


def fewest(cells: Cells, factors: list[str]) -> int:
    """The fewest schools that a side has of a kind that carries weight: a twentieth of the schools of either side."""
    sides = cells.by(cells.counts.sum(axis=0)[[0, 2]], factors)
    with np.errstate(invalid="ignore"):
        heavy = (sides / sides.sum(axis=1, keepdims=True) >= WEIGHT).any(axis=0)
    return int(sides[:, heavy].min()) if heavy.any() else 0
