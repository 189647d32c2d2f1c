"""Lone rangers: schools of one form, small schools, and schools with no other of their phase near by."""

import numpy as np
import pandas as pd

from hubdata.measures.reach.distance import EXACT, METRES, at_most
from hubdata.measures.statistics.rates import ends
from hubdata.measures.statistics.totals import quantiles, totals

ONE_FORM = 210  # pupils: seven year groups of thirty
SMALL = 110


def nearest_peer(schools: pd.DataFrame) -> pd.Series:
    """Kilometres to the nearest other school of the same phase.

    Args:
        schools: phase, easting and northing; a school without a location or alone in its phase gets a missing value.
    """
    from scipy.spatial import cKDTree

    km = pd.Series(np.nan, index=schools.index, name="peer_km")
    for mine in _phases(schools):
        points = mine[["easting", "northing"]].to_numpy(float)
        if len(points) > 1:
            km[mine.index] = cKDTree(points).query(points, k=2)[0][:, 1] / METRES
    return km


def peers_within(schools: pd.DataFrame, km: float) -> pd.Series:
    """How many other schools of the same phase stand at most ``km`` away; missing without a location."""
    from scipy.spatial import cKDTree

    count = pd.Series(pd.NA, index=schools.index, name="peers", dtype="Int64")
    for mine in _phases(schools):
        points = mine[["easting", "northing"]].to_numpy(float)
        radius = round(km * METRES, EXACT) + 1e-5  # coordinates are whole metres: no other distance is as near
        count[mine.index] = cKDTree(points).query_ball_point(points, radius, return_length=True) - 1
    return count


def _phases(schools: pd.DataFrame) -> list[pd.DataFrame]:
    located = schools.loc[schools["easting"].notna() & schools["northing"].notna()]
    return [mine for _, mine in located.groupby("phase", observed=True)]


def isolation(schools: pd.DataFrame, by: list[str], km: float) -> pd.DataFrame:
    """Schools with no other of their phase within ``km``, for each group.

    Args:
        schools: one row each, with located, peer_km, peers (within ``km``) and the columns of ``by``; those without a
            location are left out. A school alone in its phase has no peer at any distance.
        by: columns to group by; none gives one row.
        km: radius in kilometres.

    Returns:
        The columns of ``by``, schools, alone, rate, low, high (empty: a full count), mean_peers, median_km (to the
        nearest).
    """
    known = schools.loc[schools["located"].astype(bool)]
    known = known.assign(
        schools=1, alone=(~at_most(known["peer_km"], km)).astype(int), peers=known["peers"].fillna(0).astype(float)
    )
    sums = totals(known, by, ["schools", "alone", "peers"])
    low, high = ends(sums["alone"], sums["schools"], sampled=False)
    return sums[[*by, "schools", "alone"]].assign(
        rate=sums["alone"] / sums["schools"],
        low=low,
        high=high,
        mean_peers=sums["peers"] / sums["schools"],
        median_km=quantiles(known, by, "peer_km", {"median": 0.5})["median"],
    )


def small_schools(schools: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Small primaries and those of one form, for each group.

    Args:
        schools: one row each, with phase, pupils and the columns of ``by``. Only primaries with a headcount count: a
            form of thirty in seven year groups is 210 pupils.
        by: columns to group by; none gives one row.

    Returns:
        The columns of ``by``, schools, small (under 110 pupils), small_rate, small_low, small_high, one_form (210 or
        fewer), one_form_rate, one_form_low, one_form_high; the ends are empty: a full count.
    """
    known = schools.loc[(schools["phase"] == "Primary").fillna(False).astype(bool) & schools["pupils"].notna()]
    heads = known["pupils"].astype(float)
    flags = {"small": (heads < SMALL).astype(int), "one_form": (heads <= ONE_FORM).astype(int)}
    table = totals(known.assign(schools=1, **flags), by, ["schools", *flags])
    for name in flags:
        low, high = ends(table[name], table["schools"], sampled=False)
        table = table.assign(
            **{f"{name}_rate": table[name] / table["schools"], f"{name}_low": low, f"{name}_high": high}
        )
    rates = [f"{name}{end}" for name in flags for end in ("", "_rate", "_low", "_high")]
    return table[[*by, "schools", *rates]]
