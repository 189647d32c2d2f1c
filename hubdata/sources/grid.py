"""Where a school stands: British National Grid metres, blank or 0 meaning nobody knows."""

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.ledger import Ledger
from hubdata.intake.values import numbers, true_where
from hubdata.intake.verdicts import Refused

# The National Grid over England: eastings from Scilly to Lowestoft, northings from Scilly to Berwick.
EASTINGS = (80_000.0, 656_000.0)
NORTHINGS = (5_000.0, 658_000.0)


def located(easting: pa.Array, northing: pa.Array, ledger: Ledger) -> tuple[pa.Array, pa.Array]:
    """Eastings and northings in metres, both missing where either is blank, 0 or off the grid; the row is kept."""
    east = numbers(easting, ledger, "Easting")
    north = numbers(northing, ledger, "Northing")
    _refuse_degrees(east, north)
    known = pc.and_(pc.greater(east, 0), pc.greater(north, 0))
    missing = ~true_where(known)
    message = "schools have no location: off the map, kept in every count that needs none"
    ledger.flag_rows(missing, "GIAS-XY-01", message, "Easting, Northing")
    keep = pa.array(~missing)
    nothing = pa.scalar(None, pa.float64())
    return pc.if_else(keep, east, nothing), pc.if_else(keep, north, nothing)


def _refuse_degrees(east: pa.Array, north: pa.Array) -> None:
    placed = pc.and_(pc.not_equal(east, 0), pc.not_equal(north, 0))
    sure = pc.filter(north, pc.fill_null(placed, False))
    degrees = pc.sum(pc.less(pc.abs(sure), 100)).as_py() or 0
    if len(sure) and degrees > len(sure) / 2:
        message = "Easting and Northing hold degrees: export National Grid metres (EPSG:27700)"
        raise Refused("GIAS-XY-03", message, "Easting, Northing", degrees)
