"""Shares along a scale (distance, years), one line a group, each named at its end."""

from collections.abc import Mapping
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

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
    """One line a group at its rate, with a light band from low to high.

    Args:
        table: the columns ``x`` and ``group``, rate, low and high; a missing rate breaks the line.
        x: the scale; dates or numbers.
        group: the column of names; at most four groups are told apart.
        title: what the scale is.
        colours: name to colour; two groups of one colour differ by their dashes.
        mark: a place on the scale to mark with an upright line.
    """
    figure = go.Figure()
    used: dict[str, int] = {}
    for name, part in table.groupby(group, sort=False, observed=True):
        colour = (colours or {}).get(str(name), FOCUS)
        used[colour] = used.get(colour, -1) + 1
        _band(figure, part, x, colour)
        _line(figure, part, x, str(name), {"color": colour, "width": 3, "dash": DASHES[used[colour] % len(DASHES)]})
    _apart(figure)
    if mark is not None:
        figure.add_vline(x=mark, line={"color": QUIET, "width": 1, "dash": "dot"}, layer="below")
    return figure.update_layout(
        template=TEMPLATE,
        height=430,
        margin={"r": 150},
        hovermode="x unified",
        xaxis={"title": {"text": title}, "fixedrange": True, "showgrid": False, **_whole(table[x])},
        yaxis={"tickformat": ".0%", "range": [0, 1.03], "fixedrange": True},
    )


def _whole(scale: pd.Series) -> dict[str, object]:
    """The range of a scale of numbers, said so that the names beside the lines do not stretch it."""
    if scale.empty or not pd.api.types.is_numeric_dtype(scale):
        return {}
    low, high = float(scale.min()), float(scale.max())
    # Few whole years: a tick each, none between them.
    return {"range": [low, high], **({"dtick": 1} if high - low <= 6 and (scale % 1 == 0).all() else {})}


def _line(figure: go.Figure, part: pd.DataFrame, x: str, name: str, look: Mapping[str, object]) -> None:
    figure.add_scatter(
        x=part[x], y=part["rate"], mode="lines", line=dict(look), name=name,
        hovertemplate=f"{literal(name)}: %{{y:.1%}}<extra></extra>",
    )  # fmt: skip
    _end(figure, part, x, name)


def _band(figure: go.Figure, part: pd.DataFrame, x: str, colour: str) -> None:
    figure.add_scatter(
        x=[*part[x], *part[x][::-1]], y=[*part["high"], *part["low"][::-1]], mode="lines", fill="toself",
        line={"width": 0, "color": BOUNDARY}, fillcolor=colour, opacity=0.15, hoverinfo="skip",
    )  # fmt: skip


def _end(figure: go.Figure, part: pd.DataFrame, x: str, name: str) -> None:
    known = part.dropna(subset=["rate"])
    if known.empty:
        return
    last = known.iloc[-1]
    figure.add_annotation(
        x=last[x],
        y=last["rate"],
        text=literal(name),
        showarrow=False,
        xanchor="left",
        xshift=6,
        font={"size": 14},
        name="end",
    )


def _apart(figure: go.Figure, least: float = 0.06) -> None:
    """Move the names of lines that end close together apart, from the highest down."""
    ends = [a for a in figure.layout.annotations if a.name == "end"]
    for place in {end.x for end in ends}:
        here = sorted((end for end in ends if end.x == place), key=lambda end: -end.y)
        for above, below in pairwise(here):
            below.y = min(below.y, above.y - least)
