"""Strategic partners: good schools that helped an alliance to give support."""

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from hubdata.illustrate.chance import chance
from hubdata.illustrate.networks.leads import EVERYDAY
from hubdata.illustrate.published import count_on

KEY, AFTER, LATEST = pd.Timestamp("2016-07-31"), pd.Timestamp("2016-09-01"), pd.Timestamp("2019-09-01")
LATER = 420  # partners that came after July 2016
NEARBY = 60  # good schools that an alliance chooses among


def partners(alliances: pd.DataFrame, leads: pd.DataFrame, schools: pd.DataFrame, seed: int) -> pd.DataFrame:
    """Strategic partners, each in one alliance to its end.

    On 31 July 2016 leads and partners together are as many schools as were published to have given support.

    Args:
        alliances: columns network, founder (row of ``schools``), since, until.
        leads: columns row, since, until of every lead.
        schools: open establishments by row.
        seed: of the whole England.

    Returns:
        Columns network, row, since, until.
    """
    luck = chance(seed, "partners")
    active = leads[(leads["since"] <= KEY) & (leads["until"] >= KEY)]
    wanted = count_on(f"{KEY:%Y-%m-%d}", "schools_that_gave_support") - active["row"].nunique()
    able = schools["ofsted"].isin(["Outstanding", "Good"]) & schools["phase"].isin(EVERYDAY)
    able &= schools["opened"].isna() & schools["easting"].notna()
    able.iloc[leads["row"].to_numpy()] = False
    rows = np.flatnonzero(able)
    then = alliances[(alliances["since"] <= KEY) & (alliances["until"] >= KEY)]
    first = _chosen(then, schools, rows, wanted, luck)
    first["since"] = _between(first["since"], KEY, luck)
    later = alliances[alliances["until"] > LATEST]
    second = _chosen(later, schools, np.setdiff1d(rows, first["row"]), LATER, luck)
    second["since"] = _between(second["since"].clip(lower=AFTER), LATEST, luck)
    return pd.concat([first, second], ignore_index=True)


def _chosen(
    alliances: pd.DataFrame, schools: pd.DataFrame, rows: np.ndarray, wanted: int, luck: np.random.Generator
) -> pd.DataFrame:
    """Different schools near the founders of alliances chosen by chance, some of them several times."""
    tree = cKDTree(schools.iloc[rows][["easting", "northing"]].to_numpy(float))
    turns = alliances.iloc[luck.integers(0, len(alliances), wanted)]
    homes = schools.iloc[turns["founder"]][["easting", "northing"]].to_numpy(float)
    near = luck.permuted(tree.query(homes, k=NEARBY)[1], axis=1)
    used: set[int] = set()
    found = []
    for choices in near:
        found.append(next(choice for choice in choices if choice not in used))
        used.add(found[-1])
    return pd.DataFrame(
        {
            "network": turns["network"].to_numpy(),
            "row": rows[found],
            "since": turns["since"].to_numpy(),
            "until": turns["until"].to_numpy(),
        }
    )


def _between(first: pd.Series, last: pd.Timestamp, luck: np.random.Generator) -> pd.Series:
    """The first day of a month by chance between two days, not before the first."""
    span = (last - first).dt.days.clip(lower=0)
    day = first + pd.to_timedelta((luck.random(len(first)) * span).astype(int), unit="D")
    month = day.dt.to_period("M").dt.start_time
    return month.where(month >= first, first).astype("datetime64[s]")
