"""Trusts, federations and dioceses: which schools are run together."""

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from hubdata.illustrate.chance import chance
from hubdata.illustrate.words import settlements, words

SIZES = {1: 0.47, 2: 0.11, 3: 0.09, 4: 0.07, 5: 0.06, 7: 0.08, 10: 0.06, 15: 0.035, 24: 0.018, 40: 0.006, 60: 0.001}
UNNAMED = 0.01
FEDERATED = 0.055
DIOCESES = {"Church of England": 41, "Catholic": 19}
NEIGHBOURS = 400


def grouped(schools: pd.DataFrame, seed: int) -> pd.DataFrame:
    """The schools with trust, trust_name, federation and diocese; missing where there is none or nobody says.

    Args:
        schools: columns easting, northing, type_group, faith and phase.
        seed: of the whole England.
    """
    luck = chance(seed, "trusts")
    found = schools.assign(trust=None, trust_name=None, federation=None, diocese=None)
    run = found["type_group"].isin(["Academies", "Free Schools"])
    number = _together(found[run], SIZES, luck)
    names = _names(number.max() + 1, words("trust"), luck)
    known = luck.random(len(number)) >= UNNAMED
    found.loc[run, "trust"] = [f"X{9001 + one}" if sure else None for one, sure in zip(number, known, strict=True)]
    found.loc[run, "trust_name"] = [names[one] if sure else None for one, sure in zip(number, known, strict=True)]
    found["federation"] = _federations(found, luck)
    found["diocese"] = _dioceses(found, luck)
    return found


def _together(schools: pd.DataFrame, sizes: dict[int, float], luck: np.random.Generator) -> np.ndarray:
    """A group number for each school: a school by chance, and its nearest neighbours that are still free."""
    place = schools[["easting", "northing"]].to_numpy(float)
    near = cKDTree(place).query(place, k=min(NEIGHBOURS, len(place)))[1]
    share = np.array(list(sizes.values()))
    wanted = luck.choice(list(sizes), size=len(place), p=share / share.sum())
    number = np.full(len(place), -1)
    group = 0
    for first in luck.permutation(len(place)):
        if number[first] < 0:
            free = near[first][number[near[first]] < 0]
            skipped = luck.random(len(free)) < 0.35
            number[np.concatenate([[first], free[(free != first) & ~skipped][: wanted[group] - 1]])] = group
            group += 1
    return number


def _names(count: int, endings: tuple[str, ...], luck: np.random.Generator) -> list[str]:
    return [f"{place} {luck.choice(endings)}" for place in settlements(count, luck)]


def _federations(schools: pd.DataFrame, luck: np.random.Generator) -> pd.Series:
    """Maintained primaries and nurseries in twos and threes, oftener in the country."""
    maintained = schools["type_group"].eq("Local authority maintained schools")
    rural = schools["ruc"].str.startswith("Rural").fillna(False)
    chosen = maintained & (luck.random(len(schools)) < np.where(rural, 1.7, 0.6) * FEDERATED)
    number = _together(schools[chosen], {2: 0.7, 3: 0.2, 4: 0.1}, luck)
    size = np.bincount(number)[number]
    names = np.array([f"{place} Federation" for place in settlements(number.max() + 1, luck)], object)
    found = pd.Series(None, index=schools.index, dtype=object)
    found[chosen] = np.where(size > 1, names[number], None)
    return found


def _dioceses(schools: pd.DataFrame, luck: np.random.Generator) -> pd.Series:
    """Each church school in the diocese whose invented seat is nearest."""
    found = pd.Series(None, index=schools.index, dtype=object)
    for faith, count in DIOCESES.items():
        there = schools["faith"].eq(faith)
        place = schools.loc[there, ["easting", "northing"]].to_numpy(float)
        seats = place[luck.choice(len(place), count, replace=False)]
        style = "Diocese" if faith == "Church of England" else "Catholic Diocese"
        names = np.array([f"{style} of {town}" for town in settlements(count, luck)], object)
        found[there] = names[cKDTree(seats).query(place)[1]]
    return found
