"""England as half-kilometre squares, each in the district of the nearest postcode."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import ndimage
from scipy.spatial import cKDTree

SIDE = 500
WEST, SOUTH = 82_000, 5_000
WIDE, HIGH = 1_150, 1_308
SHORE = 1_000  # metres from the last postcode to open water
OFFING = 15_000  # metres: nowhere in England is so far from a postcode
ISLET = 2.5  # square kilometres: smaller islands are not drawn
SMOOTH = 2  # squares: creeks narrower than twice this stay land


@dataclass(frozen=True)
class Cells:
    """The squares that are England: their column, row and district."""

    column: np.ndarray
    row: np.ndarray
    district: np.ndarray


def cells(points: pd.DataFrame) -> Cells:
    """Squares of England from all British postcodes (columns easting, northing, district).

    A square further than a kilometre from any postcode is sea when it is joined to the open sea by such squares;
    moors and fells inland belong to the nearest district.
    """
    places = points.drop_duplicates(["easting", "northing"])
    codes, number = np.unique(places["district"].to_numpy(str), return_inverse=True)
    away, nearest = _nearest(places[["easting", "northing"]].to_numpy(float))
    district = np.where(nearest >= 0, number[nearest], -1)
    english = np.char.startswith(codes, "E")[district] & (district >= 0)
    land = english & ~_sea((away > SHORE) & english, away > OFFING)
    land = _without_specks(land)
    row, column = np.nonzero(land)
    return Cells(column, row, codes[district[row, column]])


def _nearest(places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Metres to the nearest place and its index, for every square; infinity and -1 beyond ``OFFING``."""
    occupied = np.zeros((HIGH, WIDE), bool)
    column, row = ((places - (WEST, SOUTH)) // SIDE).astype(int).T
    inside = (column >= 0) & (column < WIDE) & (row >= 0) & (row < HIGH)
    occupied[row[inside], column[inside]] = True
    wanted = ndimage.distance_transform_edt(~occupied) * SIDE <= OFFING
    away, nearest = np.full((HIGH, WIDE), np.inf), np.full((HIGH, WIDE), -1)
    row, column = np.nonzero(wanted)
    centres = np.column_stack([WEST + SIDE * (column + 0.5), SOUTH + SIDE * (row + 0.5)])
    away[wanted], nearest[wanted] = cKDTree(places).query(centres)
    return away, nearest


def _sea(far: np.ndarray, offing: np.ndarray) -> np.ndarray:
    broad = ndimage.binary_opening(far, iterations=SMOOTH) | offing
    bodies, _ = ndimage.label(broad)
    rim = np.concatenate([bodies[0], bodies[-1], bodies[:, 0], bodies[:, -1], bodies[offing]])
    return ndimage.binary_dilation(np.isin(bodies, np.unique(rim[rim > 0])), iterations=SMOOTH, mask=far | offing)


def _without_specks(land: np.ndarray) -> np.ndarray:
    """Land without the smallest islets."""
    bodies, count = ndimage.label(land)
    sizes = np.bincount(bodies.ravel(), minlength=count + 1)
    return land & (sizes[bodies] * (SIDE / 1000) ** 2 >= ISLET)
