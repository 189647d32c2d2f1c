"""The gate of TopoJSON: one layer chosen, every arc a line of numbers, every ring made of arcs that are there."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from hubdata.intake.account import Account
from hubdata.intake.files.collapsed import ISLETS, has_corners
from hubdata.intake.verdicts import Refused

DISTRICT_LAYERS = ("LTLA", "LAD")
POLYGONS = ("Polygon", "MultiPolygon")


def looked_through(read: Mapping[str, Any], account: Account) -> dict[str, Any]:
    """The topology with one layer of areas alone. Of several the one named for districts, else the one with most."""
    try:
        arcs = _Arcs(read["arcs"], read.get("transform"), account.limits.shape_points)
        layer = _layer(read["objects"], account)
        areas = [_area(one) for one in layer if one.get("type") in POLYGONS]
        islets = [_take_islets(area, arcs) for area in areas]
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, OverflowError) as error:
        raise Refused("GEO-11", "the file is not valid TopoJSON, or cut short: download it again") from error
    if not areas:
        raise Refused("GEO-02", "the file holds no areas: export them as a GeoJSON FeatureCollection")
    if arcs.drawn > account.limits.shape_points:
        said = f"the areas are drawn with {arcs.drawn:,} points, more than can be read safely: simplify them"
        raise Refused("GEO-17", said)
    account.fix("GEO-16", ISLETS, sum(islets))
    account.flag("GEO-18", "features without an area were left out", len(layer) - len(areas))
    objects = {"areas": {"type": "GeometryCollection", "geometries": areas}}
    return {"type": "Topology", **arcs.transform, "objects": objects, "arcs": arcs.written}


class _Arcs:
    """The lines that areas share; raises ``ValueError`` for what is none.

    ``drawn`` counts the points that are asked for: a few lines can be drawn a million times. Beyond ``most`` none is.
    """

    def __init__(self, arcs: Sequence[Any], transform: Mapping[str, Any] | None, most: int) -> None:
        lines = [_line(arc) for arc in arcs]
        self.written = [line.tolist() for line in lines]
        self.transform = {"transform": _pairs(transform)} if transform is not None else {}
        # With a transform the points are steps on a grid.
        self._places = [line.cumsum(axis=0) for line in lines] if self.transform else lines
        self._most, self.drawn = most, 0

    def surround(self, ring: Sequence[int]) -> bool:
        """Whether the arcs of a ring have three corners at least; ``~n``, which is negative, is arc n backwards."""
        if any(type(n) is not int for n in ring):
            raise ValueError("arcs are named by their number")
        walked = [self._places[n if n >= 0 else ~n] for n in ring]
        self.drawn += sum(map(len, walked))
        return self.drawn > self._most or has_corners(np.concatenate(walked))


def _line(arc: Any) -> np.ndarray:
    points = np.asarray(arc)
    if points.ndim != 2 or points.shape[1] < 2 or points.dtype.kind not in "if" or not np.isfinite(points).all():
        raise ValueError("an arc is a list of positions")
    return points[:, :2]


def _pairs(transform: Mapping[str, Any]) -> dict[str, list[float]]:
    pairs = {name: [float(value) for value in transform[name]] for name in ("scale", "translate")}
    if not all(len(values) == 2 and np.isfinite(values).all() for values in pairs.values()):
        raise ValueError("a transform is two pairs of numbers")
    return pairs


def _layer(objects: Mapping[str, Any], account: Account) -> Sequence[Mapping[str, Any]]:
    sizes = {name: len(layer.get("geometries", ())) for name, layer in objects.items()}
    named = [n for n in sizes if n.upper().startswith(DISTRICT_LAYERS)]
    chosen = max(named or sizes, key=lambda name: sizes[name])
    if len(sizes) > 1:
        account.leave_out("GEO-12", f"layer {chosen[:30]} is read, the others are left out", len(sizes) - 1)
    return objects[chosen]["geometries"]


def _area(one: Mapping[str, Any]) -> dict[str, Any]:
    """A shape as a multipolygon, its properties as text."""
    told = one.get("properties") or {"code": one.get("id", "")}
    properties = {str(name): "" if value is None else str(value) for name, value in told.items()}
    polygons = one["arcs"] if one["type"] == "MultiPolygon" else [one["arcs"]]
    return {"type": "MultiPolygon", "properties": properties, "arcs": polygons}


def _take_islets(area: dict[str, Any], arcs: _Arcs) -> int:
    """Take out polygons and holes that simplifying has shrunk to a point or a line; how many there were."""
    judged = [[(ring, arcs.surround(ring)) for ring in rings] for rings in area["arcs"]]
    before = sum(map(len, judged))
    area["arcs"] = [[ring for ring, sound in rings if sound] for rings in judged if rings and rings[0][1]]
    return before - sum(map(len, area["arcs"]))
