"""Cohorts before and after a programme began, beside the trend of those before."""

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.template import TEMPLATE
from hubdata.palette import FOCUS, QUIET


def before_after(table: pd.DataFrame, *, since: str) -> go.Figure:
    """A dot a cohort with its interval; the trend of the earlier cohorts as a dashed line with its band.

    Args:
        table: cohort, period (before or after), rate, low, high, expected, expected_low, expected_high.
        since: what began, written where the later cohorts start.
    """
    cohorts = table["cohort"].astype(str)
    figure = go.Figure()
    figure.add_scatter(
        x=[*cohorts, *cohorts[::-1]], y=[*table["expected_high"], *table["expected_low"][::-1]], mode="lines",
        fill="toself", line={"width": 0}, fillcolor=QUIET, opacity=0.12, hoverinfo="skip",
    )  # fmt: skip
    figure.add_scatter(
        x=cohorts, y=table["expected"], mode="lines", line={"color": QUIET, "dash": "dash", "width": 2},
        hovertemplate="trend before: %{y:.1%}<extra></extra>",
    )  # fmt: skip
    for period, colour, symbol in (("before", QUIET, "circle"), ("after", FOCUS, "diamond")):
        part = table.loc[table["period"] == period]
        figure.add_scatter(
            x=part["cohort"].astype(str), y=part["rate"], mode="markers",
            marker={"size": 12, "color": colour, "symbol": symbol},
            error_y={
                "type": "data", "symmetric": False, "thickness": 3, "width": 0, "color": QUIET,
                "array": part["high"] - part["rate"], "arrayminus": part["rate"] - part["low"],
            },
            hovertemplate=f"{period}: %{{y:.1%}}<extra></extra>",
        )  # fmt: skip
    later = table.loc[table["period"] == "after", "cohort"].astype(str)
    if len(later):
        figure.add_annotation(
            x=later.iloc[0], y=1, yref="paper", yanchor="bottom", text=since, showarrow=False, font={"color": QUIET}
        )
    return figure.update_layout(
        template=TEMPLATE,
        height=430,
        margin={"t": 34},
        xaxis={"type": "category", "fixedrange": True, "showgrid": False},
        yaxis={"tickformat": ".0%", "fixedrange": True},
    )
