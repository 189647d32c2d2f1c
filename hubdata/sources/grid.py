"""Where a school stands: British National Grid metres, judged by the land of the authority that it declares."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.ledger import Ledger
from hubdata.intake.values import numbers
from hubdata.intake.verdicts import Refused, Verdict
from hubdata.sources.land import Land
from hubdata.sources.reference import Reference

# The National Grid over England: eastings from Scilly to Lowestoft, northings from Scilly to Berwick.
EASTINGS = (80_000.0, 656_000.0)
NORTHINGS = (5_000.0, 658_000.0)
# Schools near a border, and outlines drawn for screens: this far from its authority a school may still stand.
NEAR = 2_000.0
PLACE = "Easting, Northing"


def located(
    easting: pa.Array, northing: pa.Array, la: pa.Array, judged: np.ndarray, ledger: Ledger, known: Reference | None
) -> tuple[pa.Array, pa.Array]:
    """Eastings and northings in metres, both missing where either is blank, 0 or off the grid; such rows are kept.

    ``la`` is the declared authority, ``judged`` marks rows that should lie in England.
    """
    east, north = numbers(easting, ledger, "Easting"), numbers(northing, ledger, "Northing")
    e, n = (np.nan_to_num(values.to_numpy(zero_copy_only=False), nan=0.0) for values in (east, north))
    _refuse_degrees(e, n)
    given = (e != 0) & (n != 0)
    on_grid = _between(e, EASTINGS) & _between(n, NORTHINGS)
    short = given & ~on_grid & judged
    if known is not None:
        short |= _judge(e, n, la, judged & on_grid & ledger.kept, ledger, known.land)
    missing = "schools have no location: off the map, kept in every count that needs none"
    ledger.flag_rows(judged & ~given, "GIAS-XY-01", missing, PLACE)
    ledger.flag_rows(
        short, "GIAS-XY-02", "grid references that cannot be right, such as a digit short: off the map", PLACE
    )
    keep = pa.array(on_grid & ~short)
    nothing = pa.scalar(None, pa.float64())
    return pc.if_else(keep, east, nothing), pc.if_else(keep, north, nothing)


def _judge(e: np.ndarray, n: np.ndarray, la: pa.Array, judged: np.ndarray, ledger: Ledger, land: Land) -> np.ndarray:
    """Say which points are not where their authority is; the answer marks those to take off the map."""
    import shapely

    las = la.to_numpy(zero_copy_only=False).astype(str)
    at = np.flatnonzero(judged)
    points = shapely.points(e[at], n[at])
    far = at[~land.within(points, las[at], NEAR)]
    astray = np.zeros(len(e), bool)
    astray[far] = True
    swapped, short, at_sea = (np.zeros(len(e), bool) for _ in range(3))
    swapped[far] = land.within(shapely.points(n[far], e[far]), las[far], NEAR)
    short[far] = [_digit_short(e[i], n[i], land.of(las[i])) for i in far]
    # Only what is not where it should be, or whose authority has no shape today, can be at sea.
    doubtful = at[astray[at] | ~land.knows(las[at])]
    at_sea[doubtful[~land.ashore(shapely.points(e[doubtful], n[doubtful]), NEAR)]] = True
    _note_swaps(swapped, at_sea, int(judged.sum()), ledger)
    at_sea &= ~short & ~swapped
    ledger.set_aside(at_sea, "GIAS-XY-05", "the location is at sea or outside England", PLACE)
    elsewhere = astray & ~short & ~at_sea
    message = "schools lie more than 2 km outside the authority they declare: the authority counts, the place is kept"
    ledger.flag_rows(elsewhere, "GIAS-XY-06", message, PLACE)
    return short


def _note_swaps(swapped: np.ndarray, at_sea: np.ndarray, located_rows: int, ledger: Ledger) -> None:
    """Ask when most would fit the other way round; one alone is sure only where it now lies outside England."""
    count = int(swapped.sum())
    if count > located_rows / 2:
        said = "Easting and Northing are swapped: each school lies in its authority when they change places. Swap them?"
        raise Refused("GIAS-XY-03", said, PLACE, count, Verdict.ASK)
    message = "Easting and Northing are swapped: change them back"
    ledger.set_aside(swapped & at_sea, "GIAS-XY-04", message, PLACE)


def _digit_short(e: float, n: float, shape: object | None) -> bool:
    """Whether one more digit at the end would bring the point to its authority."""
    if shape is None:
        return False
    west, south, east, north = shape.bounds
    return (not west <= e <= east and west <= e * 10 + 9 and e * 10 <= east) or (
        not south <= n <= north and south <= n * 10 + 9 and n * 10 <= north
    )


def _between(values: np.ndarray, ends: tuple[float, float]) -> np.ndarray:
    return (values >= ends[0]) & (values <= ends[1])


def _refuse_degrees(e: np.ndarray, n: np.ndarray) -> None:
    given = (e != 0) & (n != 0)
    degrees = int((given & (np.abs(e) < 100) & (np.abs(n) < 100)).sum())
    if degrees > given.sum() / 2:
        message = "Easting and Northing hold degrees: export National Grid metres (EPSG:27700)"
        raise Refused("GIAS-XY-07", message, PLACE, degrees)
