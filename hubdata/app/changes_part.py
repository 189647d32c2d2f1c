"""What changed, on the Data page: how a reader's own files differ from what the app came with."""

import pandas as pd
import streamlit as st

from hubdata.app.cache import OWN, came_with, store
from hubdata.app.plain_table import plain_table
from hubdata.building.changes import changes
from hubdata.exports.csv import with_status
from hubdata.store import Store

SHOWN = 200


def changed() -> None:
    """Tables, rows, codes and totals that differ, the first of them on the page and all of them in a file."""
    if OWN not in st.session_state:
        st.markdown(
            "Nothing has changed: you see what the app came with. Two snapshots are compared by "
            "`python -m hubdata changes OLD NEW`."
        )
        return
    before, now = came_with(), store()
    found = now.kept(("changes", before.hash), lambda: changes(_others(before, now), _others(now, before)))
    st.markdown(f"{len(found):,} differences between what the app came with and what you see now.")
    rows = found.head(SHOWN).astype("object").where(found.head(SHOWN).notna(), "–").to_dict("records")
    plain_table(
        [{str(name).capitalize(): _number(value) for name, value in row.items()} for row in rows], "What changed"
    )
    body = with_status(found, str(now.status), "changes").to_csv(index=False).encode("utf-8-sig")
    st.download_button("All differences", body, "changes.csv", "text/csv", key="changes.all")


def _others(store: Store, beside: Store) -> dict[str, pd.DataFrame]:
    """The tables of a store that are not the very same in the other: only they can have changed."""
    shared = {name for name in store.names if beside.has(name) and store.table(name) is beside.table(name)}
    return {name: store.table(name) for name in store.names if name not in shared}


def _number(value: object) -> object:
    return f"{value:,.0f}" if isinstance(value, float) else value
