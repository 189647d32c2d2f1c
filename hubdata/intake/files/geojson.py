"""Boundaries written as JSON: GeoJSON or TopoJSON by what the file says, not by its name. Looked at, then read by GDAL.

What GDAL gets is written anew from what was looked at, since two parsers may see two things in one file.
"""

import json
from collections.abc import Mapping
from typing import Any

import numpy as np

from hubdata.intake.account import Account
from hubdata.intake.files.boundaries import ELSEWHERE, read_boundaries
from hubdata.intake.files.nesting import check_depth
from hubdata.intake.files.shapes import BROKEN, Shapes
from hubdata.intake.files.topojson import looked_through
from hubdata.intake.verdicts import Refused

DEEP = {"Polygon": 1, "MultiPolygon": 2}  # lists around a ring


def open_json(body: bytes, account: Account, *, surely: bool = True) -> Shapes | None:
    """The polygons of a feature collection or a topology. Raises ``Refused`` for anything but WGS84 England.

    ``surely`` says that the name promises shapes; a file that does not and holds none is of something else: None.
    """
    check_depth(body, account.limits.json_depth)
    try:
        read = json.loads(body, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise Refused("GEO-01", "the file is not valid JSON, or cut short: download it again") from error
    kind = read.get("type") if isinstance(read, dict) else None
    if kind == "Topology":
        return read_boundaries(_written(looked_through(read, account)), account, degrees=True)
    if kind != "FeatureCollection" and not surely:
        return None
    return read_boundaries(_written(_collection(read)), account, degrees=True)


def _collection(read: Any) -> dict[str, Any]:
    features = read.get("features") if isinstance(read, dict) else None
    if not isinstance(features, list) or not features:
        raise Refused("GEO-02", "the file holds no features: export the areas as a GeoJSON FeatureCollection")
    _check_crs(read.get("crs"))
    try:
        return {"type": "FeatureCollection", "features": [_feature(one) for one in features]}
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise Refused("GEO-03", BROKEN) from error


def _feature(one: Mapping[str, Any]) -> dict[str, Any]:
    geometry = one["geometry"]
    if geometry["type"] in DEEP:
        _check_positions(geometry["coordinates"], DEEP[geometry["type"]])
    return {"type": "Feature", "properties": _as_text(one["properties"]), "geometry": geometry}


def _check_positions(nested: Any, deep: int) -> None:
    """Raise ``ValueError`` or ``TypeError`` unless positions of two numbers or more, and nothing else, stand that deep.

    GDAL passes over what is none.
    """
    if not isinstance(nested, list):
        raise ValueError("a list is expected")
    if deep:
        for inner in nested:
            _check_positions(inner, deep - 1)
        return
    numbers = np.array([number for position in nested for number in position])
    if any(len(position) < 2 for position in nested) or (nested and numbers.dtype.kind not in "if"):
        raise ValueError("numbers are expected")


def _as_text(properties: Mapping[str, Any]) -> dict[str, str]:
    """Properties as text, a missing one empty, so that nothing guesses at their type."""
    return {str(name): "" if value is None else str(value) for name, value in properties.items()}


def _written(shapes: Mapping[str, Any]) -> bytes:
    try:
        return json.dumps(shapes, allow_nan=False, separators=(",", ":")).encode()
    except ValueError as error:
        raise Refused("GEO-03", BROKEN) from error


def _check_crs(crs: Any) -> None:
    said = json.dumps(crs) if crs else ""
    if said and not any(known in said for known in ("CRS84", "4326")):
        raise Refused("GEO-07", ELSEWHERE)


def _no_constant(name: str) -> None:
    """Refuse the NaN and Infinity that Python's parser would let through."""
    raise ValueError(name)
