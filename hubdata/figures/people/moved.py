"""What moved a share from year to year: the part of the recruits and the part of the target, side by side."""

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.template import TEMPLATE
from hubdata.palette import FOCUS, INK, NOT_REACHED

PARTS = {"from_recruits": ("more or fewer recruits", FOCUS), "from_target": ("a lower or higher target", NOT_REACHED)}


def moved(table: pd.DataFrame) -> go.Figure:
    """Bars that add up to the change, in points, with the change written beside them.

    Args:
        table: from_year, year, change, from_recruits, from_target (fractions), in the order of years.
    """
    names = [f"{row.from_year} to {row.year}" for row in table.itertuples()]
    figure = go.Figure()
    for column, (words, colour) in PARTS.items():
        figure.add_bar(
            y=names, x=table[column], orientation="h", name=words, marker={"color": colour, "line": {"color": "white"}},
            hovertemplate=f"{words}: %{{x:+.1%}}<extra></extra>", width=0.5,
        )  # fmt: skip
    for name, change in zip(names, table["change"], strict=True):
        figure.add_annotation(
            x=1, xref="paper", y=name, xanchor="left", showarrow=False, text=f"<b>{change * 100:+.1f}</b>", xshift=6
        )
    figure.add_vline(x=0, line={"color": INK, "width": 1})
    return figure.update_layout(
        template=TEMPLATE,
        barmode="relative",
        height=64 * len(names) + 130,
        margin={"t": 40, "r": 64},
        xaxis={"tickformat": "+.0%", "fixedrange": True, "title": {"text": "points of target met"}},
        yaxis={"autorange": "reversed", "fixedrange": True, "showgrid": False},
        annotations=[*figure.layout.annotations, _key()],
    )


def _key() -> dict:
    words = [f"<span style='color:{colour}'>■</span> {words}" for words, colour in PARTS.values()]
    return {
        "x": 0, "xref": "paper", "y": 1, "yref": "paper", "yanchor": "bottom", "xanchor": "left", "showarrow": False,
        "text": "     ".join(words), "yshift": 8,
    }  # fmt: skip
