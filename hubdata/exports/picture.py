"""A view as PNG, with its finding, source and status inside the picture."""

import textwrap

import plotly.graph_objects as go

from hubdata.exports.still_map import still
from hubdata.maps.layers import Map
from hubdata.palette import INK, QUIET
from hubdata.provenance import Status
from hubdata.views.view import View
from hubdata.vocabulary import WATERMARK

WIDTH, SCALE = 1100, 2
TITLE_LINE, SOURCE_LINE = 86, 150


class NoBrowser(RuntimeError):
    """A chart cannot be written as a picture, because no Chrome or Chromium is installed beside the app."""


def png_bytes(view: View) -> bytes:
    """The picture of a view at twice screen size.

    Maps are drawn here; a chart needs Chrome or Chromium on the machine that serves the app, else ``NoBrowser``.
    """
    mark = WATERMARK if view.status == Status.ILLUSTRATIVE else ""
    if isinstance(view.drawing, Map):
        return still(
            view.drawing,
            title=textwrap.fill(view.finding, TITLE_LINE),
            source=textwrap.fill(view.source_line, SOURCE_LINE),
            legend=view.legend,
            mark=mark,
        )
    return _chart(go.Figure(view.drawing), view.finding, view.source_line, mark)


def _chart(figure: go.Figure, finding: str, source: str, mark: str) -> bytes:
    title = textwrap.wrap(finding, TITLE_LINE)
    credit = textwrap.wrap(source, SOURCE_LINE)
    top, bottom = 34 + 26 * len(title), 96 + 18 * len(credit)
    height = max(figure.layout.height or 360, 360) + top + bottom
    figure.update_layout(width=WIDTH, height=height, margin={"t": top + 20, "b": bottom, "l": 40, "r": 40})
    words = {"xref": "paper", "yref": "paper", "showarrow": False, "x": 0, "xanchor": "left", "align": "left"}
    figure.add_annotation(
        text=f"<b>{'<br>'.join(title)}</b>", y=1, yanchor="bottom", yshift=30, font={"size": 20, "color": INK}, **words
    )
    figure.add_annotation(
        text="<br>".join(credit), y=0, yanchor="top", yshift=-78, font={"size": 12, "color": QUIET}, **words
    )
    if mark:
        figure.add_annotation(
            text=mark, xref="paper", yref="paper", x=0.5, y=0.5, showarrow=False, textangle=-18, opacity=0.13,
            font={"size": 64, "color": INK},
        )  # fmt: skip
    return _written(figure)


def _written(figure: go.Figure) -> bytes:
    from kaleido.errors import ChromeNotFoundError

    try:
        return figure.to_image(format="png", scale=SCALE)
    except RuntimeError as error:
        # Plotly says in place of what kaleido raised that no browser was found; anything else keeps its own words.
        if isinstance(error.__context__, ChromeNotFoundError):
            raise NoBrowser("charts become pictures through Chrome or Chromium: install one beside the app") from error
        raise
