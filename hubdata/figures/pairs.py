"""Two groups side by side on every row: a dot each, joined, so that the difference is the length between them."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.template import TEMPLATE, literal
from hubdata.palette import BOUNDARY, FOCUS

ROW = 46
SYMBOLS = ("circle", "diamond")


def pairs(table: pd.DataFrame, *, label: str, group: str, colours: Mapping[str, str]) -> go.Figure:
    """One row a label, one mark a group at its rate.

    Args:
        table: the columns ``label`` and ``group`` and rate (0 to 1), in the order to draw.
        label: the rows' names.
        group: two groups; named once at the top in their colour.
        colours: group to colour.
    """
    table = table.assign(**{label: table[label].astype("str").map(literal)})
    rows = list(dict.fromkeys(table[label]))
    figure = go.Figure()
    for row in rows:
        part = table.loc[table[label].astype("str") == row, "rate"].dropna()
        figure.add_scatter(
            x=[part.min(), part.max()],
            y=[row, row],
            mode="lines",
            line={"color": BOUNDARY, "width": 4},
            hoverinfo="skip",
        )
    for symbol, (name, part) in zip(SYMBOLS, table.groupby(group, sort=False, observed=True), strict=False):
        figure.add_scatter(
            x=part["rate"], y=part[label].astype("str"), mode="markers", name=str(name),
            marker={"size": 13, "symbol": symbol, "color": colours.get(str(name), FOCUS)},
            hovertemplate=f"{name}, %{{y}}: %{{x:.1%}}<extra></extra>",
        )  # fmt: skip
    return figure.update_layout(
        template=TEMPLATE,
        height=ROW * len(rows) + 110,
        showlegend=False,
        margin={"t": 34},
        annotations=key(table, group, colours),
        xaxis={"tickformat": ".0%", "rangemode": "tozero", "fixedrange": True},
        yaxis={"autorange": "reversed", "fixedrange": True, "showgrid": False},
    )


def key(table: pd.DataFrame, group: str, colours: Mapping[str, str]) -> list[dict]:
    """Above the picture, the two groups by their mark and colour."""
    names = [str(name) for name in dict.fromkeys(table[group])]
    words = [f"<span style='color:{colours.get(n, FOCUS)}'>{m}</span> {n}" for n, m in zip(names, "●◆", strict=False)]
    return [
        {
            "x": 0, "xref": "paper", "y": 1, "yref": "paper", "xanchor": "left", "yanchor": "bottom",
            "showarrow": False, "text": "     ".join(words), "font": {"size": 15},
        }
    ]  # fmt: skip
