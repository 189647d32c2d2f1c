"""Federations of small schools, and the dioceses of church schools."""

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from hubdata.illustrate.ground.neighbours import together
from hubdata.illustrate.schools.words import settlements

FEDERATED = 0.055
DIOCESES = {"Church of England": 41, "Catholic": 19}


def federations(schools: pd.DataFrame, luck: np.random.Generator) -> pd.Series:
    """Maintained primaries and nurseries in twos and threes, oftener in the country."""
    maintained = schools["type_group"].eq("Local authority maintained schools")
    rural = schools["ruc"].str.startswith("Rural").fillna(False)
    chosen = maintained & (luck.random(len(schools)) < np.where(rural, 1.7, 0.6) * FEDERATED)
    number = together(schools[chosen], {2: 0.7, 3: 0.2, 4: 0.1}, luck)
    size = np.bincount(number)[number]
    names = np.array([f"{place} Federation" for place in settlements(number.max() + 1, luck)], object)
    found = pd.Series(None, index=schools.index, dtype=object)
    found[chosen] = np.where(size > 1, names[number], None)
    return found


def dioceses(schools: pd.DataFrame, luck: np.random.Generator) -> pd.Series:
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
