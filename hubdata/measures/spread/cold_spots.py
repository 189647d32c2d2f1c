"""Cold spots: areas with low rates among neighbours with low rates, more than chance would place together."""

import warnings

import numpy as np
import pandas as pd

from hubdata.measures.statistics.false_finds import threshold

PERMUTATIONS = 9_999
SEED = 2011
SPOTS = ("cold", "hot", "low among high", "high among low", "none")
QUADRANTS = {1: "hot", 2: "low among high", 3: "cold", 4: "high among low"}


def cold_spots(
    areas: pd.DataFrame, neighbours: dict[str, list[str]], permutations: int = PERMUTATIONS, seed: int = SEED
) -> pd.DataFrame:
    """Local Moran's I of the rates, with the share of false finds held at 5% (Anselin, 1995; Benjamini and Hochberg).

    Rates of areas with few schools vary more by chance alone, so they are first standardised as empirical Bayes rates
    (Assuncao and Reis, 1999). Each area's p value is two-sided, from conditional permutations under a fixed seed.

    Args:
        areas: a row an area with code, reached and schools. Areas without a school, or without neighbours, are left
            out.
        neighbours: code to the codes of the areas that border it.
        permutations: how often the rates are shuffled.
        seed: the same seed gives the same p values.

    Returns:
        code, local_moran, p, spot (one of SPOTS; none where the false-find rate would pass 5%), in the order of code.
        All none where every rate is the same or fewer than four areas are left.
    """
    from libpysal.weights import W

    used, near = bordered(areas, neighbours)
    if len(used) < 4 or (used["reached"] / used["schools"]).nunique() < 2:
        return used[["code"]].assign(local_moran=np.nan, p=np.nan, spot="none")
    weights = W({code: near[code] for code in used["code"]}, id_order=list(used["code"]), silence_warnings=True)
    found = _local_moran(used, weights, permutations, seed)
    p = np.minimum(1.0, 2 * found.p_sim)
    spot = np.where(p <= threshold(p), [QUADRANTS[quadrant] for quadrant in found.q], "none")
    return used[["code"]].assign(local_moran=found.Is, p=p, spot=spot)


def bordered(areas: pd.DataFrame, neighbours: dict[str, list[str]]) -> tuple[pd.DataFrame, dict[str, list[str]]]:
    """The areas with a school and a neighbour that has one, in the order of code, and the neighbours they have."""
    used = areas.loc[areas["schools"] > 0].sort_values("code", ignore_index=True)
    known = set(used["code"])
    near = {code: [other for other in neighbours.get(code, []) if other in known] for code in used["code"]}
    return used.loc[[bool(near[code]) for code in used["code"]]].reset_index(drop=True), near


def _local_moran(used: pd.DataFrame, weights: object, permutations: int, seed: int) -> object:
    from esda.moran import Moran_Local_Rate

    events, base = used["reached"].to_numpy(float), used["schools"].to_numpy(float)
    with warnings.catch_warnings():
        # It announces that its one-sided p values will become two-sided; ``cold_spots`` doubles them itself.
        warnings.simplefilter("ignore", DeprecationWarning)
        return Moran_Local_Rate(events, base, weights, permutations=permutations, seed=seed, n_jobs=1)
