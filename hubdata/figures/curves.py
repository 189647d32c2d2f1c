"""Shares along a scale (distance, years), one line a group, each named at its end."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.strokes import stroke
from hubdata.figures.template import TEMPLATE, literal
from hubdata.palette import BOUNDARY, FOCUS, QUIET

DASHES = ("solid", "dot", "dash", "longdash")


def curves(
    table: pd.DataFrame,
    *,
    x: str,
    group: str,
    title: str,
    colours: Mapping[str, str] | None = None,
    mark: float | None = None,
) -> go.Figure:
    """One line a group at its rate, with a light band from low to high where there is an interval.

    Args:
        table: the columns ``x`` and ``group``, rate, low and high; a missing rate breaks the line.
        x: the scale; dates or numbers.
        group: the column of names; at most four groups are told apart.
        title: what the scale is.
        colours: name to colour; two groups of one colour differ by their dashes.
        mark: a place on the scale to mark with an upright line.
    """
    lines: list[dict[str, Any]] = []
    ends: list[dict[str, Any]] = []
    used: dict[str, int] = {}
    for name, part in table.groupby(group, sort=False, observed=True):
        colour = (colours or {}).get(str(name), FOCUS)
        used[colour] = used.get(colour, -1) + 1
        look = {"color": colour, "width": 3, "dash": DASHES[used[colour] % len(DASHES)]}
        lines += [*([_band(part, x, colour)] if part["low"].notna().any() else []), _line(part, x, str(name), look)]
        ends += _end(part, x, stroke(look["color"], look["dash"]) + literal(name))
    layout = {
        "template": TEMPLATE,
        "height": 430,
        "margin": {"r": 165},
        "hovermode": "x unified",
        "xaxis": {"title": {"text": title}, "fixedrange": True, "showgrid": False, **_whole(table[x])},
        "yaxis": {"tickformat": ".0%", "range": [0, 1.03], "fixedrange": True},
        "annotations": _apart(ends, table[x].max()),
        "shapes": [] if mark is None else [_upright(mark)],
    }
    # All at once: a figure that grows trace by trace is checked anew at every step.
    return go.Figure(lines, layout)


def _upright(at: float) -> dict[str, Any]:
    look = {"color": QUIET, "width": 1, "dash": "dot"}
    return {"type": "line", "x0": at, "x1": at, "y0": 0, "y1": 1, "yref": "y domain", "layer": "below", "line": look}


def _whole(scale: pd.Series) -> dict[str, object]:
    """The range of a scale of numbers, said so that the names beside the lines do not stretch it."""
    if scale.empty or not pd.api.types.is_numeric_dtype(scale):
        return {}
    low, high = float(scale.min()), float(scale.max())
    # Few whole years: a tick each, none between them.
    return {"range": [low, high], **({"dtick": 1} if high - low <= 6 and (scale % 1 == 0).all() else {})}


def _line(part: pd.DataFrame, x: str, name: str, look: Mapping[str, object]) -> dict[str, Any]:
    return {
        "type": "scatter", "x": part[x], "y": part["rate"], "mode": "lines", "line": dict(look), "name": name,
        "hovertemplate": f"{literal(name)}: %{{y:.1%}}<extra></extra>",
    }  # fmt: skip


def _band(part: pd.DataFrame, x: str, colour: str) -> dict[str, Any]:
    known = part["low"].notna() & part["high"].notna()
    part = part.loc[known.cummax() & known[::-1].cummax()[::-1]]  # a line may be known where its band is not
    return {
        "type": "scatter", "x": [*part[x], *part[x][::-1]], "y": [*part["high"], *part["low"][::-1]], "mode": "lines",
        "fill": "toself", "line": {"width": 0, "color": BOUNDARY}, "fillcolor": colour, "opacity": 0.15,
        "hoverinfo": "skip",
    }  # fmt: skip


def _end(part: pd.DataFrame, x: str, words: str) -> list[dict[str, Any]]:
    """The name of a line where it ends; none where nothing of it is known."""
    known = part.dropna(subset=["rate"])
    if known.empty:
        return []
    last = known.iloc[-1]
    return [
        {
            "x": last[x], "y": float(last["rate"]), "text": words, "showarrow": False, "xanchor": "left",
            "xshift": 6, "font": {"size": 14}, "name": "end",
        }
    ]  # fmt: skip


def _apart(ends: list[dict[str, Any]], last: object, least: float = 0.06) -> list[dict[str, Any]]:
    """The names beside the end of the scale, where no line runs, moved apart from the highest down."""
    named = sorted(({**end, "x": last} for end in ends), key=lambda end: -end["y"])
    for above, below in pairwise(named):
        below["y"] = min(below["y"], above["y"] - least)
    return named
