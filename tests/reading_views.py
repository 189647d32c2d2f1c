"""A view read as data: its colours, its words, its layers."""

import json
import re
from typing import Any

import plotly.graph_objects as go

from hubdata.maps.deck import deck
from hubdata.maps.layers import Map
from hubdata.views.view import View

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b")
PARTS = re.compile(r"([\d,]+) of (?:the |its |their )?([\d,]+)")


def layers(view: View) -> dict[str, dict[str, Any]]:
    """The layers of the view's map by their id, as the browser gets them."""
    return {layer["id"]: layer for layer in json.loads(deck(view.drawing).to_json())["layers"]}


def fills(view: View) -> dict[str, list[int]]:
    """Area code to colour."""
    features = layers(view)["areas"]["data"]["features"]
    return {feature["properties"]["code"]: feature["properties"]["fill"] for feature in features}


def hovers(view: View) -> dict[str, str]:
    """Area code to the words on hover."""
    features = layers(view)["areas"]["data"]["features"]
    return {feature["properties"]["code"]: feature["properties"]["say"] for feature in features}


def colours(view: View) -> set[str]:
    """Every colour a chart names, in capitals."""
    return {colour.upper() for colour in COLOUR.findall(view.drawing.to_json())} if is_chart(view) else set()


def is_map(view: View) -> bool:
    """Whether the picture is a map."""
    return isinstance(view.drawing, Map)


def is_chart(view: View) -> bool:
    """Whether the picture is a chart."""
    return isinstance(view.drawing, go.Figure)


def parts(sentence: str) -> list[tuple[int, int]]:
    """Every ``n of N`` of a sentence."""
    return [(int(n.replace(",", "")), int(whole.replace(",", ""))) for n, whole in PARTS.findall(sentence)]
