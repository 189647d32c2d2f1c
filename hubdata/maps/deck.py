"""The deck: layers, a blank style that fetches nothing, and the view that shows an area whole."""

import json
import math
from copy import copy
from typing import Any
from urllib.parse import quote
from weakref import WeakKeyDictionary

import pandas as pd
import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

from hubdata.palette import SEA

Bounds = tuple[float, float, float, float]
TILE = 512
MARGIN = 0.92
# By how much what has a size of its own grows for a room: names, discs, and the least and most a dot may measure.
ROOM = {"get_size": 1.85, "get_radius": 1.8, "radius_min_pixels": 1.8, "radius_max_pixels": 1.8, "get_line_width": 1.5}
LETTER, LINE = 7.5, 22  # pixels: a letter and a line of a name on the map
BLANK = {
    "version": 8,
    "sources": {},
    "layers": [{"id": "sea", "type": "background", "paint": {"background-color": SEA}}],
}
# Percent-encoded, because a bare # would end the address.
STYLE = "data:application/json," + quote(json.dumps(BLANK))


class LeanDeck(pdk.Deck):
    """A deck that writes itself without the indentation that doubles the message to the browser."""

    def to_json(self) -> str:
        """The deck as compact JSON, written once: a deck is not changed after it is made."""
        if self not in _WRITTEN:
            _WRITTEN[self] = json.dumps(self, default=default_serialize, separators=(",", ":"))
        return _WRITTEN[self]


_WRITTEN: WeakKeyDictionary[LeanDeck, str] = WeakKeyDictionary()


def deck(layers: list[pdk.Layer], view: pdk.ViewState) -> LeanDeck:
    """A deck of layers, drawn bottom first. Every pickable row has the property ``say``, shown on hover as text."""
    return LeanDeck(layers, initial_view_state=view, map_style=STYLE, tooltip={"text": "{say}"})


def larger(drawn: LeanDeck, times: float) -> LeanDeck:
    """The deck for a picture so many times as high, with names and marks that are read from further away."""
    layers = []
    for each in drawn.layers:
        copied = copy(each)
        for name in (name for name in ROOM if isinstance(getattr(each, name, None), int | float)):
            on_screen = name != "get_radius" or "pixels" in str(getattr(each, "radius_units", ""))
            setattr(copied, name, getattr(each, name) * (ROOM[name] if on_screen else 1))
        layers.append(copied)
    seen = copy(drawn.initial_view_state)
    seen.zoom = round(seen.zoom + math.log2(times), 2)
    return deck(layers, seen)


def view_of(bounds: Bounds, *, width: int, height: int) -> pdk.ViewState:
    """The view that shows west, south, east, north (degrees) whole in a picture of so many pixels."""
    west, south, east, north = bounds
    across = (east - west) / 360
    up = (_mercator(north) - _mercator(south)) / (2 * math.pi)
    zoom = min(math.log2(width * MARGIN / TILE / across), math.log2(height * MARGIN / TILE / up))
    middle = (_mercator(north) + _mercator(south)) / 2
    latitude = math.degrees(2 * math.atan(math.exp(middle)) - math.pi / 2)
    return pdk.ViewState(longitude=(west + east) / 2, latitude=latitude, zoom=round(zoom, 2), min_zoom=4, max_zoom=15)


def _mercator(latitude: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))


def layer(kind: str, data: Any, *, name: str, **look: Any) -> pdk.Layer:
    """A layer with an id, which selections need."""
    return pdk.Layer(kind, data, id=name, **look)


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
