"""A difference split into the parts that add up to it."""

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.template import TEMPLATE
from hubdata.palette import FOCUS, INK, QUIET
from hubdata.vocabulary import say_points

ROW = 64


def parts(table: pd.DataFrame, *, total: str) -> go.Figure:
    """The whole difference above its parts, in percentage points, each bar beginning where the last ended.

    Args:
        table: name, points (fractions; the parts sum to the whole) and their ends low and high, top to bottom.
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
    said = [f"<b>{say_points(table['points'].sum())} points</b>", *(_said(row) for _, row in table.iterrows())]
    for position, (name, figures) in enumerate(zip(names, said, strict=True)):
        figure.add_annotation(
            x=0, xref="paper", y=position - 0.4, xanchor="left", showarrow=False, font={"size": 15},
            text=f"{name}   {figures}",
        )  # fmt: skip
    figure.add_vline(x=0, line={"color": QUIET, "width": 1})
    return figure.update_layout(
        template=TEMPLATE,
        height=ROW * len(names) + 70,
        xaxis={"tickformat": "+.0%", "fixedrange": True, "title": {"text": "percentage points"}},
        yaxis={"range": [len(names) - 0.5, -0.75], "visible": False, "fixedrange": True},
    )


def _said(row: pd.Series) -> str:
    ends = "" if pd.isna(row["low"]) else f" ({say_points(row['low'])} to {say_points(row['high'])})"
    return f"<b>{say_points(row['points'])} points</b>{ends}"
