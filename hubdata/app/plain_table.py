"""Rows as a table on the page in which every cell is text and nothing more."""

from collections.abc import Mapping, Sequence

import streamlit as st

from hubdata.app.text import plain


def plain_table(rows: Sequence[Mapping[str, object]], words: str) -> None:
    """Every cell shows exactly its characters. ``words`` say what the table is to who cannot see it."""
    st.table([{name: plain(value) for name, value in row.items()} for row in rows], hide_index=True, alt=words)
