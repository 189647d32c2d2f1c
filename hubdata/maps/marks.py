"""Point layers: schools as small dots, lead schools as ringed larger marks above them."""

from collections.abc import Iterable

import numpy as np
import pandas as pd
import pydeck as pdk

from hubdata.maps.deck import layer
from hubdata.palette import INK, NOT_REACHED, REACHED, rgba


def _rows(points: np.ndarray, says: Iterable[str], **more: Iterable[object]) -> list[dict[str, object]]:
    columns = {"p": points.tolist(), "say": list(says)} | {name: list(values) for name, values in more.items()}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def schools(points: np.ndarray, reached: pd.Series, says: Iterable[str]) -> pdk.Layer:
    """Schools as dots that grow with zoom: reached navy, not reached orange with a dark edge.

    The row carries 1 or 0 and the browser picks the colour, which keeps the message small.
    """
    orange, navy = rgba(NOT_REACHED), rgba(REACHED)
    return layer(
        "ScatterplotLayer",
        _rows(points, says, c=reached.astype(int)),
        name="schools",
        get_position="p",
        get_fill_color=f"c==1?{navy}:{orange}",
        get_line_color=f"c==1?{[255, 255, 255, 255]}:{rgba(INK)}",
        get_line_width=1,
        line_width_units="'pixels'",
        get_radius=260,
        radius_min_pixels=3,
        radius_max_pixels=9,
        stroked=True,
        pickable=True,
    )


def leads(points: np.ndarray, says: Iterable[str], *, small: bool) -> pdk.Layer:
    """Lead schools as white discs with a dark ring; ``small`` when all of England is in view."""
    return layer(
        "ScatterplotLayer",
        _rows(points, says),
        name="leads",
        get_position="p",
        get_fill_color=[255, 255, 255, 255],
        get_line_color=rgba(INK),
        get_line_width=1.2 if small else 2.5,
        line_width_units="'pixels'",
        get_radius=2.2 if small else 6,
        radius_units="'pixels'",
        stroked=True,
        pickable=True,
    )


def dots(points: np.ndarray, says: Iterable[str], colours: Iterable[str], *, small: bool) -> pdk.Layer:
    """Schools as small dots, each in its own colour, in the order given: no colour lies above all others."""
    return layer(
        "ScatterplotLayer",
        _rows(points, says, f=[rgba(colour) for colour in colours]),
        name="dots",
        get_position="p",
        get_fill_color="f",
        get_line_color=[255, 255, 255, 255],
        get_line_width=0.8,
        line_width_units="'pixels'",
        get_radius=3 if small else 5,
        radius_units="'pixels'",
        stroked=True,
        pickable=True,
    )


def chosen(point: tuple[float, float], say: str) -> pdk.Layer:
    """The one school that the reader looked up: a large ring around its dot."""
    return layer(
        "ScatterplotLayer",
        _rows(np.array([point]), [say]),
        name="chosen",
        get_position="p",
        filled=False,
        get_line_color=rgba(INK),
        get_line_width=3,
        line_width_units="'pixels'",
        get_radius=13,
        radius_units="'pixels'",
        stroked=True,
        pickable=False,
    )


def circle(point: tuple[float, float], km: float) -> pdk.Layer:
    """A circle of so many kilometres around a point, drawn as a thin line."""
    return layer(
        "ScatterplotLayer",
        [{"p": list(point)}],
        name="radius",
        get_position="p",
        filled=False,
        get_line_color=rgba(INK, 160),
        get_line_width=1.5,
        line_width_units="'pixels'",
        get_radius=km * 1000,
        radius_units="'meters'",
        stroked=True,
        pickable=False,
    )
