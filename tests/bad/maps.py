"""Case 29: boundary files that are broken, nested too deep, in another system, or of nowhere in England."""

import json
from typing import Any

from bad.case import Case, kept

NAME = "districts_2024-05.geojson"
SQUARE = [[0.5, 51.2], [0.6, 51.2], [0.6, 51.3], [0.5, 51.3], [0.5, 51.2]]
NEXT = [[x + 0.1, y] for x, y in SQUARE]
BOW = [[0.5, 51.2], [0.6, 51.3], [0.6, 51.2], [0.5, 51.3], [0.5, 51.2]]


def collection(*rings: list[Any], **more: Any) -> bytes:
    """A feature collection with one ring a feature, coded as districts."""
    features = [
        {
            "type": "Feature",
            "properties": {"code": f"E0700011{i}"},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        for i, ring in enumerate(rings)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features} | more).encode()


def deep() -> bytes:
    """Brackets within brackets."""
    return b'{"type": "FeatureCollection", "features": ' + b"[" * 100 + b"]" * 100 + b"}"


GRID = {"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}}}
CASES = [
    Case("29a", "not JSON", NAME, b'{"type": "FeatureCollection", "features": [', "REJECT", ("GEO-01",)),
    Case("29b", "too deep", NAME, deep(), "REJECT", ("GEO-06",)),
    Case("29c", "NaN", NAME, collection(SQUARE).replace(b"0.6", b"NaN"), "REJECT", ("GEO-01",)),
    Case("29d", "ring not closed", NAME, collection(SQUARE[:-1]), "REJECT", ("GEO-03",)),
    Case("29e", "crossing", NAME, collection(SQUARE, [[x + 0.2, y] for x, y in BOW]), "FIX", ("GEO-05",), kept(2)),
    Case("29f", "National Grid", NAME, collection(SQUARE, **GRID), "REJECT", ("GEO-07",)),
    Case("29g", "swapped", NAME, collection([[y, x] for x, y in SQUARE]), "REJECT", ("GEO-08",)),
    Case("29h", "no features", NAME, collection(), "REJECT", ("GEO-02",)),
    Case("29i", "3-D", NAME, collection([[x, y, 9.0] for x, y in SQUARE], NEXT), "FIX", ("GEO-15",), kept(2)),
    Case("29j", "a point", NAME, collection(SQUARE).replace(b'"Polygon"', b'"MultiPoint"'), "REJECT", ("GEO-03",)),
    Case("29k", "Scotland as English", NAME, collection([[-4, 57], *SQUARE[1:4], [-4, 57]]), "REJECT",
         ("GEO-08",)),
    Case("29l", "sound", NAME, collection(SQUARE, NEXT), "PASS", (), kept(2)),
]  # fmt: skip
