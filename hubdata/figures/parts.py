"""A difference split into the parts that add up to it."""

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.template import TEMPLATE
from hubdata.palette import FOCUS, INK, QUIET

ROW = 64


def parts(table: pd.DataFrame, *, total: str) -> go.Figure:
    """The whole difference above its parts, in percentage points, each bar beginning where the last ended.

    Args:
        table: name and points (fractions; the parts sum to the whole), top to bottom.
        total: what the whole is called.
    """
    ends = table["points"].cumsum()
    starts = ends - table["points"]
    names = [total, *table["name"]]
    figure = go.Figure(
        go.Bar(
            y=list(range(len(names))),
            base=[0.0, *starts],
            x=[table["points"].sum(), *table["points"]],
            orientation="h",
            width=0.42,
            marker={"color": [INK, *[FOCUS] * len(table)]},
            hoverinfo="skip",
        )
    )
    for position, (name, points) in enumerate(zip(names, [table["points"].sum(), *table["points"]], strict=True)):
        figure.add_annotation(
            x=0, xref="paper", y=position - 0.4, xanchor="left", showarrow=False, font={"size": 15},
            text=f"{name}   <b>{points * 100:+.1f} points</b>",
        )  # fmt: skip
    figure.add_vline(x=0, line={"color": QUIET, "width": 1})
    return figure.update_layout(
        template=TEMPLATE,
        height=ROW * len(names) + 70,
        xaxis={"tickformat": "+.0%", "fixedrange": True, "title": {"text": "percentage points"}},
        yaxis={"range": [len(names) - 0.5, -0.75], "visible": False, "fixedrange": True},
    )
