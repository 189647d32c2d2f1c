"""Areas of England: their names, their shapes to draw, and where to look to see one."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd
import shapely
from pyproj import Transformer

DECIMALS = 4  # 11 metres: finer than any outline drawn
LEVELS = ("region", "la", "district")
REGION_CODES = {
    "North East": "E12000001",
    "North West": "E12000002",
    "Yorkshire and The Humber": "E12000003",
    "East Midlands": "E12000004",
    "West Midlands": "E12000005",
    "East of England": "E12000006",
    "London": "E12000007",
    "South East": "E12000008",
    "South West": "E12000009",
}
Bounds = tuple[float, float, float, float]


def names(districts: pd.DataFrame) -> pd.DataFrame:
    """Every region and authority of the look-up: level, code, name; regions first, authorities by name.

    A region's code is its name, as everywhere in the tables.
    """
    regions = pd.DataFrame({"level": "region", "code": districts["region"].astype("str").unique()})
    las = districts.drop_duplicates("la").sort_values("la_name")
    las = pd.DataFrame({"level": "la", "code": las["la"].astype("str"), "name": las["la_name"]})
    return pd.concat([regions.assign(name=regions["code"]).sort_values("name"), las], ignore_index=True)


def shapes(outlines: pd.DataFrame, level: str) -> dict[str, Any]:
    """The outlines of a level, code to shapely geometry in longitude and latitude."""
    mine = outlines.loc[outlines["level"] == level]
    return dict(zip(mine["code"].astype("str"), shapely.from_wkb(mine["geometry"].to_numpy()), strict=True))


def joined(parts: dict[str, Any], groups: pd.DataFrame) -> dict[str, Any]:
    """One shape a group: ``groups`` has the columns group and code; a code without a shape is passed over."""
    known = groups.loc[groups["code"].isin(list(parts))]
    return {
        str(group): shapely.union_all([parts[code] for code in codes])
        for group, codes in known.groupby("group", observed=True)["code"]
    }


def bounds(geometries: Iterable[Any]) -> Bounds:
    """West, south, east and north of the shapes together, in degrees."""
    west, south, east, north = shapely.total_bounds(list(geometries))
    return float(west), float(south), float(east), float(north)


def widened(seen: Bounds, by: float = 0.6) -> Any:
    """A box around the bounds, larger on each side by that share of their extent."""
    west, south, east, north = seen
    across, up = (east - west) * by, (north - south) * by
    return shapely.box(west - across, south - up, east + across, north + up)


def to_geojson(geometry: Any) -> dict[str, Any]:
    """A shape as the compact GeoJSON geometry that a map layer takes, coordinates rounded to about 11 m."""
    rings = [_ring(polygon) for polygon in getattr(geometry, "geoms", [geometry]) if not polygon.is_empty]
    return {"type": "MultiPolygon", "coordinates": rings}


def _ring(polygon: Any) -> list[list[list[float]]]:
    return [
        np.round(shapely.get_coordinates(ring), DECIMALS).tolist() for ring in (polygon.exterior, *polygon.interiors)
    ]


# What pyproj finds for EPSG:27700 to EPSG:4326 without a grid file; named here because finding it takes 70 ms, and
# again in every thread. It is right within 2 m.
_TO_DEGREES = Transformer.from_pipeline(
    "+proj=pipeline"
    " +step +inv +proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy"
    " +step +proj=push +v_3 +step +proj=cart +ellps=airy"
    " +step +proj=helmert +x=446.448 +y=-125.157 +z=542.06 +rx=0.15 +ry=0.247 +rz=0.842 +s=-20.489"
    " +convention=position_vector"
    " +step +inv +proj=cart +ellps=WGS84 +step +proj=pop +v_3"
    " +step +proj=unitconvert +xy_in=rad +xy_out=deg"
)


def degrees(easting: pd.Series, northing: pd.Series) -> np.ndarray:
    """British National Grid metres as longitude and latitude, one row a point, rounded to about 11 m."""
    return np.round(np.column_stack(_TO_DEGREES.transform(easting.to_numpy(float), northing.to_numpy(float))), DECIMALS)


def around(easting: pd.Series, northing: pd.Series, least: float = 8_000) -> Bounds:
    """The bounds of points on the grid, at least so many metres across; all of England's middle when there is none."""
    if easting.empty:
        return -2.5, 52.0, -1.0, 53.0
    middle = (easting.min() + easting.max()) / 2, (northing.min() + northing.max()) / 2
    half = max(easting.max() - easting.min(), northing.max() - northing.min(), least) / 2
    corners = pd.DataFrame({"e": [middle[0] - half, middle[0] + half], "n": [middle[1] - half, middle[1] + half]})
    (west, south), (east, north) = degrees(corners["e"], corners["n"]).tolist()
    return west, south, east, north


def label_point(geometry: Any) -> tuple[float, float]:
    """A point inside the largest part of a shape, for its name."""
    largest = max(getattr(geometry, "geoms", [geometry]), key=lambda part: part.area)
    point = largest.representative_point()
    return round(point.x, DECIMALS), round(point.y, DECIMALS)
