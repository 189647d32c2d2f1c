"""Overlap: how many networks each school has to choose from, and which catchments meet."""

import numpy as np
import pandas as pd

from hubdata.measures.reach.distance import METRES
from hubdata.measures.statistics.totals import numbers, totals

DECAY = 5.0  # kilometres over which a provider's weight falls to 1/e
CHUNK = 2_000


def number_within(pairs: pd.DataFrame, schools: int) -> np.ndarray:
    """For each of ``schools`` rows the number of networks in the pairs (row, network once each)."""
    return np.bincount(pairs["row"].to_numpy(), minlength=schools)


def effective_providers(schools: pd.DataFrame, leads: pd.DataFrame) -> pd.Series:
    """The effective number of providers of each school: 1 over the sum of squared shares (Laakso and Taagepera, 1979).

    A network's weight is exp(-d / 5 km), with d the distance to its nearest lead, and its share that weight over the
    sum of all. There is no cut-off: two networks equally far away are two, however far.

    Args:
        schools: easting and northing; a row without a location gets a missing value.
        leads: network, easting and northing; rows without a location are left out.

    Returns:
        A number from 1 to the number of networks, index as ``schools``; missing when no lead has a location.
    """
    found = leads.dropna(subset=["easting", "northing"]).sort_values("network", kind="stable")
    located = (schools["easting"].notna() & schools["northing"].notna()).to_numpy()
    effective = np.full(len(schools), np.nan)
    if len(found):
        begins = np.flatnonzero(
            np.r_[True, found["network"].astype("str").to_numpy()[1:] != found["network"].astype("str").to_numpy()[:-1]]
        )
        places = found[["easting", "northing"]].to_numpy(float) / METRES
        points = schools.loc[located, ["easting", "northing"]].to_numpy(float) / METRES
        parts = [_effective(points[start : start + CHUNK], places, begins) for start in range(0, len(points), CHUNK)]
        effective[located] = np.concatenate(parts) if parts else []
    return pd.Series(effective, index=schools.index, name="effective")


def _effective(points: np.ndarray, places: np.ndarray, begins: np.ndarray) -> np.ndarray:
    """Effective providers of some points; places are in the order of their networks, which begin where told."""
    km = np.hypot(points[:, :1] - places[:, 0], points[:, 1:] - places[:, 1])
    km = np.minimum.reduceat(km, begins, axis=1)
    # Only the ratios of weights matter: taking the nearest as 1 keeps far schools from running out of digits.
    weights = np.exp((km.min(axis=1, keepdims=True) - km) / DECAY)
    return weights.sum(axis=1) ** 2 / (weights**2).sum(axis=1)


def overlap(schools: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """The choice that schools have, for each group.

    Args:
        schools: one row each, with within (networks within R; missing without a location, and then left out),
            effective (providers) and the columns of ``by``.
        by: columns to group by; none gives one row.

    Returns:
        The columns of ``by``, schools, mean_within, median_within, mean_effective, none (schools with no network
        within R). Groups without a located school have no row.
    """
    known = schools.loc[schools["within"].notna()]
    choice = numbers(known, by, "within").rename(columns={"mean": "mean_within", "median": "median_within"})
    choice.insert(choice.columns.get_loc("none"), "mean_effective", 0.0)
    return choice.assign(mean_effective=totals(known, by, ["effective"])["effective"] / choice["schools"])


def catchment_pairs(pairs: pd.DataFrame, names: pd.Series, top: int) -> pd.DataFrame:
    """The pairs of networks whose catchments share most (Jaccard, 1901).

    Args:
        pairs: row (a school) and network, each pair once.
        names: network to name.
        top: how many pairs.

    Returns:
        a, b (network ids, a before b), a_name, b_name, shared (schools in both catchments), either (in one or both)
        and jaccard (shared over either), descending, then by a and b. Networks that share no school make no pair.
    """
    from scipy.sparse import csr_array, triu

    networks = pairs["network"].cat.remove_unused_categories()
    ids = networks.cat.categories
    shape = (int(pairs["row"].max()) + 1 if len(pairs) else 0, len(ids))
    serves = csr_array((np.ones(len(pairs), dtype="int64"), (pairs["row"], networks.cat.codes)), shape=shape)
    both = triu(serves.T @ serves, k=1).tocoo()
    size = np.bincount(networks.cat.codes, minlength=len(ids))
    a, b = both.coords
    either = size[a] + size[b] - both.data
    table = pd.DataFrame(
        {"a": ids[a], "b": ids[b], "shared": both.data, "either": either, "jaccard": both.data / either}
    )
    table = table.sort_values(["jaccard", "a", "b"], ascending=[False, True, True]).head(top).reset_index(drop=True)
    named = table.assign(a_name=table["a"].map(names), b_name=table["b"].map(names))
    return named[["a", "b", "a_name", "b_name", "shared", "either", "jaccard"]]
