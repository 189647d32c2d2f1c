"""Two groups on the same stages: a mark each at its share of those who started, with its interval and its numbers."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.template import TEMPLATE, literal
from hubdata.palette import FOCUS, INK, MISSING, NOT_REACHED, QUIET

ROW = 58
APART = 0.17
LOOKS = (("a", FOCUS, "circle", "●", -APART), ("b", NOT_REACHED, "diamond", "◆", APART))


def two_pipelines(table: pd.DataFrame) -> go.Figure:
    """One row a stage, top to bottom; a stage that cannot be seen yet is hatched.

    Args:
        table: stage, a, b (names of the groups), people_a, of_first_a, low_a, high_a and the same for b, mark (why a
            share is missing, in words).
    """
    rows = table.reset_index(drop=True)
    figure = go.Figure()
    figure.add_bar(**_unseen(rows))
    for side, colour, symbol, _, shift in LOOKS:
        figure.add_scatter(**_marks(rows, side, colour, symbol, shift))
    for place, row in rows.iterrows():
        figure.add_annotation(**_words(place, row))
    return figure.update_layout(
        template=TEMPLATE,
        height=ROW * len(rows) + 90,
        margin={"t": 36},
        annotations=[*figure.layout.annotations, _key(rows)],
        xaxis={
            "range": [-0.01, 1.03],
            "tickformat": ".0%",
            "fixedrange": True,
            "title": {"text": "of those who start"},
        },
        yaxis={"range": [len(rows) - 0.45, -0.85], "visible": False, "fixedrange": True},
    )


def _unseen(rows: pd.DataFrame) -> dict[str, Any]:
    """A hatched bar on every stage without a share of either group."""
    blank = rows[["of_first_a", "of_first_b"]].isna().any(axis=1)
    return {
        "y": list(rows.index), "x": [1.0 if one else 0.0 for one in blank], "orientation": "h", "width": 0.5,
        "marker": {"color": "white", "pattern": {"shape": "/", "fgcolor": MISSING}, "line": {"color": MISSING}},
        "hoverinfo": "skip",
    }  # fmt: skip


def _marks(rows: pd.DataFrame, side: str, colour: str, symbol: str, shift: float) -> dict[str, Any]:
    share, low, high = (rows[f"{name}_{side}"] for name in ("of_first", "low", "high"))
    return {
        "x": share, "y": [place + shift for place in rows.index], "mode": "markers",
        "marker": {"size": 12, "color": colour, "symbol": symbol, "line": {"color": "white", "width": 1}},
        "error_x": {
            "type": "data", "symmetric": False, "thickness": 3, "width": 0, "color": QUIET,
            "array": high - share, "arrayminus": share - low,
        },
        "customdata": [f"{low:.1%} to {high:.1%}" for low, high in zip(low, high, strict=True)],
        "hovertemplate": "95% interval %{customdata}<extra></extra>",
    }  # fmt: skip


def _words(place: int, row: pd.Series) -> dict[str, Any]:
    """The stage with both shares, above its line."""
    shares = "   ".join(
        f"{sign} <b>{row[f'of_first_{side}']:.1%}</b>" for side, _, _, sign, _ in LOOKS if _known(row, side)
    )
    said = shares if _known(row, "a") and _known(row, "b") else row["mark"]
    return {
        "x": 0, "y": place - 0.46, "xanchor": "left", "yanchor": "middle", "showarrow": False,
        "text": f"{literal(row['stage'])}   {said}", "font": {"size": 14, "color": INK}, "bgcolor": "white",
        "borderpad": 1,
    }  # fmt: skip


def _known(row: pd.Series, side: str) -> bool:
    return bool(pd.notna(row[f"of_first_{side}"]))


def _key(rows: pd.DataFrame) -> dict[str, Any]:
    words = [
        f"<span style='color:{colour}'>{sign}</span> {literal(rows[side].iloc[0])}"
        for side, colour, _, sign, _ in LOOKS
        if len(rows)
    ]
    return {
        "x": 0, "xref": "paper", "y": 1, "yref": "paper", "xanchor": "left", "yanchor": "bottom", "yshift": 6,
        "showarrow": False, "text": "     ".join(words), "font": {"size": 15},
    }  # fmt: skip
