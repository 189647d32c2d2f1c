"""Recruits against target: where each stands on the way to 100%, always with both counts."""

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.rows import height, named
from hubdata.figures.template import TEMPLATE
from hubdata.palette import FOCUS, GRID, INK, NOT_REACHED, QUIET


def against_target(table: pd.DataFrame, *, label: str) -> go.Figure:
    """One row a year, phase or subject: a dot at the share of target, a line from 100% to it.

    Args:
        table: the column ``label``, target, recruits and of_target (fractions; may pass 1), top to bottom. A row
            without a share has its words, but no dot.
        label: the column of names.
    """
    rows = table.reset_index(drop=True)
    figure = go.Figure()
    _marks(figure, rows)
    figure.add_vline(x=1, line={"color": INK, "width": 1.5}, layer="below")
    figure.add_annotation(
        x=1, y=1, yref="paper", yanchor="bottom", text="target met", showarrow=False, font={"color": QUIET}
    )
    known = rows["of_target"].dropna()
    uncounted = bool(len(known)) and rows.loc[known.index, "recruits"].isna().all()
    column = [(str(row[label]), said(row, briefly=uncounted)) for _, row in rows.iterrows()]
    return figure.update_layout(
        template=TEMPLATE,
        height=height(column) + 84,
        margin={"t": 30, "r": 24},
        xaxis={
            "tickformat": ".0%",
            "tickangle": 0,
            "nticks": 4,
            "range": [0, max(1.15, *(known * 1.08), 0)],
            "fixedrange": True,
            **_title(uncounted),
        },
        yaxis=named(column),
    )


def _title(uncounted: bool) -> dict[str, dict[str, str]]:
    return {"title": {"text": "Share of target; counts of<br>recruits are not published"}} if uncounted else {}


def _marks(figure: go.Figure, rows: pd.DataFrame) -> None:
    """A line from 100% to each share, and the share itself: a disc where the target was met, else a diamond."""
    known = rows["of_target"].dropna()
    for place, share in known.items():
        figure.add_scatter(
            x=[1, share], y=[place, place], mode="lines", line={"color": GRID, "width": 5}, hoverinfo="skip"
        )
    met = known >= 1
    figure.add_scatter(
        x=known,
        y=list(known.index),
        mode="markers",
        marker={
            "size": 13,
            "color": [FOCUS if one else NOT_REACHED for one in met],
            "symbol": ["circle" if one else "diamond" for one in met],
        },
        hovertemplate="%{x:.0%} of target<extra></extra>",
    )


def said(row: pd.Series, *, briefly: bool) -> str:
    """A row's numbers: share with recruits and target; what is not published is said, ``briefly`` if under them all."""
    target = "no target" if pd.isna(row["target"]) else f"target {row['target']:,.0f}"
    if pd.isna(row["of_target"]):
        count = "recruits not published" if pd.isna(row["recruits"]) else f"{row['recruits']:,.0f} recruits"
        return f"{count}, {target}"
    if pd.isna(row["recruits"]):
        return f"<b>{row['of_target']:.0%}</b> of {target}" + ("" if briefly else ", count not published")
    return f"<b>{row['of_target']:.0%}</b> ({row['recruits']:,.0f} of {row['target']:,.0f})"
