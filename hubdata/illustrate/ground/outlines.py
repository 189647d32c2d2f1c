"""Shapes to draw, dissolved from the squares and simplified so that neighbours still meet."""

import numpy as np
import pandas as pd
import shapely

from hubdata.illustrate.ground.cells import SIDE, SOUTH, WEST, Cells

LEVELS = {"district": 500, "la": 2_000, "region": 3_000, "country": 3_000}  # metres of tolerance
ENGLAND = "E92000001"


def outlines(squares: Cells, places: pd.DataFrame) -> pd.DataFrame:
    """The shapes of districts, local authorities, regions and England.

    Args:
        squares: the squares of England.
        places: columns district, la and region, one row a district.

    Returns:
        Columns level, code and geometry (WKB, longitude and latitude, 4 decimals), a row for each place.
    """
    districts = _dissolve(squares)
    keys = places.set_index("district").loc[list(districts)]
    found = []
    for level, tolerance in LEVELS.items():
        group = {"district": keys.index, "country": [ENGLAND] * len(keys)}.get(level, keys.get(level))
        shapes = _grouped(districts, list(group))
        drawn = shapely.coverage_simplify(np.array(list(shapes.values())), tolerance)
        found.append(pd.DataFrame({"level": level, "code": list(shapes), "geometry": shapely.to_wkb(_degrees(drawn))}))
    return pd.concat(found, ignore_index=True)


def _dissolve(squares: Cells) -> dict[str, shapely.Geometry]:
    """Each district's squares as one shape, in metres."""
    order = np.argsort(squares.district, kind="stable")
    west, south = WEST + SIDE * squares.column[order], SOUTH + SIDE * squares.row[order]
    boxes = shapely.box(west, south, west + SIDE, south + SIDE)
    codes, starts = np.unique(squares.district[order], return_index=True)
    parts = np.split(boxes, starts[1:])
    return {str(code): shapely.coverage_union_all(part) for code, part in zip(codes, parts, strict=True)}


def _grouped(districts: dict[str, shapely.Geometry], group: list[str]) -> dict[str, shapely.Geometry]:
    shapes = np.array(list(districts.values()))
    names = np.array(group)
    return {str(name): shapely.coverage_union_all(shapes[names == name]) for name in np.unique(names)}


def _degrees(shapes: np.ndarray) -> np.ndarray:
    """National Grid metres to longitude and latitude at 4 decimals (about ten metres)."""
    from pyproj import Transformer

    to_degrees = Transformer.from_crs("EPSG:27700", "EPSG:4326", always_xy=True)
    return shapely.transform(shapes, lambda xy: np.round(np.column_stack(to_degrees.transform(*xy.T)), 4))
