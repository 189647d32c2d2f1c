"""The schools that alliances supported: mostly neighbours, some over the authority's line, some in two alliances."""

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from hubdata.illustrate.chance import chance

SIZE, SKEW, LEAST, MOST = 31.0, 0.65, 6, 120  # schools an alliance supports in all its years: middle, spread, ends
FULL_LIFE = 4.0  # years that an alliance needs to reach its size
POOL = 5  # nearest schools looked at, as a multiple of those supported
RURAL_PRIMARY, SAME_AUTHORITY, WEAK, ALREADY = 0.55, 1.7, 1.8, 0.4  # how much likelier, beside others
STAYS = 0.68  # share that stay to the end
NOT_GOOD = ("Requires improvement", "Serious Weaknesses", "Special Measures")
SECTORS = ("Academies", "Free Schools", "Local authority maintained schools", "Special schools")
MAINSTREAM = ("Primary", "Secondary", "All-through")


def supported(alliances: pd.DataFrame, schools: pd.DataFrame, taken: np.ndarray, seed: int) -> pd.DataFrame:
    """The schools each alliance supported.

    Args:
        alliances: columns network, founder (row of ``schools``), since, until.
        schools: open establishments by row.
        taken: rows that lead or are partners, and are never supported.
        seed: of the whole England.

    Returns:
        Columns network, row, since, until, a row for each school and alliance.
    """
    luck = chance(seed, "supported")
    able = schools["type_group"].isin(SECTORS) & schools["easting"].notna() & (schools["phase"] != "16 plus")
    able.iloc[taken] = False
    rows = np.flatnonzero(able)
    pool = schools.iloc[rows]
    liking = _liking(pool)
    place = pool[["easting", "northing"]].to_numpy(float)
    tree, count = cKDTree(place), np.zeros(len(pool))
    found = []
    for one in alliances.sort_values(["since", "network"]).itertuples():
        home = schools.iloc[one.founder]
        size = _size(one.since, one.until, luck)
        apart, near = tree.query(home[["easting", "northing"]].to_numpy(float), k=POOL * size)
        weight = liking[near] * np.exp(-1.5 * apart / np.median(apart)) * ALREADY ** count[near]
        weight = weight * np.where(pool["la"].to_numpy(str)[near] == home["la"], SAME_AUTHORITY, 1)
        chosen = near[np.argsort(np.log(luck.random(len(near))) / weight)[-size:]]
        count[chosen] += 1
        found.append(_spells(one.network, rows[chosen], one.since, one.until, luck))
    return _since_opened(pd.concat(found, ignore_index=True), schools)


def _liking(pool: pd.DataFrame) -> np.ndarray:
    rural = (pool["rural"] == "Rural") & (pool["phase"] == "Primary")
    other = ~pool["phase"].isin(MAINSTREAM)
    weak = pool["ofsted"].isin(NOT_GOOD)
    return np.where(rural, RURAL_PRIMARY, 1) * np.where(other, 0.4, 1) * np.where(weak, WEAK, 1)


def _size(since: pd.Timestamp, until: pd.Timestamp, luck: np.random.Generator) -> int:
    life = min((until - since).days / 365.25 / FULL_LIFE, 1)
    return int(np.clip(SIZE * life * np.exp(luck.normal(0, SKEW)), LEAST, MOST))


def _spells(
    network: str, rows: np.ndarray, since: pd.Timestamp, until: pd.Timestamp, luck: np.random.Generator
) -> pd.DataFrame:
    """A spell for each school: from some month of the alliance's first years, to its end or for a year or three."""
    life = (until - since).days
    first = since.to_datetime64() + (luck.beta(1, 3.4, len(rows)) * life * 0.9).astype("timedelta64[D]")
    first = np.maximum(first.astype("datetime64[M]").astype("datetime64[D]"), since.to_datetime64())
    years = luck.integers(1, 4, len(rows)) * np.timedelta64(365, "D")
    end = until.to_datetime64()
    last = np.where(luck.random(len(rows)) < STAYS, end, np.minimum(first + years, end))
    return pd.DataFrame({"network": network, "row": np.sort(rows), "since": first, "until": last})


def _since_opened(spells: pd.DataFrame, schools: pd.DataFrame) -> pd.DataFrame:
    """Spells that begin before the school opened begin with the school; those over by then are dropped."""
    opened = schools["opened"].to_numpy()[spells["row"]]
    since = spells["since"].where(~(opened > spells["since"]), pd.Series(opened, spells.index))
    found = spells.assign(since=since.astype("datetime64[s]"), until=spells["until"].astype("datetime64[s]"))
    return found[found["since"] < found["until"]].reset_index(drop=True)
