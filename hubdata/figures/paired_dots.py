"""Two groups on every row, a dot each, one above the other so that neither hides the other."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.pairs import ROW, SYMBOLS, key
from hubdata.figures.template import TEMPLATE, literal
from hubdata.palette import FOCUS
from hubdata.vocabulary import say_rate

APART = (-0.17, 0.17)  # of a row's height, from its middle
EDGE = 0.035  # room for a mark at nought or at the end of the scale


def paired_dots(table: pd.DataFrame, *, label: str, group: str, colours: Mapping[str, str]) -> go.Figure:
    """One row a label, one dot a group at its rate.

    Args:
        table: the columns ``label`` and ``group``, then count, schools and rate, in the order to draw.
        label: the rows' names.
        group: two groups; named once at the top in their colour.
        colours: group to colour.
    """
    table = table.astype({label: "str", group: "str"})
    places = {name: place for place, name in enumerate(dict.fromkeys(table[label]))}
    figure = go.Figure()
    for side, symbol, (name, part) in zip(APART, SYMBOLS, table.groupby(group, sort=False), strict=False):
        colour = colours.get(str(name), FOCUS)
        figure.add_scatter(
            x=part["rate"], y=part[label].map(places) + side, mode="markers", name=str(name),
            marker={"size": 10, "symbol": symbol, "color": colour},
            customdata=[_said(str(name), getattr(row, label), row) for row in part.itertuples()],
            hovertemplate="%{customdata}<extra></extra>",
        )  # fmt: skip
    return figure.update_layout(
        template=TEMPLATE,
        height=ROW * len(places) + 110,
        margin={"t": 34},
        annotations=key(table, group, colours),
        xaxis={"tickformat": ".0%", "fixedrange": True, "range": [-EDGE, table["rate"].max() + EDGE]},
        yaxis={
            "range": [len(places) - 0.5, -0.5], "tickvals": list(places.values()), "fixedrange": True,
            "ticktext": [literal(name) for name in places], "showgrid": False,
        },
    )  # fmt: skip


def _said(side: str, name: str, row: tuple) -> str:
    """A mark in words: whose it is, and its numbers."""
    numbers = f"{say_rate(row.count, row.schools)} ({row.count:,.0f} of {row.schools:,.0f})"
    return f"{literal(side)}, {literal(name)}: {numbers}"
