"""The same people from stage to stage: true widths, with the number and both shares in every stage."""

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.template import TEMPLATE
from hubdata.palette import FOCUS, INK, MISSING

ROW = 44


def cohort_funnel(table: pd.DataFrame) -> go.Figure:
    """Centred bars, widest first.

    Args:
        table: stage, people, of_previous, of_first and mark (why people are missing, in words), in order; a stage
            without people is hatched.
    """
    rows = table.reset_index(drop=True)
    widest = rows["people"].max()
    known = rows["people"].notna()
    width = rows["people"].astype("Float64").astype(float).where(known, widest * 0.35)
    figure = go.Figure(
        go.Bar(
            y=list(rows.index),
            x=width,
            base=-width / 2,
            orientation="h",
            width=0.72,
            marker={
                "color": [FOCUS if one else "white" for one in known],
                "line": {"color": [FOCUS if one else MISSING for one in known], "width": 1},
                "pattern": {"shape": ["" if one else "/" for one in known], "fgcolor": MISSING},
            },
            hoverinfo="skip",
        )
    )
    for place, row in rows.iterrows():
        _words(figure, place, row)
    return figure.update_layout(
        template=TEMPLATE,
        height=ROW * len(rows) + 30,
        xaxis={"visible": False, "range": [-widest * 1.05, widest * 0.75], "fixedrange": True},
        yaxis={"visible": False, "range": [len(rows) - 0.4, -0.6], "fixedrange": True},
    )


def _words(figure: go.Figure, place: int, row: pd.Series) -> None:
    count = row["mark"] if pd.isna(row["people"]) else f"<b>{row['people']:,.0f}</b>"
    shares = []
    if pd.notna(row["of_first"]) and place:
        shares.append(f"{row['of_first']:.1%} of first")
    if pd.notna(row["of_previous"]) and place:
        shares.append(f"{row['of_previous']:.1%} of previous")
    figure.add_annotation(
        x=0, xref="paper", y=place, xanchor="left", showarrow=False, align="left", font={"size": 14, "color": INK},
        text=f"{row['stage']}   {count}<br><span style='font-size:12px'>{' · '.join(shares)}</span>",
        bgcolor="rgba(255,255,255,0.85)",
    )  # fmt: skip
