"""Areas as drawn shapes: GeoJSON read with care, every polygon made valid, in longitude and latitude (WGS84)."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hubdata.intake.ledger import Ledger
from hubdata.intake.verdicts import Refused

WEST, SOUTH, EAST, NORTH = -7.0, 49.8, 2.1, 55.9
POLYGONS = ("Polygon", "MultiPolygon")
STRINGS = re.compile(rb'"(?:[^"\\]|\\.)*"')


@dataclass(frozen=True)
class Shapes:
    """Features of a file: properties of each, and its shape as WKB."""

    properties: Sequence[dict[str, str]]
    wkb: Sequence[bytes]


def open_geojson(body: bytes, ledger: Ledger) -> Shapes:
    """The polygons of a GeoJSON feature collection. Raises ``Refused`` for anything but WGS84 England."""
    check_depth(body, ledger.limits.json_depth)
    try:
        read = json.loads(body, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise Refused("GEO-01", "the file is not valid JSON, or cut short: download it again") from error
    features = read.get("features") if isinstance(read, dict) else None
    if not isinstance(features, list) or not features:
        raise Refused("GEO-02", "the file holds no features: export the areas as a GeoJSON FeatureCollection")
    _check_crs(read.get("crs"))
    return shapes_of(features, ledger)


def shapes_of(features: Sequence[Any], ledger: Ledger) -> Shapes:
    """Features as ``Shapes``: polygons only, two dimensions, valid, inside England's box."""
    import numpy as np
    import shapely

    try:
        written = [json.dumps(feature["geometry"]) for feature in features]
        properties = [{str(k): _text(v) for k, v in feature["properties"].items()} for feature in features]
        drawn = shapely.force_2d(shapely.from_geojson(written))
    except (shapely.GEOSException, KeyError, TypeError, AttributeError, ValueError) as error:
        raise Refused("GEO-03", "a shape is broken, perhaps a ring not closed: export the areas again") from error
    if any(shape is None or shape.geom_type not in POLYGONS or shape.is_empty for shape in drawn):
        raise Refused("GEO-04", "a feature has no area: only polygons can be drawn as places")
    _check_box(shapely.total_bounds(drawn))
    invalid = ~shapely.is_valid(drawn)
    ledger.fix("GEO-05", "shapes that crossed themselves were made valid", int(invalid.sum()))
    drawn[invalid] = [polygons_only(shapely.make_valid(shape)) for shape in drawn[invalid]]
    return Shapes(properties, list(shapely.to_wkb(np.asarray(drawn))))


def polygons_only(shape: Any) -> Any:
    """A repaired shape without the stray lines and points that repair may leave."""
    import shapely

    if shape.geom_type in POLYGONS:
        return shape
    return shapely.union_all([part for part in shapely.get_parts(shape) if part.geom_type in POLYGONS])


def check_depth(body: bytes, most: int) -> None:
    """Refuse brackets nested deeper than any file of ours, before a parser meets them."""
    import numpy as np

    marks = np.frombuffer(STRINGS.sub(b"", body), dtype=np.uint8)
    opened = (marks == ord("[")) | (marks == ord("{"))
    closed = (marks == ord("]")) | (marks == ord("}"))
    deepest = int((opened.astype(np.int64) - closed).cumsum().max(initial=0))
    if deepest > most:
        raise Refused("GEO-06", f"the file nests {deepest:,} levels deep, more than {most}")


def _check_crs(crs: Any) -> None:
    said = json.dumps(crs) if crs else ""
    if said and not any(known in said for known in ("CRS84", "4326")):
        raise Refused("GEO-07", "the file is not in longitude and latitude: export it as WGS84 (EPSG:4326)")


def _check_box(bounds: Sequence[float]) -> None:
    west, south, east, north = bounds
    if not (west >= WEST and south >= SOUTH and east <= EAST and north <= NORTH):
        raise Refused("GEO-08", "the shapes are not WGS84 England: longitudes -7 to 2.1, latitudes 49.8 to 55.9")


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _text(value: Any) -> str:
    return "" if value is None else str(value)
