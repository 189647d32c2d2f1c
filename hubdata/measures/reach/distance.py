"""Straight-line distances on the British National Grid."""

import numpy as np
import pandas as pd
import shapely

from hubdata.measures.statistics.totals import quantiles

METRES = 1000.0
EXACT = 6  # decimals of a metre: coordinates are whole metres, so two different distances never come this close


def at_most(km: pd.Series | np.ndarray, radius: float) -> np.ndarray:
    """Whether each distance is at most ``radius`` km, as whole-metre coordinates have it; false where unknown.

    Dividing and multiplying by 1000 can move a distance of exactly the radius to its wrong side; both sides are
    therefore compared in rounded metres.
    """
    return np.round(np.asarray(km, dtype=float) * METRES, EXACT) <= round(radius * METRES, EXACT)


def nearest(schools: pd.DataFrame, leads: pd.DataFrame) -> pd.DataFrame:
    """The nearest lead of each school.

    Args:
        schools: easting and northing in metres; a row without a location gets missing values.
        leads: network, urn, name, easting and northing; rows without a location are left out.

    Returns:
        One row a school, same index: km (straight line; 0 where the school is itself a lead), network and lead_name
        of the nearest lead, the first by network and URN of several as near. All missing when no lead has a location.
    """
    found = leads.dropna(subset=["easting", "northing"]).sort_values(["network", "urn"], kind="stable")
    found = found.drop_duplicates(["easting", "northing"])
    located = (schools["easting"].notna() & schools["northing"].notna()).to_numpy()
    km = np.full(len(schools), np.nan)
    place = np.full(len(schools), -1)
    if len(found) and located.any():
        points = schools.loc[located, ["easting", "northing"]].to_numpy(dtype=float)
        metres, place[located] = _first_of_nearest(points, found[["easting", "northing"]].to_numpy(dtype=float))
        km[located] = metres / METRES
    named = found[["network", "name"]].astype("str").reset_index(drop=True).reindex(place)
    return pd.DataFrame(
        {"km": km, "network": named["network"].to_numpy(), "lead_name": named["name"].to_numpy()}, index=schools.index
    )


def _first_of_nearest(points: np.ndarray, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Metres to the nearest place and its position, the lowest position of several as near.

    By shapely's tree, since shapely is there to draw the maps; the one of scipy would cost a start its import.
    """
    tree = shapely.STRtree(shapely.points(places))
    (point, place), away = tree.query_nearest(shapely.points(points), return_distance=True, all_matches=True)
    metres, first = np.full(len(points), np.nan), np.full(len(points), len(places))
    metres[point] = away
    np.minimum.at(first, point, place)
    return metres, first


def pairs_within(schools: pd.DataFrame, leads: pd.DataFrame, km: float) -> pd.DataFrame:
    """Every pair of a school and a network with a lead at most ``km`` away.

    Args:
        schools: easting and northing; rows without a location make no pair.
        leads: network, easting and northing; rows without a location make no pair.
        km: radius in kilometres.

    Returns:
        row (position in ``schools``), network (a category) and km, in that order. A network with several leads in
        range appears once, at the distance of its nearest lead.
    """
    from scipy.spatial import cKDTree

    found = leads.dropna(subset=["easting", "northing"])
    networks = pd.Categorical(found["network"].astype("str"))
    located = np.flatnonzero((schools["easting"].notna() & schools["northing"].notna()).to_numpy())
    if not len(found) or not len(located):
        return pd.DataFrame({"row": np.array([], int), "network": networks[:0], "km": np.array([], float)})
    ours, theirs = (table[["easting", "northing"]].to_numpy(float) for table in (schools.iloc[located], found))
    # A hair wider than the radius, so that rounding loses nobody; ``at_most`` then draws the line.
    near = cKDTree(ours).sparse_distance_matrix(cKDTree(theirs), km * METRES + 1e-3, output_type="ndarray")
    row, code, away = located[near["i"]], networks.codes[near["j"]].astype(np.int64), near["v"] / METRES
    inside = at_most(away, km)
    row, code, away = row[inside], code[inside], away[inside]
    order = np.lexsort((away, row * len(networks.categories) + code))
    row, code, away = row[order], code[order], away[order]
    first = np.r_[True, (np.diff(row) != 0) | (np.diff(code) != 0)][: len(row)]
    named = pd.Categorical.from_codes(code[first], dtype=networks.dtype)
    return pd.DataFrame({"row": row[first], "network": named, "km": away[first]})


def spread(km: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Schools with a known distance and its median and ninetieth percentile, for each group.

    Args:
        km: a row a school, with km and the columns of ``by``.
        by: columns to group by; none gives one row.

    Returns:
        The columns of ``by``, schools, median_km, p90_km (linear interpolation). Groups without a known distance
        have no row.
    """
    return quantiles(km.loc[km["km"].notna()], by, "km", {"median_km": 0.5, "p90_km": 0.9})
