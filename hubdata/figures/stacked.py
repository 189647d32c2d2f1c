"""Parts of a whole stacked on one bar a row, from zero, with the whole written beside the name."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.template import TEMPLATE, literal
from hubdata.palette import FOCUS, SERIES

ROW = 42


def stacked(table: pd.DataFrame, *, label: str, part: str, value: str, says: Mapping[str, str], unit: str) -> go.Figure:
    """One bar a row, top to bottom in the order of the table; at most four parts are told apart.

    Args:
        table: the columns ``label``, ``part`` and ``value``; a missing value has no length.
        label: names of the rows.
        part: what is stacked, each named once at the top in its colour.
        value: lengths.
        says: what is written after each name.
        unit: what the lengths are, for the axis.
    """
    names, parts = (list(dict.fromkeys(table[column].astype("str"))) for column in (label, part))
    figure = go.Figure()
    for colour, one in zip(SERIES, parts, strict=False):
        mine = table.loc[table[part].astype("str") == one].set_index(label)[value]
        figure.add_bar(
            y=list(range(len(names))), x=[float(mine.get(name, float("nan"))) for name in names], orientation="h",
            width=0.42, marker={"color": colour, "line": {"color": "white", "width": 1}}, name=one,
            hovertemplate=f"{literal(one)}: %{{x:.1f}}<extra></extra>",
        )  # fmt: skip
    notes = [_name(place, name, says[name]) for place, name in enumerate(names)]
    return figure.update_layout(
        template=TEMPLATE,
        barmode="stack",
        height=ROW * len(names) + 110,
        margin={"t": 40},
        annotations=[*notes, _key(parts)],
        xaxis={"rangemode": "tozero", "fixedrange": True, "title": {"text": unit}},
        yaxis={"range": [len(names) - 0.5, -0.9], "visible": False, "fixedrange": True},
    )


def _name(place: int, name: str, said: str) -> dict:
    return {
        "x": 0, "xref": "paper", "y": place - 0.43, "xanchor": "left", "showarrow": False, "font": {"size": 14},
        "text": f"{literal(name)}   <b>{said}</b>",
    }  # fmt: skip


def _key(parts: list[str]) -> dict:
    tints = dict(zip(parts, SERIES, strict=False))
    words = [f"<span style='color:{tints.get(one, FOCUS)}'>■</span> {literal(one)}" for one in parts]
    return {
        "x": 0, "xref": "paper", "y": 1, "yref": "paper", "xanchor": "left", "yanchor": "bottom", "yshift": 8,
        "showarrow": False, "text": "     ".join(words), "font": {"size": 14},
    }  # fmt: skip
