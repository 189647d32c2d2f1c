"""What the Data page shows: the table of all tables, the report of what was read, and the rest part by part."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from hubdata.app import panels
from hubdata.app.address import choose
from hubdata.app.cache import store
from hubdata.app.data import uploads, words
from hubdata.app.data.changes import changed
from hubdata.app.data.templates import templates
from hubdata.app.data.verdicts import report
from hubdata.app.text import plain
from hubdata.views.loaded.ageing import grown_old
from hubdata.views.view import View

PARTS: dict[str, tuple[str, Callable[[], None]]] = {
    "templates": ("Templates", templates),
    "sources": ("Sources in full", words.sources),
    "changes": ("What changed", changed),
    "definitions": ("Definitions", words.definitions),
    "unpublished": ("What nobody publishes", words.unpublished),
    "about": ("About and contact", words.about_us),
}


def every_table(loaded: View) -> None:
    """The table of all tables, open from the start: on this page the table is the picture."""
    old = grown_old(store(), date.today())
    if old:
        st.warning(f"{plain(old)} What refreshes each stands below, under *Sources in full*.")
    st.session_state.setdefault(f"table.{loaded.slug}", True)
    panels.panel(loaded)


def read_report() -> None:
    """What came of the files that the reader brought last, if they brought any."""
    if uploads.taken():
        report(uploads.taken())


def more() -> None:
    """Everything else that a reader may ask about the data, one part at a time; ``?part=`` opens on it."""
    names = {code: name for code, (name, _) in PARTS.items()}
    part = choose("part", names, "templates", partial(st.segmented_control, "More about the data", required=True))
    PARTS[part][1]()
