"""What of the country a map shows, and which names have room there."""

import math
from dataclasses import dataclass, replace

import pandas as pd

Bounds = tuple[float, float, float, float]  # west, south, east, north in degrees
TILE = 512  # pixels that the whole world measures at zoom 0
EARTH = 40_075_017  # metres around the equator
MARGIN = 0.92
REGION = 1_300  # metres a pixel: the largest region is drawn closer than that, England never
LETTER, LINE = 7.5, 22  # pixels: a letter and a line of a name on the map


@dataclass(frozen=True)
class Seen:
    """The middle of a map in degrees and its zoom: each step shows half as much across."""

    longitude: float
    latitude: float
    zoom: float

    @property
    def metres_per_pixel(self) -> float:
        """How far a pixel reaches on the ground in the middle of the map."""
        return EARTH * math.cos(math.radians(self.latitude)) / (TILE * 2**self.zoom)

    @property
    def is_country(self) -> bool:
        """Whether all of England is seen, which leaves sea beside it; a region has none to spare."""
        return self.metres_per_pixel > REGION

    def closer(self, times: float) -> "Seen":
        """The same country in a picture so many times as high."""
        return replace(self, zoom=round(self.zoom + math.log2(times), 2))


def view_of(bounds: Bounds, *, width: int, height: int) -> Seen:
    """The view that shows the bounds whole in a picture of so many pixels."""
    west, south, east, north = bounds
    across = (east - west) / 360
    up = (_mercator(north) - _mercator(south)) / (2 * math.pi)
    zoom = min(math.log2(width * MARGIN / TILE / across), math.log2(height * MARGIN / TILE / up))
    middle = (_mercator(north) + _mercator(south)) / 2
    latitude = math.degrees(2 * math.atan(math.exp(middle)) - math.pi / 2)
    return Seen((west + east) / 2, latitude, round(zoom, 2))


def _mercator(latitude: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))


def apart(names: pd.DataFrame, bounds: Bounds, *, width: int, height: int) -> pd.DataFrame:
    """The names (lon, lat, name) that do not overlap when the bounds fill the picture; earlier rows win."""
    scale = TILE * 2 ** view_of(bounds, width=width, height=height).zoom
    kept: list[tuple[float, float, float]] = []
    rows = []
    for row in names.itertuples():
        x, y, half = row.lon / 360 * scale, _mercator(row.lat) / (2 * math.pi) * scale, len(row.name) * LETTER / 2
        if all(abs(x - other[0]) > half + other[2] or abs(y - other[1]) > LINE for other in kept):
            kept.append((x, y, half))
            rows.append(row.Index)
    return names.loc[rows]
