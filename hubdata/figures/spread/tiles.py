"""Every authority as a hexagon of one size, so that the eye counts areas and not hectares."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.template import TEMPLATE, literal
from hubdata.palette import INK, QUIET


def tiles(
    table: pd.DataFrame, *, colours: Sequence[str], says: Sequence[str], highlight: str | None = None
) -> go.Figure:
    """Hexagons at x and y.

    Args:
        table: x and y (tile positions) and la (code).
        colours: one a row.
        says: what a hover says, one a row.
        highlight: the code of an authority to outline.
    """
    chosen = (table["la"].astype("str") == highlight).to_numpy()
    figure = go.Figure(
        go.Scatter(
            x=table["x"],
            y=table["y"],
            mode="markers",
            marker={
                "symbol": "hexagon", "size": 21, "color": list(colours),
                "line": {"color": [INK if c else QUIET for c in chosen], "width": [3 if c else 0.7 for c in chosen]},
            },
            customdata=[literal(words) for words in says],
            hovertemplate="%{customdata}<extra></extra>",
        )
    )  # fmt: skip
    bare = {"visible": False, "fixedrange": True}
    return figure.update_layout(
        template=TEMPLATE, height=430, xaxis=bare, yaxis={**bare, "scaleanchor": "x", "scaleratio": 1}
    )
