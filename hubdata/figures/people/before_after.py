"""Cohorts before and after a programme began, beside the trend of those before."""

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.template import TEMPLATE, literal
from hubdata.palette import FOCUS, QUIET


def before_after(table: pd.DataFrame, *, since: str) -> go.Figure:
    """A dot a cohort with its interval; the trend of the earlier cohorts as a dashed line with its band.

    Args:
        table: cohort, period (before or after), rate, low, high, expected, expected_low, expected_high.
        since: what began, written where the later cohorts start.
    """
    # Numbers, not names: a note at "2018" on an axis of names would be taken for the two thousand and eighteenth.
    cohorts = _years(table)
    figure = go.Figure()
    _trend(figure, table, cohorts)
    for period, colour, symbol in (("before", QUIET, "circle"), ("after", FOCUS, "diamond")):
        _dots(figure, table.loc[table["period"] == period], period, colour, symbol)
    later = cohorts.loc[table["period"] == "after"]
    if len(later):
        _begins(figure, float(later.iloc[0]) - 0.5, since)
    return figure.update_layout(
        template=TEMPLATE,
        height=430,
        margin={"t": 34},
        xaxis={
            "tickvals": cohorts,
            "ticktext": table["cohort"].astype("str"),
            "fixedrange": True,
            "showgrid": False,
            "title": {"text": "Qualified in"},
        },
        yaxis={"tickformat": ".0%", "fixedrange": True},
    )


def _trend(figure: go.Figure, table: pd.DataFrame, cohorts: pd.Series) -> None:
    """The trend of the earlier cohorts and the band of chance about it."""
    figure.add_scatter(
        x=[*cohorts, *cohorts[::-1]], y=[*table["expected_high"], *table["expected_low"][::-1]], mode="lines",
        fill="toself", line={"width": 0}, fillcolor=QUIET, opacity=0.12, hoverinfo="skip",
    )  # fmt: skip
    figure.add_scatter(
        x=cohorts, y=table["expected"], mode="lines", line={"color": QUIET, "dash": "dash", "width": 2},
        hovertemplate="trend before: %{y:.1%}<extra></extra>",
    )  # fmt: skip


def _dots(figure: go.Figure, part: pd.DataFrame, period: str, colour: str, symbol: str) -> None:
    figure.add_scatter(
        x=_years(part), y=part["rate"], mode="markers", marker={"size": 12, "color": colour, "symbol": symbol},
        error_y={
            "type": "data", "symmetric": False, "thickness": 3, "width": 0, "color": QUIET,
            "array": part["high"] - part["rate"], "arrayminus": part["rate"] - part["low"],
        },
        hovertemplate=f"{period}: %{{y:.1%}}<extra></extra>",
    )  # fmt: skip


def _begins(figure: go.Figure, at: float, since: str) -> None:
    """What began, written above an upright line between the last cohort before and the first since."""
    figure.add_annotation(
        x=at, y=1, yref="paper", yanchor="bottom", text=literal(since), showarrow=False, font={"color": QUIET}
    )
    figure.add_vline(x=at, line={"color": QUIET, "width": 1, "dash": "dot"}, layer="below")


def _years(table: pd.DataFrame) -> pd.Series:
    """The year in which each cohort begins: ``2021/22`` and ``2021`` are 2021."""
    return table["cohort"].astype("str").str[:4].astype(int)
