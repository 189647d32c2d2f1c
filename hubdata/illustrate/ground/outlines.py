"""Shapes to draw, dissolved from the squares and simplified so that neighbours still meet."""

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

from hubdata.illustrate.ground.cells import SIDE, SOUTH, WEST, Cells

if TYPE_CHECKING:
    import geopandas

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
    districts = _dissolve(squares).join(places.set_index("district")[["la", "region"]].astype("str"))
    districts = districts.assign(country=ENGLAND).reset_index()
    found = []
    for level, tolerance in LEVELS.items():
        whole = districts[[level, "geometry"]].dissolve(level, method="coverage")
        drawn = _degrees(whole.simplify_coverage(tolerance)).to_wkb()
        found.append(pd.DataFrame({"level": level, "code": drawn.index, "geometry": drawn.to_numpy()}))
    return pd.concat(found, ignore_index=True)


def _dissolve(squares: Cells) -> "geopandas.GeoDataFrame":
    """Each district's squares as one shape, in metres of the National Grid; the index is the district."""
    import geopandas

    west, south = WEST + SIDE * squares.column, SOUTH + SIDE * squares.row
    boxes = shapely.box(west, south, west + SIDE, south + SIDE)
    here = geopandas.GeoDataFrame({"district": squares.district}, geometry=boxes, crs=27700)
    return here.dissolve("district", method="coverage")


def _degrees(shapes: "geopandas.GeoSeries") -> "geopandas.GeoSeries":
    """National Grid metres to longitude and latitude at 4 decimals (about ten metres)."""
    return shapes.to_crs(4326).transform(lambda xy: np.round(xy, 4))
