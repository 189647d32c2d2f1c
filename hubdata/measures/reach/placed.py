"""How far every school would stand from a lead, had the leads been placed by lot."""

import numpy as np

from hubdata.measures.reach.distance import METRES

TENS = 10.0  # metres in a step: two bytes then hold every distance in England


def placed(points: np.ndarray, drawn: np.ndarray, fixed: np.ndarray) -> np.ndarray:
    """The distance of each school from the nearest lead of each lot.

    Args:
        points: easting and northing of the schools in metres, every one known.
        drawn: positions among the schools of those that lead, a row a lot.
        fixed: easting and northing of the leads that stay where they are.

    Returns:
        Tens of metres, rounded up, as two-byte whole numbers: a row a school, a column a lot.
    """
    from scipy.spatial import cKDTree

    found = np.empty((len(points), len(drawn)), np.uint16)
    for lot, places in enumerate(drawn):
        metres = cKDTree(np.vstack([points[places], fixed])).query(points)[0]
        found[:, lot] = np.minimum(np.ceil(np.round(metres, 6) / TENS), np.iinfo(np.uint16).max)
    return found


def within(tens: np.ndarray, km: float) -> np.ndarray:
    """Whether each distance is at most so many kilometres, to 10 m."""
    return tens <= min(np.floor(km * METRES / TENS), np.iinfo(np.uint16).max)
