"""Rings that simplifying has shrunk to a point or a line, taken out of an area before anybody draws it.

Works on WKB as GDAL and GEOS write it (ISO, little-endian), since no library opens a shape with such a ring.
"""

import struct
from collections.abc import Sequence

import numpy as np

POLYGON, MULTIPOLYGON = 3, 6
ISLETS = "islets and holes that simplifying had shrunk to a point were left out; their areas stay"
WIDE = {0: 2, 1: 3, 2: 3, 3: 4}  # numbers a point, by the thousands of the type
START = struct.Struct("<BII")  # byte order, type, and how many parts follow
Ring = np.ndarray


def without_collapsed(wkb: bytes) -> tuple[bytes, int]:
    """The polygon or multipolygon without rings of fewer than three corners, and how many were left out.

    A collapsed outer ring takes its holes with it. Raises ``ValueError`` for what is no polygon in WKB.
    """
    try:
        polygons, thousands = _polygons(wkb)
    except (struct.error, TypeError, KeyError) as error:
        raise ValueError("no polygon") from error
    kept = [[ring for ring in rings if has_corners(ring)] for rings in polygons if rings and has_corners(rings[0])]
    dropped = sum(map(len, polygons)) - sum(map(len, kept))
    parts = [[struct.pack("<I", len(ring)) + ring.tobytes() for ring in rings] for rings in kept]
    return _written(MULTIPOLYGON + thousands, [_written(POLYGON + thousands, rings) for rings in parts]), dropped


def _polygons(wkb: bytes) -> tuple[list[list[Ring]], int]:
    """The rings of each polygon, and the thousands that its type says beside."""
    _, kind, count = START.unpack_from(wkb)
    thousands = kind - kind % 1000
    if kind % 1000 == POLYGON:
        return [_rings(wkb, 0)[0]], thousands
    if kind % 1000 != MULTIPOLYGON:
        raise ValueError(f"type {kind} is no polygon")
    polygons, at = [], 9
    for _ in range(count):
        rings, at = _rings(wkb, at)
        polygons.append(rings)
    return polygons, thousands


def _rings(wkb: bytes, at: int) -> tuple[list[Ring], int]:
    """The rings of the polygon that starts ``at``, and where it ends."""
    _, kind, count = START.unpack_from(wkb, at)
    wide, rings, at = WIDE[kind // 1000], [], at + 9
    for _ in range(count):
        (points,) = struct.unpack_from("<I", wkb, at)
        rings.append(np.frombuffer(wkb, "<f8", points * wide, at + 4).reshape(points, wide))
        at += 4 + points * wide * 8
    return rings, at


def has_corners(ring: Ring) -> bool:
    """Whether three of the points at least stand in different places."""
    places = ring[:, :2]
    others = places[(places != places[:1]).any(axis=1)]
    return bool((others != others[:1]).any())


def _written(kind: int, parts: Sequence[bytes]) -> bytes:
    return START.pack(1, kind, len(parts)) + b"".join(parts)
