"""A map as a still picture, drawn from the same values as the deck on screen, so that both show the same."""

import io
from collections.abc import Mapping
from functools import singledispatch
from typing import Any

import numpy as np

from hubdata.maps.layers import Areas, Colour, Layer, Lines, Map, Mark, Names, Points
from hubdata.maps.legend import Legend
from hubdata.maps.seen import TILE, Seen
from hubdata.palette import INK, QUIET, SEA

DOTS_PER_INCH = 200
SCREEN = (620, 430)
# A pixel on screen in points of this picture: across a disc, of a letter, of the boundary of an area, of another line.
DISC, LETTER, BOUNDARY, LINE = 1.6, 0.62, 0.5, 0.6
DEGREE = 111_320  # metres of a degree of latitude


def still(drawn: Map, *, title: str, source: str, legend: Legend | None, mark: str = "") -> bytes:
    """The map as PNG, 11 by 9 inches at 200 dots an inch.

    Args:
        drawn: its layers are drawn, bottom first, over what the map on screen shows.
        title: the finding, above the picture.
        source: the credit, below it.
        legend: drawn inside.
        mark: a word written across the picture, for data that are not real; the map's own mark gives way to it.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.text import Text

    figure = Figure(figsize=(11, 9), facecolor=SEA)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.03, 0.09, 0.94, 0.8))
    for layer in drawn.layers:
        if not (mark and isinstance(layer, Mark)):
            draw(layer, axes, drawn.seen)
    _frame(axes, drawn.seen)
    if legend:
        _legend(axes, legend)
    figure.text(0.03, 0.98, title, fontsize=15, fontweight="bold", color=INK, va="top", wrap=True)
    figure.text(0.03, 0.02, source, fontsize=8, color=QUIET, va="bottom", wrap=True)
    if mark:
        figure.text(0.5, 0.5, mark, fontsize=54, color=INK, alpha=0.13, rotation=18, ha="center", va="center")
    for words in figure.findobj(Text):
        # A name with dollars in it is a name, not mathematics; where lines are wrapped only the mark itself says so.
        words.set_text(words.get_text().replace("$", r"\$"))
    body = io.BytesIO()
    figure.savefig(body, format="png", dpi=DOTS_PER_INCH)
    return body.getvalue()


@singledispatch
def draw(layer: Layer, *_: Any) -> None:
    """Draw one layer over what is already on the axes (the second argument), for what is seen (the third)."""
    raise TypeError(f"no way to draw {type(layer).__name__} in a still picture")


@draw.register
def _areas(layer: Areas, axes: Any, _: Seen) -> None:
    from matplotlib.collections import PathCollection
    from matplotlib.path import Path

    paths = []
    for shape in layer.shapes.values():
        rings = [ring for polygon in shape["coordinates"] for ring in polygon]
        paths.append(Path.make_compound_path(*(Path(np.array(ring)) for ring in rings)))
    by_code = isinstance(layer.fill, Mapping)
    fills = [layer.fill[code] if by_code else layer.fill for code in layer.shapes] if layer.fill is not None else None
    axes.add_collection(
        PathCollection(
            paths,
            facecolors="none" if fills is None else [_colour(fill) for fill in fills],
            edgecolors=[_colour(layer.line)],
            linewidths=layer.width * BOUNDARY,
        )
    )


@draw.register
def _points(layer: Points, axes: Any, seen: Seen) -> None:
    if not len(layer.at):
        return
    looks = [layer.look(row) for row in range(len(layer.at))]
    fills = ["none" if look.fill is None else _colour(look.fill) for look in looks]
    lines = [_colour(look.line) for look in looks]
    if layer.radius.is_distance:
        _rings(layer, axes, fills, lines)
        return
    size = (layer.radius.pixels(seen) * DISC) ** 2
    axes.scatter(*layer.at.T, s=size, c=fills, edgecolors=lines, linewidths=layer.width * LINE)


def _rings(layer: Points, axes: Any, fills: list[Any], lines: list[Any]) -> None:
    """Discs as wide as they are on the ground."""
    from matplotlib.patches import Ellipse

    high = 2 * layer.radius.size / DEGREE
    for (lon, lat), fill, line in zip(layer.at, fills, lines, strict=True):
        wide = high / np.cos(np.radians(lat))
        axes.add_patch(Ellipse((lon, lat), wide, high, facecolor=fill, edgecolor=line, linewidth=layer.width * LINE))


@draw.register
def _names(layer: Names, axes: Any, _: Seen) -> None:
    from matplotlib.patheffects import withStroke

    for place, words in zip(layer.at, layer.words, strict=True):
        axes.text(
            *place, words, fontsize=layer.size * LETTER, color=_colour(layer.colour), ha="center", va="center",
            clip_on=True, path_effects=[withStroke(linewidth=2.5, foreground=SEA)],
        )  # fmt: skip


@draw.register
def _mark(layer: Mark, axes: Any, _: Seen) -> None:
    look = {"fontsize": layer.size * LETTER, "color": _colour(layer.colour), "rotation": layer.angle}
    axes.text(*layer.at, layer.word, ha="center", va="center", clip_on=True, **look)


@draw.register
def _lines(layer: Lines, axes: Any, _: Seen) -> None:
    from matplotlib.collections import LineCollection

    ends = list(zip(layer.starts, layer.ends, strict=True))
    axes.add_collection(LineCollection(ends, colors=[_colour(layer.colour)], linewidths=layer.width * LINE))


def _colour(rgba: Colour) -> tuple[float, ...]:
    return tuple(part / 255 for part in rgba)


def _frame(axes: Any, seen: Seen) -> None:
    """The axes around what is seen: as many degrees as the picture on screen holds, true to shape."""
    degree = TILE * 2**seen.zoom / 360
    stretch = 1 / np.cos(np.radians(seen.latitude))
    half_width, half_height = SCREEN[0] / degree / 2, SCREEN[1] / degree / stretch / 2
    axes.set_aspect(stretch)
    axes.set_xlim(seen.longitude - half_width, seen.longitude + half_width)
    axes.set_ylim(seen.latitude - half_height, seen.latitude + half_height)
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
