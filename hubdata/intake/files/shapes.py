"""Areas as drawn shapes, judged: polygons alone, each made valid, in longitude and latitude (WGS84) of England."""

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
BROKEN = "a shape is broken, perhaps a ring not closed: export the areas again"
NO_AREA = "a feature has no area: only polygons can be drawn as places"


@dataclass(frozen=True)
class Shapes:
    """Features of a file: properties of each, and its shape as WKB."""

    properties: Sequence[dict[str, str]]
    wkb: Sequence[bytes]


def judged(properties: Sequence[dict[str, str]], drawn: np.ndarray, account: Account) -> Shapes:
    """The shapes as ``Shapes``, flat and valid. Raises ``Refused`` for what has no area or lies elsewhere."""
    import shapely

    if any(shape is None or shape.geom_type not in POLYGONS or shape.is_empty for shape in drawn):
        raise Refused("GEO-04", NO_AREA)
    account.fix("GEO-15", "heights were left out", int(shapely.has_z(drawn).sum()))
    flat = shapely.force_2d(drawn)
    _check_box(flat, [_beyond_england(p) for p in properties])
    invalid = ~shapely.is_valid(flat)
    account.fix("GEO-05", "shapes that crossed themselves were made valid", int(invalid.sum()))
    flat[invalid] = [polygons_only(shapely.make_valid(shape)) for shape in flat[invalid]]
    if shapely.is_empty(flat).any():
        raise Refused("GEO-04", NO_AREA)
    return Shapes(properties, list(shapely.to_wkb(flat)))


def polygons_only(shape: Any) -> Any:
    """A repaired shape without the stray lines and points that repair may leave."""
    import shapely

    if shape.geom_type in POLYGONS:
        return shape
    return shapely.union_all([part for part in shapely.get_parts(shape) if part.geom_type in POLYGONS])


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
