"""What a reader takes away from a picture: the table that proves it, and its files."""

import shlex
from typing import Any

import pandas as pd
import streamlit as st

from hubdata.app import address, cache
from hubdata.app.plain_table import plain_table
from hubdata.app.text import plain
from hubdata.dictionary.column import Column
from hubdata.dictionary.measures import described
from hubdata.exports.csv import columns_csv, csv_bytes
from hubdata.exports.picture import png_bytes
from hubdata.places import REGION_CODES
from hubdata.provenance import Status
from hubdata.views.view import View
from hubdata.vocabulary import UNKNOWN

WORKED_OUT = "How this is worked out"

SHORT, LETTER, WIDEST = 18, 7.2, 330  # letters that a column of the grid holds anyway; pixels of one, and of a column


def take_away(view: View) -> None:
    """The row under a picture: how it is worked out and its table on request, and its files."""
    with st.container(horizontal=True, horizontal_alignment="right"):
        explained = bool(view.method) and st.toggle(WORKED_OUT, key=f"method.{view.slug}")
        shown = st.toggle("Table", key=f"table.{view.slug}")
        st.download_button("CSV", lambda: csv_bytes(view), f"{file_stem(view)}.csv", "text/csv", key=f"csv.{view.slug}")
        if view.drawing is not None:
            st.download_button(
                "PNG", lambda: png_bytes(view), f"{file_stem(view)}.png", "image/png", key=f"png.{view.slug}"
            )
    if explained:
        st.caption(plain(" ".join(view.method)))
    if shown:
        _table(view)


def file_stem(view: View) -> str:
    """The name of a file taken away; illustrative data say so in it."""
    return f"illustrative-{view.slug}" if view.status == Status.ILLUSTRATIVE else view.slug


def _table(view: View) -> None:
    table = view.proof.table
    columns = view.columns
    larger = {one.name: table[one.name].astype(float) * one.written.times for one in columns if one.written.times > 1}
    event = st.dataframe(
        table.assign(**larger),
        hide_index=True,
        column_config={one.name: _heading(one, table[one.name]) for one in columns},
        alt=f"Table: {view.title}",
        key=f"rows.{view.slug}",
        on_select="rerun" if view.picks else "ignore",
        selection_mode="single-row",
        placeholder=UNKNOWN,
    )
    command = shlex.join(("python", "-m", "hubdata", "table", *view.proof.command, *cache.named()))
    st.caption(f"{len(table):,} rows. The same from the command line: `{command}`")
    _dictionary(view)
    rows = event["selection"]["rows"] if view.picks else []
    if rows:
        address.go_to_and_rerun(place=gss(str(table[view.picks].iloc[rows[0]])))


def _heading(column: Column, values: pd.Series) -> Any:
    """The heading of a column, its meaning on request, and how its values are written."""
    if pd.api.types.is_datetime64_any_dtype(values):
        return st.column_config.DateColumn(column.label, help=column.sentence, format="D MMM YYYY")
    if column.written.on_screen and not pd.api.types.is_bool_dtype(values):
        return st.column_config.NumberColumn(column.label, help=column.sentence, format=column.written.on_screen)
    return st.column_config.Column(column.label, help=column.sentence, width=_room(values))


def _room(values: pd.Series) -> int | None:
    """Pixels for a column of text whose longest would be cut, up to a limit; none where the grid's own width does."""
    longest = values.dropna().astype("str").str.len().max() if len(values) else 0
    return min(WIDEST, round(LETTER * longest) + 20) if longest > SHORT else None


def _dictionary(view: View) -> None:
    """What each column of the table means, and the same as a file to go with the CSV."""
    with st.expander("What the columns mean"):
        plain_table(
            [{name.capitalize(): text for name, text in row.items()} for row in described(view.columns)], "Columns"
        )
        st.download_button(
            "CSV of the columns",
            lambda: columns_csv(view),
            f"{file_stem(view)}-columns.csv",
            "text/csv",
            key=f"columns.{view.slug}",
        )


def gss(code: str) -> str:
    """The code that stands in addresses for an area's code in the tables."""
    return REGION_CODES.get(code, code)
