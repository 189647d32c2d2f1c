"""The store: opened once for the whole server, or a reader's own in their session."""

import gc

import streamlit as st

from hubdata.app.ahead import draw_ahead
from hubdata.commands.opening import location
from hubdata.store import Store

OWN = "own.store"


@st.cache_resource(show_spinner="Reading the data…", max_entries=4)
def _opened(address: str) -> Store:
    try:
        opened = Store.open(address)
    finally:
        # What a start imports and opens stays for the server's life: it is set aside, and the collector goes on.
        gc.freeze()
        gc.enable()
    draw_ahead(opened)
    return opened


def came_with() -> Store:
    """The shared, read-only store: the snapshot that ``HUBDATA`` names, else the illustrative England."""
    return _opened(location())


def store() -> Store:
    """What this session sees: a reader's own files beside the shared store, where they brought any; else that store.

    Their store lives in their session alone and goes with it.
    """
    return st.session_state.get(OWN) or came_with()
