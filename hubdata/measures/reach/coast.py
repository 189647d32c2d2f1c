"""How far a school is from the sea."""

from typing import Any

import numpy as np
import pandas as pd

from hubdata.measures.reach.distance import METRES
from hubdata.vocabulary import COASTAL

NEAR_KM = 5.0
BORDER_KM = 8.0
# England's outline is coast but for its land borders. Points along them, British National Grid kilometres, stopping
# short of the sea at both ends; the outline within BORDER_KM of the lines between them is no coast.
WALES = (
    (340, 363), (341, 355), (350, 342), (345, 338), (332, 338), (325, 330), (327, 321), (333, 314), (329, 306),
    (327, 295), (322, 287), (329, 273), (332, 264), (325, 255), (323, 243), (325, 233), (333, 224), (345, 222),
    (353, 213), (354, 203),
)  # fmt: skip
SCOTLAND = (
    (339, 574), (345, 581), (356, 588), (362, 599), (370, 606), (385, 615), (387, 623), (380, 632), (382, 638),
    (387, 643), (390, 648),
)  # fmt: skip


def coastline(country: Any) -> Any:
    """The sea's edge of the outline of England.

    Args:
        country: the outline as a shapely polygon or multipolygon on the British National Grid, metres.

    Returns:
        Shapely lines on the same grid: the outer boundary without the land borders. Lakes are no sea.
    """
    import shapely

    parts = shapely.get_parts(country)
    edges = shapely.union_all(shapely.get_exterior_ring(parts))
    borders = [shapely.LineString(np.array(line) * METRES).buffer(BORDER_KM * METRES) for line in (WALES, SCOTLAND)]
    return shapely.difference(edges, shapely.union_all(borders))


def coast_km(schools: pd.DataFrame, coast: Any) -> pd.Series:
    """Kilometres in a straight line to the nearest point of the coast.

    Args:
        schools: easting and northing, metres; a school without a location gets a missing value.
        coast: shapely lines on the British National Grid, metres.
    """
    import shapely

    located = (schools["easting"].notna() & schools["northing"].notna()).to_numpy()
    km = np.full(len(schools), np.nan)
    lines = shapely.get_parts(coast)
    if located.any() and len(lines):
        points = shapely.points(schools.loc[located, ["easting", "northing"]].to_numpy(float))
        tree = shapely.STRtree(_segments(lines))
        (which, _), metres = tree.query_nearest(points, return_distance=True, all_matches=False)
        km[np.flatnonzero(located)[which]] = metres / METRES
    return pd.Series(km, index=schools.index, name="coast_km")


def _segments(lines: np.ndarray) -> np.ndarray:
    """Every straight piece of the lines by itself: a tree finds the nearest of many short pieces quickly."""
    import shapely

    points, line = shapely.get_coordinates(lines, return_index=True)
    same = line[1:] == line[:-1]
    return shapely.linestrings(np.stack([points[:-1][same], points[1:][same]], axis=1))


def coastal(km: pd.Series, near: float = NEAR_KM) -> pd.Series:
    """Coastal within ``near`` kilometres of the coast, else Inland; Not known without a location."""
    words = np.where(km.isna(), COASTAL[2], np.where(km <= near, COASTAL[0], COASTAL[1]))
    return pd.Series(pd.Categorical(words, categories=COASTAL, ordered=True), index=km.index)
