"""Whether low and high rates lie together over the whole map: the global test beside the local ones."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

PERMUTATIONS = 9_999
SEED = 2011


@dataclass(frozen=True)
class Together:
    """Moran's I of the empirical Bayes rates, its two-sided p value, and how many areas it is of."""

    moran: float
    p: float
    areas: int


def together(areas: pd.DataFrame, near: dict[str, list[str]], permutations: int = PERMUTATIONS) -> Together:
    """Global Moran's I with rates standardised for the size of areas (Assuncao and Reis, 1999; ``esda``).

    Args:
        areas: a row an area with code, reached and schools (over 0), in the order of code.
        near: code to the codes of its neighbours, each in ``areas`` and none without one.
        permutations: how often the rates are shuffled over the map, under a fixed seed.

    Returns:
        I and p missing with fewer than four areas or without a difference between them.
    """
    from esda.moran import Moran_Rate
    from libpysal.weights import W

    if len(areas) < 4 or (areas["reached"] / areas["schools"]).nunique() < 2:
        return Together(float("nan"), float("nan"), len(areas))
    weights = W({code: near[code] for code in areas["code"]}, id_order=list(areas["code"]), silence_warnings=True)
    # esda would shuffle by numpy's shared state: its index, with lots of our own under a seed.
    found = Moran_Rate(areas["reached"].to_numpy(float), areas["schools"].to_numpy(float), weights, permutations=0)
    lots = np.random.default_rng(SEED).permuted(np.tile(found.z, (permutations, 1)), axis=1)
    drawn = (lots * (found.w.sparse @ lots.T).T).sum(axis=1) / (found.z @ found.z)
    above = int((drawn >= found.I).sum())
    p = (min(above, permutations - above) + 1) / (permutations + 1)
    return Together(float(found.I), min(1.0, 2 * p), len(areas))
