"""The ground schools stand on: postcode points with their settlement and rural-urban class."""

import numpy as np
import pandas as pd
from scipy import ndimage

from hubdata.illustrate.ground.cells import HIGH, SIDE, SOUTH, WEST, WIDE
from hubdata.illustrate.ground.curve import along

SETTLED = {"near": 600, "town": 1_500, "wide": 15_000}  # metres: the width of each bell that counts postcodes
RURAL = {"Rural hamlet and isolated dwellings": 0.06, "Rural village": 0.08, "Rural town and fringe": 0.10}
SPARSE = {
    "Rural hamlet and isolated dwellings": 0.11,
    "Rural village": 0.08,
    "Rural town and fringe": 0.05,
    "Urban city and town": 0.004,
}
CROWDED, THINNED = 65, 1.5  # postcodes close by from which offices outnumber homes, and how fast
CONURBATION = {"major": "Urban major conurbation", "minor": "Urban minor conurbation"}


def ground(points: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """English points where a school could stand, in the order of a curve that keeps neighbours together.

    Args:
        points: columns postcode, easting, northing, district; all British postcodes.
        places: the gazetteer.

    Returns:
        One row a distinct position: postcode, easting, northing, district, la, region, near, town, wide (postcodes
        counted under bells of ``SETTLED``), ruc (one of the ten classes of 2011, by density alone) and worth (how much
        the point counts as homes: less where postcodes crowd, for those are offices).
    """
    distinct = points.drop_duplicates(["easting", "northing"])
    counted = _counts(distinct)
    home = places[["district", "la", "region", "conurbation"]]
    found = pd.concat([distinct, counted], axis=1).merge(home, on="district", how="inner", validate="m:1")
    found["ruc"] = _classes(found)
    found["worth"] = np.minimum(1, (CROWDED / found["near"]) ** THINNED)
    order = np.argsort(along(found["easting"].to_numpy(), found["northing"].to_numpy()), kind="stable")
    return found.iloc[order].drop(columns="conurbation").reset_index(drop=True)


def _counts(points: pd.DataFrame) -> pd.DataFrame:
    """Postcodes around each point under bells of three widths."""
    column = ((points["easting"] - WEST) // SIDE).to_numpy(int)
    row = ((points["northing"] - SOUTH) // SIDE).to_numpy(int)
    inside = (column >= 0) & (column < WIDE) & (row >= 0) & (row < HIGH)
    tally = np.zeros((HIGH, WIDE))
    np.add.at(tally, (row[inside], column[inside]), 1.0)
    column, row = column.clip(0, WIDE - 1), row.clip(0, HIGH - 1)
    smooth = {name: ndimage.gaussian_filter(tally, width / SIDE)[row, column] for name, width in SETTLED.items()}
    return pd.DataFrame(smooth, index=points.index)


def _classes(points: pd.DataFrame) -> np.ndarray:
    """Rural-urban class: towns by density at town width, then villages and hamlets by density close by."""
    town = points["town"].rank(pct=True).to_numpy()
    urban = town > sum(RURAL.values())
    classes = np.where(urban, "Urban city and town", "").astype(object)
    for kind, name in CONURBATION.items():
        classes[urban & (points["conurbation"] == kind).to_numpy()] = name
    near = points.loc[~urban, "near"].rank(pct=True).to_numpy()
    ends = np.cumsum(list(RURAL.values())) / sum(RURAL.values())
    classes[~urban] = np.array(list(RURAL), object)[np.searchsorted(ends[:-1], near)]
    return _sparse(classes, points["wide"])


def _sparse(classes: np.ndarray, wide: pd.Series) -> np.ndarray:
    """The emptiest parts of each class are in a sparse setting."""
    for name, share in SPARSE.items():
        there = classes == name
        limit = wide[there].quantile(share)
        classes[there & (wide < limit).to_numpy()] = f"{name} in a sparse setting"
    return classes
