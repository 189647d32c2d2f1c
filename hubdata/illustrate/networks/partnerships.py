"""Which lead schools share an alliance: mostly none, sometimes neighbours, a few across a regional line."""

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from hubdata.illustrate.chance import chance
from hubdata.illustrate.published import published

TRIES = 6  # schools tried as the first of a group; the closest group is kept
NEAR = 25_000  # metres: as far as a pair across a regional line may be apart


def partnerships(leads: pd.DataFrame, seed: int) -> np.ndarray:
    """The alliance number of each lead of 2018, from 0.

    Alliances by number of leads, and alliances by region (one that spans two counts in both), are as published.

    Args:
        leads: columns easting, northing, region; one row a lead.
        seed: of the whole England.
    """
    luck = chance(seed, "partnerships")
    listed = published("teaching_schools_2018").set_index(["by", "group"])["alliances"]
    sizes = {int(size): int(count) for size, count in listed["leads_in_alliance"].items()}
    number = np.full(len(leads), -1)
    spans = int(listed["region"].sum()) - sum(sizes.values())
    place = leads[["easting", "northing"]].to_numpy(float)
    region = leads["region"].to_numpy(str)
    for group, pair in enumerate(_across(place, region, spans, luck)):
        number[list(pair)] = group
    spare = leads.groupby("region").size() - listed["region"].reindex(np.unique(region))
    group = spans
    for size in sorted(sizes, reverse=True):
        for _ in range(sizes[size] - (spans if size == 2 else 0)):
            chosen, spare = _region_for(size, spare, luck) if size > 1 else ("", spare)
            free = np.flatnonzero((number < 0) & ((region == chosen) | (chosen == "")))
            number[_closest(place, free, size, luck)] = group
            group += 1
    return number


def _region_for(size: int, spare: pd.Series, luck: np.random.Generator) -> tuple[str, pd.Series]:
    """A region that still has leads to spare for a group of this size, and what it has left."""
    able = spare[spare >= size - 1]
    chosen = str(luck.choice(able.index.to_numpy(str), p=(able / able.sum()).to_numpy(float)))
    left = spare.copy()
    left[chosen] -= size - 1
    return chosen, left


def _closest(place: np.ndarray, free: np.ndarray, size: int, luck: np.random.Generator) -> np.ndarray:
    best, least = free[:1], np.inf
    for first in luck.choice(free, min(TRIES, len(free)), replace=False):
        apart = np.hypot(*(place[free] - place[first]).T)
        near = np.argsort(apart, kind="stable")[:size]
        if apart[near].max() < least:
            best, least = free[near], apart[near].max()
    return best


def _across(place: np.ndarray, region: np.ndarray, count: int, luck: np.random.Generator) -> list[tuple[int, int]]:
    """Pairs of leads close to each other in different regions; no lead twice."""
    pairs = sorted(pair for pair in cKDTree(place).query_pairs(NEAR) if region[pair[0]] != region[pair[1]])
    found: list[tuple[int, int]] = []
    used: set[int] = set()
    for one in luck.permutation(len(pairs)):
        if len(found) < count and used.isdisjoint(pairs[one]):
            found.append(pairs[one])
            used.update(pairs[one])
    return found
