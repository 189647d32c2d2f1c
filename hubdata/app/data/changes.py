"""What changed, on the Data page: a reader's own files against what the app came with, or the last refresh of that."""

from datetime import date

import pandas as pd
import streamlit as st

from hubdata import refreshes
from hubdata.app.cache import OWN, came_with, store
from hubdata.app.plain_table import plain_table
from hubdata.building.refreshing.changes import changes
from hubdata.exports.csv import with_status
from hubdata.provenance import say_date
from hubdata.store import Store

SHOWN = 200


def changed() -> None:
    """Tables, rows, codes and totals that differ, the first of them on the page and all of them in a file."""
    if OWN in st.session_state:
        before, now = came_with(), store()
        found = now.kept(("changes", before.hash), lambda: changes(_others(before, now), _others(now, before)))
        st.markdown(f"{len(found):,} differences between what the app came with and what you see now.")
        _listed(found, found, now)
        return
    log = store().kept("refreshes", lambda: refreshes.until(refreshes.read(store().location), store().hash))
    if log.empty and refreshes.damaged(store().location):
        st.warning(
            f"What changed is not known: the log beside the data, {refreshes.LOG}, cannot be read, or a day in it is "
            "none. Take it away; the next `build` begins a new one."
        )
        return
    if log.empty:
        st.markdown(
            "No change is on record: you see what the app came with, and no refresh of it is written down. Two "
            "snapshots are compared by `python -m hubdata changes OLD NEW`; `build` writes down what it alters in one "
            "that is there."
        )
        return
    last = refreshes.newest(log)
    day = say_date(date.fromisoformat(last["refreshed"].iloc[0]))
    times = log[refreshes.WHEN].drop_duplicates()
    st.markdown(f"{len(last):,} differences in the last refresh, {day}. {len(times)} on record, all in the file.")
    _listed(last.drop(columns=refreshes.WHEN), log, store())


def _listed(shown: pd.DataFrame, every: pd.DataFrame, data: Store) -> None:
    """The first differences as a table, all of them as a file."""
    first = shown.head(SHOWN)
    rows = first.astype("object").where(first.notna(), "–").to_dict("records")
    plain_table(
        [{str(name).capitalize(): _number(value) for name, value in row.items()} for row in rows], "What changed"
    )
    body = with_status(every, str(data.status), "changes").to_csv(index=False).encode("utf-8-sig")
    st.download_button("All differences", body, "changes.csv", "text/csv", key="changes.all")


def _others(store: Store, beside: Store) -> dict[str, pd.DataFrame]:
    """The tables of a store that are not the very same in the other: only they can have changed."""
    shared = {name for name in store.names if beside.has(name) and store.table(name) is beside.table(name)}
    return {name: store.table(name) for name in store.names if name not in shared}


def _number(value: object) -> object:
    return f"{value:,.0f}" if isinstance(value, float) else value
