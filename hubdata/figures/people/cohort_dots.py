"""One rate a cohort, in the order of the years: dots with intervals, hatched where nobody can say yet."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.template import TEMPLATE, literal
from hubdata.palette import FOCUS, MISSING, QUIET


def cohort_dots(table: pd.DataFrame, *, why: str, break_before: str, broken: str) -> go.Figure:
    """A column a cohort.

    Args:
        table: cohort (text, in order), rate, low and high (missing where nobody prints the cohort's size); a missing
            rate is a hatched column over the whole height.
        why: the words on hover of a hatched column.
        break_before: the first cohort that was counted as today's are; an upright line stands before it.
        broken: what that line says.
    """
    known = table["rate"].notna()
    drawn = [_hatched(table.loc[~known], why), _dots(table.loc[known])]
    return go.Figure(drawn, _layout(table, break_before, broken))


def _dots(known: pd.DataFrame) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "markers+text", "x": list(known["cohort"]), "y": known["rate"],
        "text": [f"{rate:.0%}" for rate in known["rate"]], "textposition": "top center", "textfont": {"size": 14},
        "marker": {"size": 12, "color": FOCUS, "line": {"color": "white", "width": 1}},
        "error_y": {
            "type": "data", "symmetric": False, "thickness": 3, "width": 0, "color": QUIET,
            "array": known["high"] - known["rate"], "arrayminus": known["rate"] - known["low"],
        },
        "hovertemplate": "%{x}: %{y:.1%}<extra></extra>",
    }  # fmt: skip


def _hatched(young: pd.DataFrame, why: str) -> dict[str, Any]:
    return {
        "type": "bar", "x": list(young["cohort"]), "y": [1.0] * len(young), "width": 0.7,
        "marker": {
            "color": "white", "pattern": {"shape": "/", "fgcolor": MISSING}, "line": {"color": MISSING, "width": 1},
        },
        "hovertemplate": f"%{{x}}: {literal(why)}<extra></extra>",
    }  # fmt: skip


def _layout(table: pd.DataFrame, break_before: str, broken: str) -> dict[str, Any]:
    cohorts = list(table["cohort"])
    axis = {"type": "category", "categoryorder": "array", "categoryarray": cohorts, "fixedrange": True}
    layout = {
        "template": TEMPLATE, "height": 400, "xaxis": {**axis, "showgrid": False, "title": {"text": "Qualified in"}},
        "yaxis": {"tickformat": ".0%", "range": [0, 1.08], "tickvals": [0, 0.25, 0.5, 0.75, 1], "fixedrange": True},
    }  # fmt: skip
    older = sum(cohort < break_before for cohort in cohorts)
    if not 0 < older < len(cohorts):
        return layout
    at = older - 0.5
    line = {"type": "line", "x0": at, "x1": at, "y0": 0, "y1": 1, "yref": "y domain", "line": {"color": QUIET}}
    words = {
        "x": at,
        "y": 0.1,
        "text": literal(broken),
        "showarrow": False,
        "xanchor": "left",
        "xshift": 6,
        "bgcolor": "white",
    }
    return layout | {"shapes": [line], "annotations": [words | {"font": {"size": 13, "color": QUIET}}]}
