"""Counts over time against a target: steps where every change is known, dots where only some days are."""

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.template import TEMPLATE
from hubdata.palette import FOCUS, INK, NOT_REACHED, QUIET

TOO_NEAR = 240


def steps(
    counts: pd.DataFrame, *, unit: str, target: tuple[pd.Timestamp, int] | None, events: list[tuple[pd.Timestamp, str]]
) -> go.Figure:
    """A count by date, its target and what happened when.

    Args:
        counts: as_at, value and status; ``published`` rows are dots with their number, others one stepped line.
        unit: what is counted, for the axis.
        target: the day and the number wanted, drawn as a dashed line up to that day and a diamond.
        events: days to mark with a quiet upright line and a few words.
    """
    figure = go.Figure()
    known = counts.loc[counts["status"] != "published"]
    if len(known):
        _line(figure, known, unit)
    published = counts.loc[counts["status"] == "published"]
    _dots(figure, published, unit, alone=known.empty, beside=_sides(published, [day for day, _ in events]))
    if target:
        _target(figure, *target, first=counts["as_at"].min())
    for position, (day, words) in enumerate(events):
        _event(figure, day, words, low=position % 2 == 1, left=position == len(events) - 1)
    top = max([*counts["value"], target[1] if target else 1])
    return figure.update_layout(
        template=TEMPLATE,
        yaxis={"range": [0, top * 1.22], "fixedrange": True, "nticks": 6},
        xaxis={"fixedrange": True, "showgrid": False, "dtick": "M24", "tickformat": "%Y"},
        height=340,
    )


def _line(figure: go.Figure, known: pd.DataFrame, unit: str) -> None:
    figure.add_scatter(
        x=known["as_at"],
        y=known["value"],
        mode="lines",
        line={"shape": "hv", "color": FOCUS, "width": 3},
        hovertemplate="%{x|%d %b %Y}: %{y:,} " + unit + "<extra></extra>",
    )


def _dots(figure: go.Figure, published: pd.DataFrame, unit: str, *, alone: bool, beside: list[str]) -> None:
    figure.add_scatter(
        x=published["as_at"],
        y=published["value"],
        mode="markers+text" if alone else "markers",
        text=_numbers(published),
        textposition=beside,
        textfont={"size": 14, "color": INK},
        marker={"size": 10, "color": FOCUS if alone else "white", "line": {"color": FOCUS, "width": 2}},
        hovertemplate="%{x|%d %b %Y}: %{y:,} " + unit + ", published<extra></extra>",
        cliponaxis=False,
    )


def _sides(published: pd.DataFrame, days: list[pd.Timestamp]) -> list[str]:
    """Where the number of each dot stands: above it, or beside it where an event's line runs through the dot."""
    sides = ["middle left" if day == max(days) else "middle right" for day in days]
    marked = dict(zip(days, sides, strict=True))
    return [marked.get(day, "top center") for day in published["as_at"]]


def _numbers(published: pd.DataFrame) -> list[str]:
    """The number of each dot; none where the next dot is so near that the two would overlap."""
    gap = published["as_at"].diff().shift(-1)
    near = gap < pd.Timedelta(days=TOO_NEAR)
    return ["" if hide else f"{value:,}" for value, hide in zip(published["value"], near, strict=True)]


def _target(figure: go.Figure, day: pd.Timestamp, wanted: int, *, first: pd.Timestamp) -> None:
    figure.add_scatter(
        x=[first, day], y=[wanted, wanted], mode="lines", line={"color": NOT_REACHED, "width": 2, "dash": "dash"},
        hoverinfo="skip",
    )  # fmt: skip
    figure.add_scatter(
        x=[day], y=[wanted], mode="markers", marker={"symbol": "diamond", "size": 12, "color": NOT_REACHED},
        hovertemplate=f"Target: {wanted:,} by {day:%Y}<extra></extra>",
    )  # fmt: skip
    figure.add_annotation(
        x=first, y=wanted, xanchor="left", yanchor="bottom", showarrow=False, text=f"Target: {wanted:,} by {day:%Y}"
    )


def _event(figure: go.Figure, day: pd.Timestamp, words: str, *, low: bool, left: bool) -> None:
    """An upright line that ends at its words; every second one is lower, so that no line runs through words."""
    top = 0.9 if low else 1
    look = {"color": QUIET, "width": 1, "dash": "dot"}
    figure.add_shape(type="line", x0=day, x1=day, y0=0, y1=top, yref="y domain", layer="below", line=look)
    figure.add_annotation(
        x=day, y=top, yref="y domain", yanchor="top", showarrow=False, text=words,
        xanchor="right" if left else "left", xshift=-4 if left else 4, font={"size": 13, "color": QUIET},
    )  # fmt: skip
