"""The templates on the Data page: each as a file to fill in, with what its columns mean."""

from functools import partial

import streamlit as st

from hubdata.app.address import choose
from hubdata.app.cache import store
from hubdata.app.plain_table import plain_table
from hubdata.app.text import plain
from hubdata.catalogue import DATASETS
from hubdata.sources.own.own_templates import TEMPLATES
from hubdata.sources.own.templates import Template, as_csv, data_dictionary


def templates() -> None:
    """Every template to download, and the columns of one."""
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
    plain_table(rows, f"The columns of {template.title}")
