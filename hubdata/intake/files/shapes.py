"""Areas as drawn shapes: GeoJSON read with care, every polygon made valid, in longitude and latitude (WGS84)."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from hubdata.intake.account import Account
from hubdata.intake.verdicts import Refused

WEST, SOUTH, EAST, NORTH = -7.0, 49.8, 2.1, 55.9
# The United Kingdom: a file may hold its other countries too, whose areas are left out later.
UNITED_KINGDOM = (-9.0, 49.8, 2.1, 61.0)
OTHER_COUNTRIES = re.compile(r"^[WSNK]\d{8}$")
POLYGONS = ("Polygon", "MultiPolygon")
STRINGS = re.compile(rb'"(?:[^"\\]|\\.)*"')
BROKEN = "a shape is broken, perhaps a ring not closed: export the areas again"


@dataclass(frozen=True)
class Shapes:
    """Features of a file: properties of each, and its shape as WKB."""

    properties: Sequence[dict[str, str]]
    wkb: Sequence[bytes]


def open_geojson(body: bytes, account: Account) -> Shapes:
    """The polygons of a GeoJSON feature collection. Raises ``Refused`` for anything but WGS84 England."""
    check_depth(body, account.limits.json_depth)
    try:
        read = json.loads(body, parse_constant=no_constant)
    except (ValueError, RecursionError) as error:
        raise Refused("GEO-01", "the file is not valid JSON, or cut short: download it again") from error
    features = read.get("features") if isinstance(read, dict) else None
    if not isinstance(features, list) or not features:
        raise Refused("GEO-02", "the file holds no features: export the areas as a GeoJSON FeatureCollection")
    _check_crs(read.get("crs"))
    return shapes_of(features, account)


def shapes_of(features: Sequence[Any], account: Account) -> Shapes:
    """GeoJSON features as ``Shapes``."""
    import shapely

    try:
        written = [json.dumps(feature["geometry"]) for feature in features]
        properties = [{str(k): _text(v) for k, v in feature["properties"].items()} for feature in features]
        drawn = shapely.from_geojson(written)
    except (shapely.GEOSException, KeyError, TypeError, AttributeError, ValueError) as error:
        raise Refused("GEO-03", BROKEN) from error
    return _judged(properties, drawn, account)


def shapes_of_wkb(
    properties: Sequence[dict[str, str]], wkb: Sequence[bytes], account: Account, *, national_grid: bool
) -> Shapes:
    """Shapes in WKB as ``Shapes``, turned from National Grid metres into degrees where they are in metres."""
    import shapely

    try:
        drawn = shapely.force_2d(shapely.from_wkb(list(wkb)))
    except (shapely.GEOSException, TypeError) as error:
        raise Refused("GEO-03", BROKEN) from error
    if national_grid:
        from pyproj import Transformer

        turn = Transformer.from_crs(27700, 4326, always_xy=True)
        drawn = shapely.transform(drawn, lambda at: np.column_stack(turn.transform(at[:, 0], at[:, 1])))
        account.fix("GEO-14", "National Grid metres were turned into longitude and latitude")
    return _judged(properties, drawn, account)


def _judged(properties: Sequence[dict[str, str]], drawn: np.ndarray, account: Account) -> Shapes:
    import shapely

    if any(shape is None or shape.geom_type not in POLYGONS or shape.is_empty for shape in drawn):
        raise Refused("GEO-04", "a feature has no area: only polygons can be drawn as places")
    account.fix("GEO-15", "heights were left out", int(shapely.has_z(drawn).sum()))
    flat = shapely.force_2d(drawn)
    _check_box(flat, [_beyond_england(p) for p in properties])
    invalid = ~shapely.is_valid(flat)
    account.fix("GEO-05", "shapes that crossed themselves were made valid", int(invalid.sum()))
    flat[invalid] = [polygons_only(shapely.make_valid(shape)) for shape in flat[invalid]]
    return Shapes(properties, list(shapely.to_wkb(flat)))


def polygons_only(shape: Any) -> Any:
    """A repaired shape without the stray lines and points that repair may leave."""
    import shapely

    if shape.geom_type in POLYGONS:
        return shape
    return shapely.union_all([part for part in shapely.get_parts(shape) if part.geom_type in POLYGONS])


def check_depth(body: bytes, most: int) -> None:
    """Refuse brackets nested deeper than any file of ours, before a parser meets them."""
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


def _beyond_england(properties: dict[str, str]) -> bool:
    """Whether a feature carries a code of Wales, Scotland, Northern Ireland or a wider country."""
    return any(OTHER_COUNTRIES.match(value) for value in properties.values())


def _check_box(drawn: np.ndarray, beyond: Sequence[bool]) -> None:
    """Refuse shapes outside England's box, or outside the United Kingdom's where their code is of another country."""
    import shapely

    bounds = shapely.bounds(drawn)
    placed = np.where(beyond, _inside(bounds, UNITED_KINGDOM), _inside(bounds, (WEST, SOUTH, EAST, NORTH)))
    if not placed.all():
        said = "the shapes are not WGS84 England: longitudes -7 to 2.1, latitudes 49.8 to 55.9"
        raise Refused("GEO-08", said, count=int((~placed).sum()))


def _inside(bounds: np.ndarray, box: tuple[float, float, float, float]) -> np.ndarray:
    west, south, east, north = box
    return (bounds[:, 0] >= west) & (bounds[:, 1] >= south) & (bounds[:, 2] <= east) & (bounds[:, 3] <= north)


def no_constant(name: str) -> None:
    """Refuse the NaN and Infinity that Python's parser would let through."""
    raise ValueError(name)


def _text(value: Any) -> str:
    return "" if value is None else str(value)
