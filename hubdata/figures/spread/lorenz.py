"""How unevenly something is spread: the Lorenz or concentration curve against the line of equal shares."""

from textwrap import wrap

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.template import TEMPLATE
from hubdata.palette import FOCUS, INK, QUIET


def lorenz(
    table: pd.DataFrame, *, x: str, y: str, along: str, up: str, said: str, beside: tuple[str, str] | None = None
) -> go.Figure:
    """A curve from (0, 0) to (1, 1).

    Args:
        table: cumulative shares in ``x`` and ``y``, from 0 to 1.
        x: the column along, ``y`` the column up.
        y: see ``x``.
        along: what is counted along.
        up: what is counted up.
        said: a few words written in the bow of the curve.
        beside: another column up and its name, drawn as a quiet dashed curve.
    """
    figure = go.Figure()
    figure.add_scatter(
        x=[0, 1], y=[0, 1], mode="lines", line={"color": QUIET, "width": 1.5, "dash": "dot"}, hoverinfo="skip"
    )
    figure.add_scatter(
        x=table[x], y=table[y], mode="lines", line={"color": FOCUS, "width": 3}, fill="tonexty",
        fillcolor="rgba(107,172,230,0.25)", hovertemplate="%{x:.0%} · %{y:.0%}<extra></extra>",
    )  # fmt: skip
    if beside:
        _quiet(figure, table, x, beside)
    bows_up = (table[y] - table[x]).mean() > 0
    place = {"x": 0.36, "y": 0.3} if bows_up else {"x": 0.3, "y": 0.36}  # on the side that the curve leaves free
    figure.add_annotation(**place, text="equal shares", textangle=-32, showarrow=False, font={"color": QUIET})
    figure.add_annotation(x=0.72, y=0.14 if beside else 0.3, text=f"<b>{said}</b>", showarrow=False)
    share = {"tickformat": ".0%", "range": [0, 1], "dtick": 0.2, "fixedrange": True}
    return figure.update_layout(
        template=TEMPLATE,
        height=430,
        margin={"r": 28},
        xaxis={**share, "title": {"text": "<br>".join(wrap(along, 34))}},
        yaxis={**share, "title": {"text": up}},
    )


def _quiet(figure: go.Figure, table: pd.DataFrame, x: str, beside: tuple[str, str]) -> None:
    """A second curve to hold the first against, named in the bow under it."""
    name, words = beside
    figure.add_scatter(
        x=table[x], y=table[name], mode="lines", line={"color": INK, "width": 1.5, "dash": "dash"},
        hovertemplate=words + ": %{x:.0%} · %{y:.0%}<extra></extra>",
    )  # fmt: skip
    at = table.iloc[int(len(table) * 0.45)]
    # In shares of the picture, not in pixels: a narrow one cuts no word.
    figure.add_annotation(
        x=at[x], y=at[name], text=words, ax=0.7, ay=0.28, axref="x", ayref="y", arrowwidth=1, arrowcolor=QUIET,
        font={"color": INK},
    )  # fmt: skip
