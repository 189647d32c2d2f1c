"""One dot an area along a scale, stacked, with the wanted band shaded: how many fall in it, below it and above it."""

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.template import TEMPLATE, literal
from hubdata.palette import FOCUS, LAND, NOT_REACHED, QUIET

BIN = 20


def band_dots(values: pd.Series, names: pd.Series, *, band: tuple[int, int], unit: str) -> go.Figure:
    """A dot plot of whole numbers.

    Args:
        values: one number an area; missing values are left out.
        names: what each is called, shown on hover.
        band: the lower and upper end of the wanted size, both inside it.
        unit: what the numbers count, for the axis.
    """
    known = pd.DataFrame({"value": values, "name": names.map(literal)}).dropna().sort_values("value")
    slot = known["value"] // BIN
    known = known.assign(x=slot * BIN + BIN / 2, y=known.groupby(slot).cumcount() + 1)
    inside = known["value"].between(*band)
    figure = go.Figure()
    figure.add_vrect(x0=band[0], x1=band[1], fillcolor=LAND, line_width=0, layer="below")
    for chosen, colour, symbol in ((inside, FOCUS, "circle"), (~inside, NOT_REACHED, "diamond")):
        part = known.loc[chosen]
        figure.add_scatter(
            x=part["x"], y=part["y"], mode="markers",
            marker={"color": colour, "symbol": symbol, "size": 11, "line": {"color": "white", "width": 1}},
            customdata=part[["name", "value"]],
            hovertemplate="%{customdata[0]}: %{customdata[1]:,} " + unit + "<extra></extra>",
        )  # fmt: skip
    figure.add_annotation(
        x=sum(band) / 2, y=1, yref="paper", yanchor="bottom", showarrow=False,
        text=f"{band[0]} to {band[1]}: the size wanted", font={"size": 13, "color": QUIET},
    )  # fmt: skip
    return figure.update_layout(
        template=TEMPLATE,
        height=340,
        margin={"t": 28},
        xaxis={
            "title": {"text": f"{unit.capitalize()} in an area (one mark an area)"},
            "rangemode": "tozero",
            "fixedrange": True,
            "showgrid": False,
        },
        yaxis={"rangemode": "tozero", "fixedrange": True, "nticks": 6},
    )
