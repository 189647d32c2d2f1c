"""Each area's rate beside the band that placing the leads by lot gives it: one upright bar and one mark an area."""

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.template import TEMPLATE, literal
from hubdata.palette import BOUNDARY, FOCUS, NOT_REACHED, ORDINARY
from hubdata.vocabulary import say_band, say_share

ALONG = "Bars: what leads picked at random give each area, 95 times of 100. Marks: what it has"
LOOK = {
    "below": (NOT_REACHED, "diamond", 11, "clearly less than chance gives"),
    "within": (ORDINARY, "circle", 7, "within what chance gives"),
    "above": (FOCUS, "square", 11, "clearly more than chance gives"),
}


def against_lots(table: pd.DataFrame, *, name: str, highlight: str | None = None) -> go.Figure:
    """Areas from left to right by what lots give them; too few schools are left out.

    Args:
        table: reached, schools, rate, low95, high95, verdict and the column of names.
        name: the column of names, shown on hover.
        highlight: the name of an area to write beside its mark.
    """
    known = table.loc[table["verdict"].isin(list(LOOK))]
    middle = (known["low95"] + known["high95"]) / 2
    ordered = known.assign(middle=middle).sort_values(["middle", "low95", name], ignore_index=True)
    figure = go.Figure(_bands(ordered))
    for verdict, (colour, symbol, size, words) in LOOK.items():
        part = ordered.loc[ordered["verdict"] == verdict]
        said = [_said(row, name, words) for _, row in part.iterrows()]
        figure.add_scatter(
            x=part.index, y=part["rate"], mode="markers", customdata=said,
            marker={"color": colour, "symbol": symbol, "size": size, "line": {"color": "white", "width": 0.5}},
            hovertemplate="%{customdata}<extra></extra>",
        )  # fmt: skip
    for place, row in ordered.loc[ordered[name] == highlight].iterrows():
        figure.add_annotation(
            x=place, y=row["rate"], text=f"<b>{literal(highlight)}</b>", showarrow=True, arrowhead=0, ax=0, ay=34,
            bgcolor="white", font={"size": 14},
        )  # fmt: skip
    return figure.update_layout(
        template=TEMPLATE,
        height=430,
        xaxis={"title": {"text": ALONG}, "showticklabels": False, "showgrid": False, "fixedrange": True},
        yaxis={"tickformat": ".0%", "range": [-0.03, 1.05], "fixedrange": True},
    )


def _bands(ordered: pd.DataFrame) -> go.Bar:
    return go.Bar(
        x=ordered.index, y=ordered["high95"] - ordered["low95"], base=ordered["low95"], width=0.8,
        marker={"color": BOUNDARY, "line": {"width": 0}}, opacity=0.55, hoverinfo="skip",
    )  # fmt: skip


def _said(row: pd.Series, name: str, words: str) -> str:
    share = say_share(row["reached"], row["schools"])
    return f"{literal(row[name])}: {share}<br>picked at random: {say_band(row['low95'], row['high95'])}: {words}"
