"""Shapes to draw at four levels, dissolved from districts and simplified together so that neighbours still meet."""

from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa

from hubdata.intake.files.shapes import polygons_only

# Four decimals of a degree are 11 m at most, finer than any screen shows.
GRID = 1e-4
# Simplification by level, in degrees (the square root of the area that a dropped corner may span). Chosen so that
# the districts of England take less than 500 KB of GeoJSON and its authorities less than 100 KB.
TOLERANCE = {"district": 0.005, "la": 0.0195, "region": 0.02, "country": 0.02}
ENGLAND = "E92000001"


def outlines(shapes: pa.Table, districts: pa.Table) -> pa.Table:
    """The ``outlines`` table from ``shapes`` (code, WKB) of districts and the ``districts`` table."""
    import shapely

    place = {row["district"]: row for row in districts.to_pylist()}
    known = [i for i, code in enumerate(shapes["code"].to_pylist()) if code in place]
    codes = [shapes["code"][i].as_py() for i in known]
    drawn = shapely.from_wkb([shapes["geometry"][i].as_py() for i in known])
    levels = {
        "district": codes,
        "la": [place[code]["la"] for code in codes],
        "region": [place[code]["region"] for code in codes],
        "country": [ENGLAND] * len(codes),
    }
    parts = [_level(name, _dissolved(drawn, keys)) for name, keys in levels.items()]
    return pa.concat_tables(parts)


def _dissolved(drawn: np.ndarray, keys: Sequence[str]) -> dict[str, object]:
    import shapely

    names = np.array(keys)
    return {str(name): shapely.union_all(drawn[names == name]) for name in np.unique(names)}


def _level(level: str, shapes: Mapping[str, object]) -> pa.Table:
    import shapely

    whole = np.array([polygons_only(shape) for shape in shapes.values()], dtype=object)
    simple = shapely.coverage_simplify(whole, TOLERANCE[level])
    # Snapping comes last: corners that neighbours share snap to the same point, and the result stays valid.
    snapped = shapely.set_precision(simple, GRID)
    sound = [polygons_only(one) if not one.is_empty else shape for one, shape in zip(snapped, whole, strict=True)]
    columns = {
        "level": pa.array([level] * len(shapes), pa.string()),
        "code": pa.array(list(shapes), pa.string()),
        "geometry": pa.array(list(shapely.to_wkb(sound)), pa.binary()),
    }
    return pa.table(columns)
