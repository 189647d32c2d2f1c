"""Two programmes as curves: the share of schools within every distance, with the distance of half of them marked."""

from collections.abc import Mapping
from itertools import cycle, pairwise
from textwrap import wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.strokes import stroke
from hubdata.figures.template import TEMPLATE, literal
from hubdata.palette import INK, QUIET

HALF = 0.5
# Pixels from a mark to its distance, mark after mark: below and above in turn, each below lower than the last.
AWAY = ((14, 40), (-14, -34), (30, 74), (0, -34))
LEAST = 0.065  # share of the height that two names need between them


def then_and_now(
    table: pd.DataFrame, halves: Mapping[str, float], *, looks: Mapping[str, Mapping[str, Any]], title: str
) -> go.Figure:
    """One line a group from no distance on, named at its end; where it crosses one half, the distance is written.

    Args:
        table: group, km and rate (0 to 1), the rows of a group in the order of km.
        halves: group to the distance within which half of its schools are; those off the scale are not marked.
        looks: group to the look of its line: color and dash, nothing else.
        title: what the scale is.
    """
    last = float(table["km"].max())
    within = {name: km for name, km in halves.items() if km <= last}
    lines = [_line(name, part, looks[str(name)]) for name, part in table.groupby("group", sort=False, observed=True)]
    marks = [_mark(km, looks[name]) for name, km in within.items()]
    layout = {
        "template": TEMPLATE,
        "height": 430,
        "margin": {"r": 130, "t": 16},
        "xaxis": {
            "title": {"text": "<br>".join(wrap(title, 32))},
            "range": [0, last],
            "fixedrange": True,
            "showgrid": False,
        },
        "yaxis": {"tickformat": ".0%", "range": [0, 1.02], "fixedrange": True, "dtick": 0.25},
        "shapes": [_level(last)],
        "annotations": [*_names(table, looks), *_distances(within)],
    }
    return go.Figure([*lines, *marks], layout)


def _line(name: object, part: pd.DataFrame, look: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "scatter", "x": part["km"], "y": part["rate"], "mode": "lines", "name": str(name),
        "line": {"width": 4, **look}, "hovertemplate": f"{literal(name)}, %{{x:g}} km: %{{y:.1%}}<extra></extra>",
    }  # fmt: skip


def _mark(km: float, look: Mapping[str, Any]) -> dict[str, Any]:
    dot = {"size": 13, "color": look["color"], "line": {"color": "white", "width": 2}}
    return {"type": "scatter", "x": [km], "y": [HALF], "mode": "markers", "marker": dot, "hoverinfo": "skip"}


def _level(last: float) -> dict[str, Any]:
    look = {"color": QUIET, "width": 1}
    return {"type": "line", "x0": 0, "x1": last, "y0": HALF, "y1": HALF, "layer": "below", "line": look}


def _distances(halves: Mapping[str, float]) -> list[dict[str, Any]]:
    """The distance of half of each group, tied to its mark: on a narrow screen the nearest mark may be another's."""
    return [
        {
            "x": km, "y": HALF, "text": f"<b>{km:.1f} km</b>", "name": "half", "ax": across, "ay": down,
            "showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": INK, "standoff": 7,
            "bgcolor": "rgba(255,255,255,0.85)", "borderpad": 1, "font": {"size": 14, "color": INK},
        }
        for km, (across, down) in zip(sorted(halves.values()), cycle(AWAY), strict=False)
    ]  # fmt: skip


def _names(table: pd.DataFrame, looks: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The name of each line where it ends, moved apart where two end close together."""
    ends = table.groupby("group", sort=False, observed=True).tail(1).sort_values("rate", ascending=False)
    named = [
        {
            "x": row.km, "y": float(row.rate), "showarrow": False, "xanchor": "left", "xshift": 6, "name": "end",
            "text": stroke(**looks[row.group]) + literal(row.group), "font": {"size": 14, "color": INK},
        }
        for row in ends.itertuples()
    ]  # fmt: skip
    for above, below in pairwise(named):
        below["y"] = min(below["y"], above["y"] - LEAST)
    return named
