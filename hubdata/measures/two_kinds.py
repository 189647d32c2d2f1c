"""A share of schools in areas of one kind against the other, with areas as what is drawn."""

import numpy as np
import pandas as pd

DRAWS = 999
SEED = 2011
FEWEST = 5
COUNTED = ("in_trusts", "schools")


def two_kinds(areas: pd.DataFrame, side: pd.Series, draws: int = DRAWS, seed: int = SEED) -> pd.DataFrame:
    """The share of schools in large trusts in areas of one kind against the other, with its uncertainty.

    Schools of an area are in the same trusts together, so whole areas are drawn again with replacement, each kind from
    its own; the same seed gives the same interval.

    Args:
        areas: schools and in_trusts, one row an area.
        side: true for the areas of the first kind. Index as areas.
        draws: how often areas are drawn again.
        seed: of the draws.

    Returns:
        One row: areas_a, in_trusts_a, schools_a, areas_b, in_trusts_b, schools_b, difference (share a less share b),
        low and high (2.5% to 97.5% of the draws). The last three are missing where a kind has no school; the interval
        also where one has fewer than FEWEST areas, too few to draw from.
    """
    known = areas["schools"] > 0
    parts = {name: areas.loc[known & chosen] for name, chosen in (("a", side), ("b", ~side))}
    row: dict[str, float] = {}
    for name, mine in parts.items():
        row |= {f"areas_{name}": len(mine)} | {f"{column}_{name}": int(mine[column].sum()) for column in COUNTED}
    shares = [mine["in_trusts"].sum() / mine["schools"].sum() if len(mine) else np.nan for mine in parts.values()]
    low = high = np.nan
    if min(len(mine) for mine in parts.values()) >= FEWEST:
        chance = np.random.default_rng(seed)
        first, second = (_drawn(mine, draws, chance) for mine in parts.values())
        low, high = np.quantile(first - second, [0.025, 0.975])
    return pd.DataFrame([row | {"difference": shares[0] - shares[1], "low": low, "high": high}])


def _drawn(areas: pd.DataFrame, draws: int, chance: np.random.Generator) -> np.ndarray:
    """The share of each draw of as many areas as there are."""
    places = chance.integers(0, len(areas), (draws, len(areas)))
    part, whole = (areas[name].to_numpy(float)[places].sum(axis=1) for name in COUNTED)
    return part / whole
