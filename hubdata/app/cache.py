"""The store, opened once for the whole server."""

import gc

import streamlit as st

from hubdata.commands.opening import location
from hubdata.store import Store


@st.cache_resource(show_spinner="Reading the data…", max_entries=4)
def _opened(address: str) -> Store:
    store = Store.open(address)
    # What is shared for the server's life need not be searched again by every later collection.
    gc.collect()
    gc.freeze()
    return store


def store() -> Store:
    """The shared, read-only store: the snapshot that ``HUBDATA`` names, else the illustrative England."""
    return _opened(location())
