"""Rates as dots with their intervals, one row a group, its name and numbers beside it."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.rows import height, named
from hubdata.figures.template import TEMPLATE, literal
from hubdata.palette import BOUNDARY, FOCUS, QUIET, REFERENCE
from hubdata.vocabulary import say_rate


def interval_dots(
    table: pd.DataFrame,
    *,
    label: str,
    colours: Mapping[str, str] | None = None,
    reference: tuple[str, float] | None = None,
) -> go.Figure:
    """One dot a row at its rate, a bar from low to high, the numbers beside it.

    Args:
        table: the column ``label``, then reached, schools, rate, low, high; drawn top to bottom in this order. A row of
            fewer than ten schools has its numbers, but no dot. A full count, whose low and high are missing, has the
            bar of what lots give where ``lot_low`` and ``lot_high`` are there, else none.
        label: the column of names.
        colours: name to colour; others take the one accent.
        reference: a name and a rate, drawn as a quiet upright line.
    """
    rows = [(str(getattr(row, label)), _numbers(row)) for row in table.itertuples()]
    layout = {
        "template": TEMPLATE,
        "height": height(rows) + 70,
        "margin": {"t": 30, "r": 24},
        "annotations": [_reference_name(*reference)] if reference else [],
        "shapes": [_reference_line(reference[1])] if reference else [],
        "xaxis": {"range": [-0.03, 1.03], "tickformat": ".0%", "tickvals": [0, 0.25, 0.5, 0.75, 1], "fixedrange": True},
        "yaxis": named(rows),
    }
    bands = [_bands(table)] if "lot_low" in table else []
    return go.Figure([*bands, _dots(table, label, colours or {})], layout)


def _dots(table: pd.DataFrame, label: str, colours: Mapping[str, str]) -> dict[str, Any]:
    shown = table.assign(rate=table["rate"].where(table["mark"] != "u"))
    tints = [colours.get(name, FOCUS) for name in shown[label]]
    return {
        "type": "scatter",
        "x": shown["rate"],
        "y": list(range(len(shown))),
        "mode": "markers",
        "marker": {"size": 13, "color": tints, "line": {"color": "white", "width": 1}},
        "error_x": {
            "type": "data", "symmetric": False, "thickness": 3, "width": 0, "color": QUIET,
            "array": shown["high"] - shown["rate"], "arrayminus": shown["rate"] - shown["low"],
        },
        "customdata": [_said(row) for row in shown.itertuples()],
        "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip


def _bands(table: pd.DataFrame) -> dict[str, Any]:
    """What placing the leads by lot gives each full count: a broad pale bar behind its dot."""
    ends = [(row.lot_low, row.lot_high, None) for row in table.itertuples()]
    return {
        "type": "scatter",
        "x": [end for row in ends for end in row],
        "y": [place for place in range(len(ends)) for _ in range(3)],
        "mode": "lines",
        "line": {"width": 12, "color": BOUNDARY},
        "hoverinfo": "skip",
    }


def _said(row: tuple) -> str:
    if pd.notna(row.low):
        return f"95% interval {row.low:.1%} to {row.high:.1%}"
    lots = pd.notna(getattr(row, "lot_low", None))
    return f"Leads picked at random would give {row.lot_low:.1%} to {row.lot_high:.1%}" if lots else _numbers(row)


def _numbers(row: tuple) -> str:
    if row.mark == "u":
        return f"{say_rate(row.reached, row.schools)}: too few for a rate"
    return f"<b>{say_rate(row.reached, row.schools)}</b> ({row.reached:,.0f} of {row.schools:,.0f})"


def _reference_line(rate: float) -> dict[str, Any]:
    look = {"color": REFERENCE, "width": 1.5, "dash": "dot"}
    return {
        "type": "line", "x0": rate, "x1": rate, "y0": 0, "y1": 1, "yref": "y domain", "layer": "below", "line": look,
    }  # fmt: skip


def _reference_name(name: str, rate: float) -> dict[str, Any]:
    side = "right" if rate > 0.6 else "left" if rate < 0.4 else "center"  # inwards: a narrow picture cuts no word
    return {
        "x": rate, "y": 1, "yref": "paper", "xanchor": side, "yanchor": "bottom", "showarrow": False,
        "text": f"{literal(name)} {rate:.1%}", "font": {"size": 13, "color": QUIET},
    }  # fmt: skip
