"""The one Plotly template, and the mark that says a picture is illustrative."""

from html import escape

import plotly.graph_objects as go

from hubdata.palette import BOUNDARY, GRID, INK, QUIET
from hubdata.vocabulary import WATERMARK

FONT = "Source Sans, Source Sans Pro, Helvetica, Arial, sans-serif"
AXIS = {
    "gridcolor": GRID,
    "linecolor": BOUNDARY,
    "zeroline": False,
    "automargin": True,
    "tickfont": {"size": 14, "color": INK},
    "title": {"font": {"size": 14, "color": QUIET}},
}
TEMPLATE = go.layout.Template(
    layout=go.Layout(
        font={"family": FONT, "size": 15, "color": INK},
        paper_bgcolor="white",
        plot_bgcolor="white",
        margin={"l": 8, "r": 12, "t": 12, "b": 8},
        xaxis=AXIS,
        yaxis=AXIS,
        showlegend=False,
        hoverlabel={"bgcolor": "white", "bordercolor": INK, "font": {"size": 14, "color": INK}},
        separators=".,",
    )
)


MARK = {
    "text": WATERMARK, "xref": "paper", "yref": "paper", "x": 0.5, "y": 0.5, "showarrow": False,
    "textangle": -18, "opacity": 0.18, "font": {"size": 28, "color": INK},
}  # fmt: skip


def marked_illustrative(figure: go.Figure) -> go.Figure:
    """A copy of the figure with the word written across it, so that no copy of the picture can lose it."""
    drawn = figure.to_dict()
    layout = drawn["layout"] | {"annotations": [*drawn["layout"].get("annotations", ()), MARK]}
    return go.Figure(drawn | {"layout": layout})


def literal(value: object) -> str:
    """A name from data as text that a chart shows and does not read: charts take some tags, links among them."""
    return escape(str(value), quote=False)
