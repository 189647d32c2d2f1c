"""How many pupils each school has, by the published size bands."""

import numpy as np
import pandas as pd

from hubdata.illustrate.chance import chance
from hubdata.illustrate.published import published
from hubdata.illustrate.schools.quotas import shared

LARGER = {"Rural": (210, 95), "Urban": (210, 165)}  # pupils of primaries from 210: least, and mean above it
SECONDARY = {"Rural": (870, 270), "Urban": (1_060, 330)}  # pupils: mean and spread
ALL_THROUGH = (1_150, 380)
UNKNOWN = 0.003


def counted(schools: pd.DataFrame, seed: int) -> np.ndarray:
    """Pupils on roll of the population, not a number for the few that nobody counted.

    Args:
        schools: columns phase, rural and town_density; the thinner the settlement, the smaller the school.
        seed: of the whole England.
    """
    luck = chance(seed, "pupils")
    pupils = np.full(len(schools), np.nan)
    latent = np.log(schools["town_density"].to_numpy()) + luck.normal(0, 0.9, len(schools))
    for rural in ("Rural", "Urban"):
        there = np.flatnonzero((schools["rural"] == rural) & (schools["phase"] == "Primary"))
        there = there[np.argsort(latent[there], kind="stable")]
        pupils[there] = _primary(len(there), rural, luck)
        there = np.flatnonzero((schools["rural"] == rural) & (schools["phase"] == "Secondary"))
        pupils[there] = _around(*SECONDARY[rural], len(there), luck)
    there = np.flatnonzero(schools["phase"] == "All-through")
    pupils[there] = _around(*ALL_THROUGH, len(there), luck)
    pupils[luck.random(len(schools)) < UNKNOWN] = np.nan
    return pupils


def _primary(count: int, rural: str, luck: np.random.Generator) -> np.ndarray:
    """Rolls for primaries in order of likely size: the published share in each band."""
    bands = published("schools_by_size_band").query("rural == @rural").set_index("band")["percent"]
    small, middle = bands["under 110"], bands["110-209"]
    counts = shared(np.array([small, middle, 100 - small - middle]), count)
    least, above = LARGER[rural]
    return np.concatenate(
        [
            luck.integers(28, 110, counts[0]),
            luck.integers(110, 210, counts[1]),
            np.minimum(least + np.round(luck.gamma(1.6, above / 1.6, counts[2])), 1_150),
        ]
    )


def _around(mean: float, spread: float, count: int, luck: np.random.Generator) -> np.ndarray:
    return np.clip(np.round(luck.normal(mean, spread, count)), 130, 2_400)
