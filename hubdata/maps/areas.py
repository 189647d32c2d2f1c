"""Area layers: shaded by class, outlined, named."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import pydeck as pdk

from hubdata.maps.classes import Classes
from hubdata.maps.deck import layer
from hubdata.palette import INK, LAND, MISSING, QUIET, rgba

Geometry = Mapping[str, Any]
ILLUSTRATIVE = "ILLUSTRATIVE DATA"


def shaded(geometries: Mapping[str, Geometry], table: pd.DataFrame, classes: Classes) -> pdk.Layer:
    """Every area filled with the colour of its class; one without a row is drawn as missing.

    Args:
        geometries: code to GeoJSON geometry.
        table: code, value and say (the text shown on hover).
        classes: the breaks of the measure.
    """
    index = classes.of(table["value"])
    return coloured(geometries, table.assign(colour=[classes.colour(int(i)) for i in index]))


def coloured(geometries: Mapping[str, Geometry], table: pd.DataFrame) -> pdk.Layer:
    """Every area filled with the colour of its row (code, colour, say); one without a row is drawn as missing."""
    colours, says = (dict(zip(table["code"], table[name], strict=True)) for name in ("colour", "say"))
    features = [
        {
            "type": "Feature",
            "geometry": shape,
            "properties": {
                "code": code,
                "fill": rgba(colours.get(code, MISSING)),
                "say": says.get(code, "No schools"),
            },
        }
        for code, shape in geometries.items()
    ]
    return layer(
        "GeoJsonLayer",
        {"type": "FeatureCollection", "features": features},
        name="areas",
        get_fill_color="properties.fill",
        get_line_color=rgba(QUIET, 120),
        get_line_width=1,
        line_width_units="'pixels'",
        pickable=True,
        auto_highlight=True,
        highlight_color=[255, 221, 0, 90],
    )


def land(geometries: Mapping[str, Geometry], *, name: str = "land", quiet: bool = False) -> pdk.Layer:
    """Plain land with its boundaries; ``quiet`` draws the boundary alone, above what is shaded."""
    shapes = [{"type": "Feature", "geometry": shape, "properties": {}} for shape in geometries.values()]
    return layer(
        "GeoJsonLayer",
        {"type": "FeatureCollection", "features": shapes},
        name=name,
        filled=not quiet,
        get_fill_color=rgba(LAND),
        get_line_color=rgba(QUIET, 200 if quiet else 110),
        get_line_width=1.4 if quiet else 1,
        line_width_units="'pixels'",
        pickable=False,
    )


def outlined(geometries: Mapping[str, Geometry], colour: str, *, name: str) -> pdk.Layer:
    """The boundary of some areas in a colour of its own, above what is shaded."""
    shapes = [{"type": "Feature", "geometry": shape, "properties": {}} for shape in geometries.values()]
    return layer(
        "GeoJsonLayer",
        {"type": "FeatureCollection", "features": shapes},
        name=name,
        filled=False,
        get_line_color=rgba(colour),
        get_line_width=2.4,
        line_width_units="'pixels'",
        pickable=False,
    )


def labels(places: pd.DataFrame, *, size: int = 13) -> pdk.Layer:
    """Names on the map, on a light plate so that they read over any colour: columns lon, lat, name."""
    rows = [{"p": [lon, lat], "t": name} for lon, lat, name in places[["lon", "lat", "name"]].itertuples(index=False)]
    return layer(
        "TextLayer",
        rows,
        name="names",
        get_position="p",
        get_text="t",
        get_size=size,
        get_color=rgba(INK),
        font_family="'Source Sans, sans-serif'",
        background=True,
        get_background_color=[255, 255, 255, 215],
        background_padding=[3, 0],
        character_set="'auto'",
        pickable=False,
    )


def watermark(bounds: tuple[float, float, float, float]) -> pdk.Layer:
    """The word that says a map is made up, across the middle of it, so that no copy of the picture can lose it."""
    west, south, east, north = bounds
    return layer(
        "TextLayer",
        [{"p": [(west + east) / 2, (south + north) / 2], "t": ILLUSTRATIVE}],
        name="watermark",
        get_position="p",
        get_text="t",
        get_size=34,
        get_angle=18,
        get_color=rgba(INK, 60),
        font_family="'Source Sans, sans-serif'",
        pickable=False,
    )
