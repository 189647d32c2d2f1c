"""Chance by design: the same places given again by lot among those that could have had them."""

import numpy as np
import pandas as pd

DRAWS, SEED = 999, 2011
MIDDLE = (2.5, 97.5)
EXACT = 9  # decimals: the same rate worked out in two ways is the same


def lots(strata: pd.Series, chosen: pd.Series, free: pd.Series, draws: int = DRAWS, seed: int = SEED) -> np.ndarray:
    """Who is chosen in each lot: as many of every stratum as were chosen of it, any as likely as any other.

    Random assignment within strata, as a randomisation test of a stratified design draws it (Imbens and Rubin, 2015).

    Args:
        strata: what kind of unit each is; one that is missing is a stratum of its own.
        chosen: whether each was chosen.
        free: whether each could be; a chosen one always could.
        draws: how many lots.
        seed: the same seed gives the same lots.

    Returns:
        Positions of the chosen, a row a lot and a column a chosen unit, in the order of those: whoever stands in a
        column was drawn in place of that unit and is of its stratum.
    """
    picked = chosen.to_numpy(bool)
    could = free.to_numpy(bool) | picked
    codes = pd.factorize(strata, use_na_sentinel=False)[0]
    places = np.flatnonzero(picked)
    drawn = np.empty((draws, len(places)), np.int32)
    random = np.random.default_rng(seed)
    for code in np.unique(codes[places]):
        columns = np.flatnonzero(codes[places] == code)
        pool = np.flatnonzero(could & (codes == code))
        first = random.random((draws, len(pool))).argpartition(len(columns) - 1, axis=1)[:, : len(columns)]
        drawn[:, columns] = random.permuted(pool[first], axis=1)
    return drawn


def counted(drawn: np.ndarray, groups: np.ndarray, size: int) -> np.ndarray:
    """How many of each group every lot chose: a row a group, a column a lot.

    ``groups`` is the code of each unit's group, below ``size``; one below 0 counts nowhere.
    """
    found = groups[drawn]
    lot = np.broadcast_to(np.arange(len(drawn))[:, None], found.shape)
    known = found >= 0
    flat = np.bincount(found[known] * len(drawn) + lot[known], minlength=size * len(drawn))
    return flat.reshape(size, len(drawn))


def band(values: np.ndarray, seen: pd.Series) -> pd.DataFrame:
    """Where what is seen stands among the lots.

    Args:
        values: of the same thing in every lot: a row each of ``seen``, a column a lot.
        seen: what is seen, at most missing.

    Returns:
        lot_low, lot_high (2.5th and 97.5th percentile of the lots) and lot_rank (how many lots lie at or below what
        is seen), indexed as ``seen``; missing where it is, or where no lot has a value.
    """
    known = seen.notna().to_numpy() & ~np.isnan(values).all(axis=1)
    low, high, rank = (np.full(len(seen), np.nan) for _ in range(3))
    if known.any():
        low[known], high[known] = np.nanpercentile(values[known], MIDDLE, axis=1)
        mine = seen.to_numpy(float)[known][:, None]
        rank[known] = (np.round(values[known], EXACT) <= np.round(mine, EXACT)).sum(axis=1)
    ranks = pd.Series(rank, index=seen.index).astype("Int64")
    return pd.DataFrame({"lot_low": low, "lot_high": high, "lot_rank": ranks}, index=seen.index)
