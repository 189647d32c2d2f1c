"""Area layers: shaded by class, outlined, named."""

from collections.abc import Mapping

import pandas as pd

from hubdata.maps.classes import Classes
from hubdata.maps.layers import Areas, Geometry, Mark, Names
from hubdata.palette import INK, LAND, MISSING, QUIET, rgba
from hubdata.vocabulary import WATERMARK


def shaded(geometries: Mapping[str, Geometry], table: pd.DataFrame, classes: Classes) -> Areas:
    """Every area filled with the colour of its class; one without a row is drawn as missing.

    Args:
        geometries: code to GeoJSON geometry.
        table: code, value and say (the text shown on hover).
        classes: the breaks of the measure.
    """
    index = classes.of(table["value"])
    return coloured(geometries, table.assign(colour=[classes.colour(int(i)) for i in index]))


def coloured(geometries: Mapping[str, Geometry], table: pd.DataFrame) -> Areas:
    """Every area filled with the colour of its row (code, colour, say); one without a row is drawn as missing."""
    colours, says = (dict(zip(table["code"], table[name], strict=True)) for name in ("colour", "say"))
    return Areas(
        "areas",
        geometries,
        line=rgba(QUIET, 120),
        width=1,
        fill={code: rgba(colours.get(code, MISSING)) for code in geometries},
        says={code: says.get(code, "No schools") for code in geometries},
    )


def land(geometries: Mapping[str, Geometry], *, name: str = "land", quiet: bool = False) -> Areas:
    """Plain land with its boundaries; ``quiet`` draws the boundary alone, above what is shaded."""
    line, width = (rgba(QUIET, 200), 1.4) if quiet else (rgba(QUIET, 110), 1)
    return Areas(name, geometries, line=line, width=width, fill=None if quiet else rgba(LAND))


def outlined(geometries: Mapping[str, Geometry], colour: str, *, name: str) -> Areas:
    """The boundary of some areas in a colour of its own, above what is shaded."""
    return Areas(name, geometries, line=rgba(colour), width=2.4)


def labels(places: pd.DataFrame, *, size: int = 13) -> Names:
    """Names on the map: columns lon, lat, name."""
    return Names("names", places[["lon", "lat"]].to_numpy(float), places["name"].tolist(), size, rgba(INK))


def watermark(bounds: tuple[float, float, float, float]) -> Mark:
    """The word that says a map is made up, across the middle of it, so that no copy of the picture can lose it."""
    west, south, east, north = bounds
    middle = ((west + east) / 2, (south + north) / 2)
    return Mark("watermark", middle, WATERMARK, size=34, angle=18, colour=rgba(INK, 60))
