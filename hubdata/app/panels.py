"""A picture with everything that must go with it: heading, alternative text, source, table and downloads."""

import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pandas as pd
import pydeck as pdk
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from hubdata.answers.question import Unanswerable
from hubdata.app import address
from hubdata.app.site import DATA
from hubdata.app.text import plain
from hubdata.exports.csv import csv_bytes
from hubdata.exports.picture import png_bytes
from hubdata.figures.template import marked_illustrative
from hubdata.maps.legend import to_svg
from hubdata.places import REGION_CODES
from hubdata.provenance import STATUS_WORDS, Status, Unpublished
from hubdata.views.view import View
from hubdata.vocabulary import UNKNOWN

MAP_HEIGHT = 430
FEW = 4  # entries that fit in one line of a legend


def finding(slot: Any, view: View) -> None:
    """The sentence that opens the page, and the line that defines it."""
    with slot:
        st.title(plain(view.finding), anchor=False)
        st.caption(plain(view.definition))


def panel(view: View, *, height: int = MAP_HEIGHT, headline: bool = False, beside: bool = False) -> None:
    """Draw a view: its title, picture, legend, source, and its table and files on request.

    ``headline`` puts the finding above the picture instead of the title, with the definition under it;
    ``beside`` lays the legend over the empty sea of a wide map instead of under it.
    """
    st.header(plain(view.finding if headline else view.title), anchor=False)
    if headline:
        st.caption(plain(view.definition))
    with st.container(key=f"picture-{view.slug}", gap=None):
        _picture(view, height)
        _legend(view, "over" if beside and view.legend and view.legend.areas else "under")
    _take_away(view)
    st.caption(source_line(view))


PLAIN = {"displayModeBar": False}


def _picture(view: View, height: int) -> None:
    if isinstance(view.drawing, pdk.Deck):
        _deck(view, height)
    elif view.drawing is not None:
        figure = marked_illustrative(view.drawing) if view.status == Status.ILLUSTRATIVE else view.drawing
        st.plotly_chart(figure, theme=None, alt=view.finding, key=f"chart.{view.slug}", config=PLAIN)


def _legend(view: View, place: str) -> None:
    if view.legend:
        with st.container(key=f"{place}-{view.slug}"):
            across = place == "under" and len(view.legend.areas) + len(view.legend.marks) <= FEW
            st.image(to_svg(view.legend, across=across), alt=f"Legend: {view.legend.title}")


def _deck(view: View, height: int) -> None:
    """The map; where an area can be chosen, a click follows it, as the select box and the table do."""
    words = f"Map. {view.finding} The table has the same numbers."
    if not view.picks:
        st.pydeck_chart(view.drawing, height=height, alt=words, key=f"deck.{view.slug}")
        return
    chosen = st.pydeck_chart(view.drawing, height=height, alt=words, key=f"deck.{view.slug}", on_select="rerun")
    areas = chosen["selection"]["objects"].get("areas", [])
    if areas:
        address.go_to_and_rerun(place=gss(areas[0]["properties"]["code"]))


def source_line(view: View) -> str:
    """Dataset, publisher and date of every source, what is left out, and what kind of data it is."""
    notes = "".join(f" {note[:1].upper()}{note[1:]}." for note in view.proof.notes)
    return plain(f"Source: {view.proof.credit}.{notes} {STATUS_WORDS[view.status]}")


def gss(code: str) -> str:
    """The code that stands in addresses for an area's code in the tables."""
    return REGION_CODES.get(code, code)


def _take_away(view: View) -> None:
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
    event = st.dataframe(
        table,
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
    if values.name in ("rate", "low", "high"):
        return st.column_config.NumberColumn(label, format="percent")
    if pd.api.types.is_float_dtype(values):
        return st.column_config.NumberColumn(label, format="%.1f")
    if pd.api.types.is_datetime64_any_dtype(values):
        return st.column_config.DateColumn(label, format="D MMM YYYY")
    if pd.api.types.is_integer_dtype(values):
        return st.column_config.NumberColumn(label, format="localized")
    return label


@contextmanager
def explained(top: DeltaGenerator | None = None) -> Iterator[None]:
    """Where the data loaded cannot answer: one sentence instead of a picture, and the way to bring what is missing.

    ``top`` is the place of the page's finding: then the sentence is the page's.
    """
    try:
        yield
    except (Unpublished, Unanswerable) as absent:
        sentence = str(absent)
        said = plain(f"{sentence[:1].upper()}{sentence[1:]}.")
        if top:
            top.title(said, anchor=False)
        else:
            st.info(said)
        if isinstance(absent, Unpublished):
            data = st.Page(DATA.path, title=DATA.title, url_path=DATA.stem)
            st.page_link(data, label="Get the template, or bring your file: Data")
