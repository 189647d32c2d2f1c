"""A map as the deck that the browser draws: each layer written for deck.gl, over a blank style that fetches nothing."""

import json
from collections.abc import Mapping
from functools import singledispatch
from typing import Any
from urllib.parse import quote
from weakref import WeakKeyDictionary

import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

from hubdata.maps.layers import Areas, Layer, Lines, Map, Mark, Names, Points
from hubdata.palette import SEA

BLANK = {
    "version": 8,
    "sources": {},
    "layers": [{"id": "sea", "type": "background", "paint": {"background-color": SEA}}],
}
# Percent-encoded, because a bare # would end the address.
STYLE = "data:application/json," + quote(json.dumps(BLANK))
PIXELS = "'pixels'"
FONT = "'Source Sans, sans-serif'"


class LeanDeck(pdk.Deck):
    """A deck that writes itself without the indentation that doubles the message to the browser."""

    def to_json(self) -> str:
        """The deck as compact JSON, written once: a deck is not changed after it is made."""
        if self not in _WRITTEN:
            _WRITTEN[self] = json.dumps(self, default=default_serialize, separators=(",", ":"))
        return _WRITTEN[self]


_WRITTEN: WeakKeyDictionary[LeanDeck, str] = WeakKeyDictionary()
_DECKS: WeakKeyDictionary[Map, LeanDeck] = WeakKeyDictionary()


def deck(drawn: Map) -> LeanDeck:
    """The deck of a map, made once. Every row that can be pointed at has the property ``say``, shown as plain text."""
    if drawn not in _DECKS:
        seen = drawn.seen
        middle = {"longitude": seen.longitude, "latitude": seen.latitude}
        view = pdk.ViewState(**middle, zoom=seen.zoom, min_zoom=4, max_zoom=15)
        layers = [written(layer) for layer in drawn.layers]
        _DECKS[drawn] = LeanDeck(layers, initial_view_state=view, map_style=STYLE, tooltip={"text": "{say}"})
    return _DECKS[drawn]


@singledispatch
def written(layer: Layer) -> pdk.Layer:
    """One layer as deck.gl takes it; its name is the id that a selection is told by."""
    raise TypeError(f"no way to write {type(layer).__name__} for the browser")


@written.register
def _areas(layer: Areas) -> pdk.Layer:
    by_code = isinstance(layer.fill, Mapping)
    features = [
        {"type": "Feature", "geometry": shape, "properties": _told(layer, code)} for code, shape in layer.shapes.items()
    ]
    look: dict[str, Any] = _filled("properties.fill" if by_code else layer.fill)
    if layer.says is not None:
        look |= {"auto_highlight": True, "highlight_color": [255, 221, 0, 90]}
    return pdk.Layer(
        "GeoJsonLayer",
        {"type": "FeatureCollection", "features": features},
        id=layer.name,
        get_line_color=layer.line,
        get_line_width=layer.width,
        line_width_units=PIXELS,
        pickable=layer.says is not None,
        **look,
    )


def _told(layer: Areas, code: str) -> dict[str, Any]:
    fill = {"fill": layer.fill[code]} if isinstance(layer.fill, Mapping) else {}
    return fill if layer.says is None else {"code": code, **fill, "say": layer.says[code]}


@written.register
def _points(layer: Points) -> pdk.Layer:
    columns: dict[str, Any] = {"p": layer.at.tolist()}
    if layer.says is not None:
        columns["say"] = list(layer.says)
    fill, line, more = _colours(layer)
    columns |= more
    rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    held = {"radius_min_pixels": layer.radius.least, "radius_max_pixels": layer.radius.most}
    return pdk.Layer(
        "ScatterplotLayer",
        rows,
        id=layer.name,
        get_position="p",
        get_line_color=line,
        get_line_width=layer.width,
        line_width_units=PIXELS,
        get_radius=layer.radius.size,
        radius_units="'meters'" if layer.radius.in_metres else PIXELS,
        stroked=True,
        pickable=layer.says is not None,
        **_filled(fill),
        **{name: value for name, value in held.items() if value is not None},
    )


def _filled(fill: Any) -> dict[str, Any]:
    return {"filled": False} if fill is None else {"get_fill_color": fill}


def _colours(layer: Points) -> tuple[Any, Any, dict[str, list[Any]]]:
    """Fill and edge as deck.gl takes them, and the columns of the rows that they read.

    Of two looks the row carries 1 or 0 and the browser picks the colour, which keeps the message small.
    """
    if layer.which is None or len(layer.looks) == 1:
        return layer.looks[0].fill, layer.looks[0].line, {}
    if len(layer.looks) == 2:
        no, yes = layer.looks
        columns = {"c": [int(which) for which in layer.which]}
        return f"c==1?{list(yes.fill)}:{list(no.fill)}", f"c==1?{list(yes.line)}:{list(no.line)}", columns
    own = [layer.looks[which] for which in layer.which]
    return "f", "l", {"f": [look.fill for look in own], "l": [look.line for look in own]}


@written.register
def _lines(layer: Lines) -> pdk.Layer:
    rows = zip(layer.starts.tolist(), layer.ends.tolist(), layer.says, strict=True)
    return pdk.Layer(
        "LineLayer",
        [{"s": start, "e": end, "say": say} for start, end, say in rows],
        id=layer.name,
        get_source_position="s",
        get_target_position="e",
        get_color=layer.colour,
        get_width=layer.width,
        width_units=PIXELS,
        pickable=True,
    )


@written.register
def _names(layer: Names) -> pdk.Layer:
    plate = {"background": True, "get_background_color": [255, 255, 255, 215], "background_padding": [3, 0]}
    return _words(layer, layer.at.tolist(), layer.words, character_set="'auto'", **plate)


@written.register
def _mark(layer: Mark) -> pdk.Layer:
    return _words(layer, [list(layer.at)], [layer.word], get_angle=layer.angle)


def _words(layer: Names | Mark, at: list[Any], words: Any, **look: Any) -> pdk.Layer:
    rows = [{"p": place, "t": word} for place, word in zip(at, words, strict=True)]
    return pdk.Layer(
        "TextLayer",
        rows,
        id=layer.name,
        get_position="p",
        get_text="t",
        get_size=layer.size,
        get_color=layer.colour,
        font_family=FONT,
        pickable=False,
        **look,
    )
