"""Points that are not where their authority is: swapped, a digit short, at sea, or in another authority."""

import numpy as np
import pyarrow as pa

from hubdata.intake.account import Account
from hubdata.intake.verdicts import Refused
from hubdata.sources.schools.land import Land

# Schools near a border, and outlines drawn for screens: this far from its authority a school may still stand.
NEAR = 2_000.0
PLACE = "Easting, Northing"
SWAPPED = "GIAS-XY-03"  # the question whether the two columns have changed places


def judge_places(
    e: np.ndarray, n: np.ndarray, la: pa.Array, judged: np.ndarray, account: Account, land: Land
) -> np.ndarray:
    """Say which points are not where their authority is; the result marks those to take off the map."""
    import shapely

    las = la.to_numpy(zero_copy_only=False).astype(str)
    at = np.flatnonzero(judged)
    points = shapely.points(e[at], n[at])
    far = at[~land.within(points, las[at], NEAR)]
    astray, swapped, short, at_sea = (np.zeros(len(e), bool) for _ in range(4))
    astray[far] = True
    swapped[far] = land.within(shapely.points(n[far], e[far]), las[far], NEAR)
    short[far] = [_digit_short(e[i], n[i], land.of(las[i])) for i in far]
    # Only what is not where it should be, or whose authority has no shape today, can be at sea.
    doubtful = at[astray[at] | ~land.knows(las[at])]
    at_sea[doubtful[~land.ashore(shapely.points(e[doubtful], n[doubtful]), NEAR)]] = True
    _note_swaps(swapped, at_sea, int(judged.sum()), account)
    at_sea &= ~short & ~swapped
    account.set_aside(at_sea, "GIAS-XY-05", "the location is at sea or outside England", PLACE)
    elsewhere = astray & ~short & ~at_sea
    message = "schools lie more than 2 km outside the authority they declare: the authority counts, the place is kept"
    account.flag_rows(elsewhere, "GIAS-XY-06", message, PLACE)
    return short


def _note_swaps(swapped: np.ndarray, at_sea: np.ndarray, located_rows: int, account: Account) -> None:
    """Ask when most would fit the other way round; one alone is sure only where it now lies outside England."""
    count = int(swapped.sum())
    if count > located_rows / 2:
        said = "Easting and Northing are swapped: each school lies in its authority when they change places. Swap them?"
        raise Refused(SWAPPED, said, PLACE, count, replies=("Swap them",))
    message = "Easting and Northing are swapped: change them back"
    account.set_aside(swapped & at_sea, "GIAS-XY-04", message, PLACE)


def _digit_short(e: float, n: float, shape: object | None) -> bool:
    """Whether one more digit at the end would bring the point to its authority."""
    if shape is None:
        return False
    west, south, east, north = shape.bounds
    return (not west <= e <= east and west <= e * 10 + 9 and e * 10 <= east) or (
        not south <= n <= north and south <= n * 10 + 9 and n * 10 <= north
    )
