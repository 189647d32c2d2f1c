"""A table whose cells are shaded by class, each with its number, the name of its row above it."""

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.template import TEMPLATE, literal
from hubdata.palette import BOUNDARY, INK, QUIET, SEA

ROW = 42
CELL = 0.52  # of a row; the rest holds its name
GAP = 0.04


def heat(table: pd.DataFrame, *, row: str, column: str, heads: Mapping[str, str], dark: Sequence[str]) -> go.Figure:
    """One shaded cell for each row and column of the table, in the order in which they come.

    Args:
        table: the columns ``row`` and ``column`` (names), colour, cell (what is written in it) and say (what a hover
            says); one line a cell.
        row: what stands down the side, ``column`` along the top.
        column: see ``row``.
        heads: column name to its heading, with <br> where it may break.
        dark: the colours on which letters are white.
    """
    rows, columns = (list(dict.fromkeys(table[name].astype("str"))) for name in (row, column))
    x, y = ([names.index(str(name)) for name in table[of]] for of, names in ((column, columns), (row, rows)))
    figure = go.Figure(
        go.Scatter(
            x=x, y=y, mode="text", text=table["cell"],
            textfont={"size": 14, "color": [SEA if colour in dark else INK for colour in table["colour"]]},
            customdata=[literal(said) for said in table["say"]], hovertemplate="%{customdata}<extra></extra>",
        )
    )  # fmt: skip
    headings = [_head(place, heads.get(name, literal(name))) for place, name in enumerate(columns)]
    return figure.update_layout(
        template=TEMPLATE,
        height=ROW * (len(rows) + 1) + 26,
        margin={"t": 4, "l": 2, "r": 2},
        shapes=[_cell(*place, colour) for *place, colour in zip(x, y, table["colour"], strict=True)],
        annotations=[*(_name(place, name) for place, name in enumerate(rows)), *headings],
        xaxis={"range": [-0.5, len(columns) - 0.5], "visible": False, "fixedrange": True},
        yaxis={"range": [len(rows) - 0.7, -1.75], "visible": False, "fixedrange": True},
    )


def _head(along: int, words: str) -> dict[str, object]:
    return {"x": along, "y": -0.75, "yanchor": "bottom", "showarrow": False, "text": words, "font": {"size": 14}}


def _cell(along: int, down: int, colour: str) -> dict[str, object]:
    return {
        "type": "rect", "x0": along - 0.5 + GAP / 2, "x1": along + 0.5 - GAP / 2, "y0": down - CELL / 2,
        "y1": down + CELL / 2, "fillcolor": colour, "line": {"color": BOUNDARY, "width": 1}, "layer": "below",
    }  # fmt: skip


def _name(down: int, name: str) -> dict[str, object]:
    place = {"x": 0, "xref": "paper", "y": down - CELL / 2, "xanchor": "left", "yanchor": "bottom", "borderpad": 0}
    return {**place, "showarrow": False, "text": literal(name), "font": {"size": 14, "color": QUIET}}
