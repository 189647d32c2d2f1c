"""A figure a year with its interval, against zero: which years lie clearly on one side."""

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.template import TEMPLATE
from hubdata.palette import FOCUS, INK, MISSING, NOT_REACHED, QUIET


def yearly_band(table: pd.DataFrame, *, value: str, above: str, below: str) -> go.Figure:
    """A dot a year with its interval; grey where the interval takes in zero.

    Args:
        table: year, the column ``value``, low and high.
        value: the column drawn.
        above: what a figure above zero means, written on the chart.
        below: what one below zero means.
    """
    colours = [FOCUS if row.low > 0 else NOT_REACHED if row.high < 0 else QUIET for row in table.itertuples()]
    figure = go.Figure(
        go.Scatter(
            x=table["year"],
            y=table[value],
            mode="markers",
            marker={"size": 12, "color": colours, "line": {"color": "white", "width": 1}},
            error_y={
                "type": "data", "symmetric": False, "color": QUIET, "thickness": 3, "width": 0,
                "array": table["high"] - table[value], "arrayminus": table[value] - table["low"],
            },
            customdata=table[["low", "high"]],
            hovertemplate="%{x}: %{y:.2f} (95% %{customdata[0]:.2f} to %{customdata[1]:.2f})<extra></extra>",
        )
    )  # fmt: skip
    figure.add_hline(y=0, line={"color": INK, "width": 1})
    for y, anchor, words in ((1, "top", f"↑ {above}"), (0, "bottom", f"↓ {below}")):
        figure.add_annotation(
            x=0, xref="paper", y=y, yref="paper", xanchor="left", yanchor=anchor, text=words, showarrow=False,
            font={"color": QUIET, "size": 14},
        )  # fmt: skip
    reach = max(abs(table["low"].min()), abs(table["high"].max()), 0.1) * 1.25
    return figure.update_layout(
        template=TEMPLATE,
        height=430,
        xaxis={"type": "category", "fixedrange": True, "showgrid": False},
        yaxis={"range": [-reach, reach], "fixedrange": True, "gridcolor": MISSING},
    )
