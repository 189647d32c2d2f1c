"""Groups of schools that lie near each other."""

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

NEIGHBOURS = 400


def together(schools: pd.DataFrame, sizes: dict[int, float], luck: np.random.Generator) -> np.ndarray:
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
