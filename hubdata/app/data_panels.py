"""What the Data page shows below its table: the report of what was read, templates, sources, definitions and words."""

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from hubdata.app import panels, uploads
from hubdata.app.address import choose
from hubdata.app.cache import OWN, came_with, store
from hubdata.app.text import plain
from hubdata.app.verdicts import report
from hubdata.building.changes import changes
from hubdata.catalogue import DATASETS
from hubdata.exports.csv import with_status
from hubdata.sources.own_templates import TEMPLATES
from hubdata.sources.templates import Template, as_csv, data_dictionary
from hubdata.store import Store
from hubdata.views import about, data
from hubdata.views.view import View
from hubdata.views.words import DEFINITIONS, capital
from hubdata.vocabulary import DIMENSIONS, MEASURES

SHOWN = 200


def every_table(loaded: View) -> None:
    """The table of all tables, open from the start: on this page the table is the picture."""
    old = data.grown_old(store(), date.today())
    if old:
        st.warning(plain(old))
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


def texts(rows: Sequence[Mapping[str, object]], words: str) -> None:
    """Rows as a plain table: every cell shows exactly its characters. ``words`` say what it is to who cannot see it."""
    st.table([{name: plain(value) for name, value in row.items()} for row in rows], hide_index=True, alt=words)


def _templates() -> None:
    st.markdown(
        "What nobody publishes you can bring yourself. Each template is a CSV with its header and one made-up row to "
        "replace; save it from a spreadsheet and put it in the box above."
    )
    for template in TEMPLATES:
        with st.container(horizontal=True, vertical_alignment="center"):
            name = f"{template.stem}.csv"
            st.download_button(name, as_csv(template), name, "text/csv", key=f"template.{template.stem}", width=220)
            st.markdown(plain(f"{template.title}: {_lacking(template)}"), width="stretch")
    titles = {template.stem: template.title for template in TEMPLATES}
    chosen = choose("template", titles, TEMPLATES[0].stem, partial(st.selectbox, "Columns of"), width=360)
    _dictionary(next(template for template in TEMPLATES if template.stem == chosen))


def _lacking(template: Template) -> str:
    if store().has(template.table.name):
        return f"{len(store().table(template.table.name)):,} rows are loaded; yours are added"
    return DATASETS[template.table.name].absent


def _dictionary(template: Template) -> None:
    rows = [
        {
            "Column": entry["column"],
            "Must be filled": entry["required"],
            "Holds": entry["kind"],
            "Meaning": "One of the words beside" if entry["allowed"] else entry["meaning"],
            "One of": entry["allowed"],
            "Example": example,
        }
        for entry, example in zip(data_dictionary(template), template.example, strict=True)
    ]
    texts(rows, f"The columns of {template.title}")


def _sources() -> None:
    for dataset, credit in data.in_full(store()):
        st.markdown(f"**{plain(dataset)}**")
        st.caption("  \n".join(f"{plain(label)}: {plain(text)}" for label, text in credit))


def _changes() -> None:
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
    texts([{str(name).capitalize(): _number(value) for name, value in row.items()} for row in rows], "What changed")
    body = with_status(found, str(now.status), "changes").to_csv(index=False).encode("utf-8-sig")
    st.download_button("All differences", body, "changes.csv", "text/csv", key="changes.all")


def _others(store: Store, beside: Store) -> dict[str, pd.DataFrame]:
    """The tables of a store that are not the very same in the other: only they can have changed."""
    shared = {name for name in store.names if beside.has(name) and store.table(name) is beside.table(name)}
    return {name: store.table(name) for name in store.names if name not in shared}


def _number(value: object) -> object:
    return f"{value:,.0f}" if isinstance(value, float) else value


def _definitions() -> None:
    texts(
        [
            *({"Word": m.label, "Meaning": f"{m.definition}.", "Unit": m.unit} for m in MEASURES.values()),
            *(_word(f"Reached: {name}", f"{said.format(km=10)}.") for name, said in DEFINITIONS.items()),
            *(_word(d.label, f"{'; '.join(d.order)}.") for d in DIMENSIONS.values() if d.order),
            *(_word(name, meaning) for name, meaning in about.STATUSES),
        ],
        "Definitions",
    )


def _word(name: str, meaning: str) -> dict[str, str]:
    return {"Word": name, "Meaning": capital(meaning), "Unit": "–"}


def _unpublished() -> None:
    texts([{"What": what, "What is known": known} for what, known in about.UNPUBLISHED], "What nobody publishes")


def _about() -> None:
    for heading, words in about.ABOUT:
        st.markdown(f"**{plain(heading)}**  \n{plain(words)}")
    who = os.environ.get("HUBDATA_CONTACT") or about.NOBODY
    st.markdown(plain(about.CONTACT.format(who=who)))


PARTS: dict[str, tuple[str, Callable[[], None]]] = {
    "templates": ("Templates", _templates),
    "sources": ("Sources in full", _sources),
    "changes": ("What changed", _changes),
    "definitions": ("Definitions", _definitions),
    "unpublished": ("What nobody publishes", _unpublished),
    "about": ("About and contact", _about),
}
