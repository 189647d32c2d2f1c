"""A deck as a still picture, drawn from the deck's own layers, so that it shows what the screen shows."""

import io
import json
from typing import Any

import numpy as np
import pydeck as pdk

from hubdata.maps.deck import TILE
from hubdata.maps.legend import Legend
from hubdata.palette import INK, QUIET, SEA

DOTS_PER_INCH = 200
LABEL_SIZE = 8
SCREEN = (620, 430)


def still(deck: pdk.Deck, *, title: str, source: str, legend: Legend | None, mark: str = "") -> bytes:
    """The deck as PNG, 11 by 9 inches at 200 dots an inch.

    Args:
        deck: its GeoJson, Scatterplot, Line and Text layers are drawn, bottom first, over the deck's own view.
        title: the finding, above the picture.
        source: the credit, below it.
        legend: drawn inside.
        mark: a word written across the picture, for data that are not real.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    written = json.loads(deck.to_json())
    figure = Figure(figsize=(11, 9), facecolor=SEA)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.03, 0.09, 0.94, 0.8))
    for layer in written["layers"]:
        DRAW[layer["@@type"]](axes, layer)
    _frame(axes, written["initialViewState"])
    if legend:
        _legend(axes, legend)
    figure.text(0.03, 0.98, title, fontsize=15, fontweight="bold", color=INK, va="top", wrap=True)
    figure.text(0.03, 0.02, source, fontsize=8, color=QUIET, va="bottom", wrap=True)
    if mark:
        figure.text(0.5, 0.5, mark, fontsize=54, color=INK, alpha=0.13, rotation=18, ha="center", va="center")
    body = io.BytesIO()
    figure.savefig(body, format="png", dpi=DOTS_PER_INCH)
    return body.getvalue()


def _areas(axes: Any, layer: dict[str, Any]) -> None:
    from matplotlib.collections import PathCollection
    from matplotlib.path import Path

    paths, fills = [], []
    for feature in layer["data"]["features"]:
        rings = [ring for polygon in feature["geometry"]["coordinates"] for ring in polygon]
        paths.append(Path.make_compound_path(*(Path(np.array(ring)) for ring in rings)))
        fills.append(feature["properties"].get("fill", layer.get("getFillColor")))
    filled = layer.get("filled", True)
    axes.add_collection(
        PathCollection(
            paths,
            facecolors=[_colour(fill) for fill in fills] if filled else "none",
            edgecolors=[_colour(layer["getLineColor"])],
            linewidths=layer["getLineWidth"] * 0.5,
        )
    )


def _points(axes: Any, layer: dict[str, Any]) -> None:
    rows = layer["data"]
    if not rows or layer["id"] == "radius":
        return
    points = np.array([row["p"] for row in rows])
    fill, line = layer.get("getFillColor"), layer["getLineColor"]
    axes.scatter(
        *points.T,
        s=_area(layer),
        c=[_colour(_either(fill, row)) for row in rows] if layer.get("filled", True) else "none",
        edgecolors=[_colour(_either(line, row)) for row in rows],
        linewidths=layer["getLineWidth"] * 0.6,
    )


def _area(layer: dict[str, Any]) -> float:
    radius = layer["getRadius"] if layer.get("radiusUnits") == "pixels" else layer.get("radiusMinPixels", 3)
    return (radius * 1.6) ** 2


def _either(colour: Any, row: dict[str, Any]) -> Any:
    """A colour, the row's own (``@@=f``), or the one of two that ``@@=c==1?[…]:[…]`` chooses for the row."""
    if not isinstance(colour, str):
        return colour
    if "?" not in colour:
        return row[colour.removeprefix("@@=")]
    yes, no = colour.split("?", 1)[1].split(":", 1)
    return json.loads(yes if row["c"] == 1 else no)


def _names(axes: Any, layer: dict[str, Any]) -> None:
    from matplotlib.patheffects import withStroke

    for row in layer["data"]:
        axes.text(
            *row["p"], row["t"], fontsize=LABEL_SIZE, color=INK, ha="center", va="center", clip_on=True,
            path_effects=[withStroke(linewidth=2.5, foreground=SEA)],
        )  # fmt: skip


def _lines(axes: Any, layer: dict[str, Any]) -> None:
    from matplotlib.collections import LineCollection

    ends = [(row["s"], row["e"]) for row in layer["data"]]
    axes.add_collection(LineCollection(ends, colors=[_colour(layer["getColor"])], linewidths=layer["getWidth"] * 0.6))


DRAW = {"GeoJsonLayer": _areas, "ScatterplotLayer": _points, "TextLayer": _names, "LineLayer": _lines}


def _colour(rgba: Any) -> tuple[float, ...]:
    return tuple(part / 255 for part in rgba)


def _frame(axes: Any, view: dict[str, float]) -> None:
    """The axes around the deck's view: as many degrees as the picture on screen holds, true to shape."""
    degree = TILE * 2 ** view["zoom"] / 360
    stretch = 1 / np.cos(np.radians(view["latitude"]))
    half_width, half_height = SCREEN[0] / degree / 2, SCREEN[1] / degree / stretch / 2
    axes.set_aspect(stretch)
    axes.set_xlim(view["longitude"] - half_width, view["longitude"] + half_width)
    axes.set_ylim(view["latitude"] - half_height, view["latitude"] + half_height)
    axes.set_axis_off()


def _legend(axes: Any, legend: Legend) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    handles = [Patch(facecolor=colour, edgecolor=QUIET, label=words) for colour, words in legend.areas]
    handles += [
        Line2D([], [], marker="o", linestyle="", markerfacecolor=fill, markeredgecolor=ring, label=words)
        for fill, ring, words in legend.marks
    ]
    axes.legend(handles=handles, title=legend.title, loc="lower left", frameon=True, fontsize=9, alignment="left")
