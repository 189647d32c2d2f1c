"""What a reader takes away from a picture: the table that proves it, and its files."""

import shlex
from typing import Any

import pandas as pd
import streamlit as st

from hubdata.app import address
from hubdata.exports.csv import csv_bytes
from hubdata.exports.picture import png_bytes
from hubdata.places import REGION_CODES
from hubdata.provenance import Status
from hubdata.views.view import View
from hubdata.vocabulary import UNKNOWN

SHARES = ("rate", "low", "high")


def take_away(view: View) -> None:
    """The row under a picture: its table on request, and its files."""
    with st.container(horizontal=True, horizontal_alignment="right"):
        shown = st.toggle("Table", key=f"table.{view.slug}")
        st.download_button("CSV", lambda: csv_bytes(view), f"{file_stem(view)}.csv", "text/csv", key=f"csv.{view.slug}")
        if view.drawing is not None:
            st.download_button(
                "PNG", lambda: png_bytes(view), f"{file_stem(view)}.png", "image/png", key=f"png.{view.slug}"
            )
    if shown:
        _table(view)


def file_stem(view: View) -> str:
    """The name of a file taken away; illustrative data say so in it."""
    return f"illustrative-{view.slug}" if view.status == Status.ILLUSTRATIVE else view.slug


def _table(view: View) -> None:
    table = view.proof.table
    shares = [name for name in SHARES if name in table]
    event = st.dataframe(
        table.assign(**{name: table[name].astype(float) * 100 for name in shares}),
        hide_index=True,
        column_config={name: _column(view, table[name]) for name in table.columns},
        alt=f"Table: {view.title}",
        key=f"rows.{view.slug}",
        on_select="rerun" if view.picks else "ignore",
        selection_mode="single-row",
        placeholder=UNKNOWN,
    )
    command = shlex.join(("python", "-m", "hubdata", "table", *view.proof.command))
    st.caption(f"{len(table):,} rows. The same from the command line: `{command}`")
    rows = event["selection"]["rows"] if view.picks else []
    if rows:
        address.go_to_and_rerun(place=gss(str(table[view.picks].iloc[rows[0]])))


def _column(view: View, values: pd.Series) -> Any:
    label = view.labels.get(values.name, values.name)
    if values.name in SHARES:
        return st.column_config.NumberColumn(label, format="%.1f%%")
    if pd.api.types.is_float_dtype(values):
        return st.column_config.NumberColumn(label, format="%.1f")
    if pd.api.types.is_datetime64_any_dtype(values):
        return st.column_config.DateColumn(label, format="D MMM YYYY")
    if pd.api.types.is_integer_dtype(values):
        return st.column_config.NumberColumn(label, format="localized")
    return label


def gss(code: str) -> str:
    """The code that stands in addresses for an area's code in the tables."""
    return REGION_CODES.get(code, code)
