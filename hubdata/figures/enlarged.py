"""A figure as a room sees it on a screen: letters, marks and lines larger, everything else as it was."""

from typing import Any

import plotly.graph_objects as go

LETTERS, MARKS, LINES = 1.9, 1.6, 1.6
ROW = 66  # pixels that a line of such letters needs with its mark
FONTS = ("font", "tickfont", "textfont", "insidetextfont", "outsidetextfont")


def enlarged(figure: go.Figure, height: int) -> go.Figure:
    """A copy of the figure for a screen that is read from three metres, ``height`` pixels high."""
    drawn = _larger(figure.to_dict())
    return go.Figure(drawn).update_layout(height=height)


def _larger(part: Any, inside: str = "") -> Any:
    """The part of a figure with every size in it enlarged by what it is the size of."""
    if isinstance(part, list | tuple):
        return [_larger(item, inside) for item in part]
    if not isinstance(part, dict):
        return part
    return {name: _sized(name, value, inside) for name, value in part.items()}


def _sized(name: str, value: Any, inside: str) -> Any:
    if isinstance(value, int | float) and not isinstance(value, bool):
        if name == "size":
            return value * (LETTERS if inside in FONTS else MARKS if inside == "marker" else 1)
        if inside == "margin":
            return value * LETTERS
        if name in ("width", "thickness") and inside in ("line", "error_x", "error_y"):
            return value * LINES
        return value
    return _larger(value, name)
