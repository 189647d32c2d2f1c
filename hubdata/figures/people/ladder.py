"""People on each rung, as bars from zero with their numbers."""

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.template import TEMPLATE, literal
from hubdata.palette import FOCUS

ROW = 42


def ladder(table: pd.DataFrame, *, label: str, value: str, says: list[str]) -> go.Figure:
    """One bar a row, top to bottom.

    Args:
        table: the columns ``label`` and ``value``; a missing value has no bar.
        label: names.
        value: lengths, from zero.
        says: what is written after each name.
    """
    rows = table.reset_index(drop=True)
    figure = go.Figure(
        go.Bar(y=list(rows.index), x=rows[value], orientation="h", width=0.4, marker={"color": FOCUS}, hoverinfo="skip")
    )
    for place, (name, words) in enumerate(zip(rows[label], says, strict=True)):
        figure.add_annotation(
            x=0, xref="paper", y=place - 0.42, xanchor="left", showarrow=False, font={"size": 14},
            text=f"{literal(name)}   <b>{words}</b>",
        )  # fmt: skip
    return figure.update_layout(
        template=TEMPLATE,
        height=ROW * len(rows) + 60,
        xaxis={"rangemode": "tozero", "fixedrange": True},
        yaxis={"range": [len(rows) - 0.4, -0.85], "visible": False, "fixedrange": True},
    )
