"""Areas against chance: each area's rate by its number of schools, with the limits that chance allows."""

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.template import TEMPLATE, literal
from hubdata.palette import FOCUS, INK, NOT_REACHED, ORDINARY, QUIET
from hubdata.vocabulary import say_share

LOOK = {
    "below": (NOT_REACHED, "diamond", "clearly less than chance gives"),
    "within": (ORDINARY, "circle", "within what chance gives"),
    "above": (FOCUS, "square", "clearly more than chance gives"),
    "too few": (ORDINARY, "circle-open", "too few to compare"),
}


def funnel_plot(table: pd.DataFrame, *, name: str, highlight: str | None = None) -> go.Figure:
    """One mark an area, the limits around the overall rate as lines.

    Args:
        table: reached, schools, rate, low95, high95, low998, high998, verdict and the column of names.
        name: the column of names, shown on hover.
        highlight: the name of an area to write beside its mark.
    """
    ordered = table.sort_values("schools")
    figure = go.Figure()
    for limit, dash in (("998", "solid"), ("95", "dash")):
        for side in ("low", "high"):
            figure.add_scatter(
                x=ordered["schools"], y=ordered[f"{side}{limit}"], mode="lines", hoverinfo="skip",
                line={"color": QUIET, "width": 1.2, "dash": dash, "shape": "spline", "smoothing": 0.4},
            )  # fmt: skip
    for verdict, (colour, symbol, words) in LOOK.items():
        _marks(figure, ordered.loc[ordered["verdict"] == verdict], name, colour, symbol, words)
    overall = ordered["reached"].sum() / max(ordered["schools"].sum(), 1)
    figure.add_hline(y=overall, line={"color": INK, "width": 1})
    _words(figure, ordered)
    chosen = ordered.loc[ordered[name] == highlight]
    if len(chosen):
        _named(figure, chosen.iloc[0], highlight)
    return figure.update_layout(
        template=TEMPLATE,
        height=430,
        margin={"r": 56},
        xaxis={"title": {"text": "Schools in the area"}, "rangemode": "tozero", "showgrid": False, "fixedrange": True},
        yaxis={"tickformat": ".0%", "range": [-0.03, 1.05], "fixedrange": True},
    )


def _marks(figure: go.Figure, part: pd.DataFrame, name: str, colour: str, symbol: str, words: str) -> None:
    said = [
        f"{literal(row[name])}: {say_share(row['reached'], row['schools'])}<br>{words}" for _, row in part.iterrows()
    ]
    figure.add_scatter(
        x=part["schools"], y=part["rate"], mode="markers", customdata=said,
        marker={"color": colour, "symbol": symbol, "size": 9, "line": {"width": 2 if "open" in symbol else 0.5}},
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip


def _words(figure: go.Figure, ordered: pd.DataFrame) -> None:
    if ordered.empty:
        return
    last = ordered.iloc[-1]
    for column, words in (("low998", "99.8%"), ("low95", "95%")):
        figure.add_annotation(
            x=last["schools"], y=last[column], text=words, showarrow=False, xanchor="left", xshift=4,
            font={"size": 12, "color": QUIET},
        )  # fmt: skip


def _named(figure: go.Figure, row: pd.Series, words: str) -> None:
    figure.add_annotation(
        x=row["schools"], y=row["rate"], text=f"<b>{literal(words)}</b>", showarrow=True, arrowhead=0, ax=30, ay=-28,
        bgcolor="white", font={"size": 14},
    )  # fmt: skip
