"""TopoJSON: shared arcs put back into rings, and the layer with the most areas of districts chosen."""

import json
from collections.abc import Sequence
from typing import Any

import numpy as np

from hubdata.intake.account import Account
from hubdata.intake.files.shapes import Shapes, check_depth, no_constant, shapes_of
from hubdata.intake.verdicts import Refused

DISTRICT_LAYERS = ("LTLA", "LAD")


def open_topojson(body: bytes, account: Account) -> Shapes:
    """The polygons of one layer. Of several the one named for districts is taken, else the one with most shapes."""
    check_depth(body, account.limits.json_depth)
    try:
        read = json.loads(body, parse_constant=no_constant)
        arcs = [_placed(arc, read.get("transform")) for arc in read["arcs"]]
        layer = _layer(read["objects"], account)
        features = [_feature(one, arcs) for one in layer if one.get("type") in ("Polygon", "MultiPolygon")]
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise Refused("GEO-11", "the file is not valid TopoJSON, or cut short: download it again") from error
    if not features:
        raise Refused("GEO-02", "the file holds no areas: export them as a GeoJSON FeatureCollection")
    return shapes_of(features, account)


def _layer(objects: dict[str, Any], account: Account) -> list[dict[str, Any]]:
    sizes = {name: len(layer.get("geometries", ())) for name, layer in objects.items()}
    named = [n for n in sizes if n.upper().startswith(DISTRICT_LAYERS)]
    chosen = max(named or sizes, key=lambda name: sizes[name])
    if len(sizes) > 1:
        account.leave_out("GEO-12", f"layer {chosen[:30]} is read, the others are left out", len(sizes) - 1)
    return objects[chosen]["geometries"]


def _placed(arc: Sequence[Sequence[float]], transform: dict[str, Any] | None) -> np.ndarray:
    """An arc in degrees: with a transform its points are steps on a grid."""
    points = np.asarray(arc, dtype=float)[:, :2]
    if transform is None:
        return points
    return points.cumsum(axis=0) * np.asarray(transform["scale"]) + np.asarray(transform["translate"])


def _feature(one: dict[str, Any], arcs: list[np.ndarray]) -> dict[str, Any]:
    polygons = one["arcs"] if one["type"] == "MultiPolygon" else [one["arcs"]]
    rings = [[_ring(ring, arcs) for ring in polygon] for polygon in polygons]
    properties = one.get("properties") or {"code": one.get("id", "")}
    return {"properties": properties, "geometry": {"type": "MultiPolygon", "coordinates": rings}}


def _ring(numbers: Sequence[int], arcs: list[np.ndarray]) -> list[list[float]]:
    """Arcs end to end; a negative number is an arc walked backwards. Where two meet the point stands once."""
    walked = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers]
    return np.concatenate([walked[0], *(part[1:] for part in walked[1:])]).tolist()
