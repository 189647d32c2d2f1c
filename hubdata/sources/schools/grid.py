"""Where a school stands: British National Grid metres, judged by the land of the authority that it declares."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.values import numbers
from hubdata.intake.verdicts import Refused
from hubdata.sources.reference import Reference
from hubdata.sources.schools.astray import PLACE, SWAPPED, judge_places

# The National Grid over England: eastings from Scilly to Lowestoft, northings from Scilly to Berwick.
EASTINGS = (80_000.0, 656_000.0)
NORTHINGS = (5_000.0, 658_000.0)


def located(
    easting: pa.Array, northing: pa.Array, la: pa.Array, judged: np.ndarray, account: Account, known: Reference | None
) -> tuple[pa.Array, pa.Array]:
    """Eastings and northings in metres, both missing where either is blank, 0 or off the grid; such rows are kept.

    ``la`` is the declared authority, ``judged`` marks rows that should lie in England.
    """
    east, north = numbers(easting, account, "Easting"), numbers(northing, account, "Northing")
    if account.replies.get(SWAPPED):
        east, north = north, east
        account.fix("GIAS-XY-08", "Easting and Northing have changed places, as you said", len(east), PLACE)
    e, n = (np.nan_to_num(values.to_numpy(zero_copy_only=False), nan=0.0) for values in (east, north))
    _refuse_degrees(e, n)
    given = (e != 0) & (n != 0)
    on_grid = _between(e, EASTINGS) & _between(n, NORTHINGS)
    short = given & ~on_grid & judged
    if known is not None:
        short |= judge_places(e, n, la, judged & on_grid & account.kept, account, known.land)
    missing = "schools have no location: off the map, kept in every count that needs none"
    account.flag_rows(judged & ~given, "GIAS-XY-01", missing, PLACE)
    account.flag_rows(
        short, "GIAS-XY-02", "grid references that cannot be right, such as a digit short: off the map", PLACE
    )
    keep = pa.array(on_grid & ~short)
    nothing = pa.scalar(None, pa.float64())
    return pc.if_else(keep, east, nothing), pc.if_else(keep, north, nothing)


def _between(values: np.ndarray, ends: tuple[float, float]) -> np.ndarray:
    return (values >= ends[0]) & (values <= ends[1])


def _refuse_degrees(e: np.ndarray, n: np.ndarray) -> None:
    given = (e != 0) & (n != 0)
    degrees = int((given & (np.abs(e) < 100) & (np.abs(n) < 100)).sum())
    if degrees > given.sum() / 2:
        message = "Easting and Northing hold degrees: export National Grid metres (EPSG:27700)"
        raise Refused("GIAS-XY-07", message, PLACE, degrees)
