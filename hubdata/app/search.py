"""Find my school: name, URN or postcode, from any page, opens that school's place."""

import streamlit as st

from hubdata.answers.find import find
from hubdata.app import address
from hubdata.app.cache import store
from hubdata.app.text import plain


def find_school(page: str) -> None:
    """A search behind one button; choosing a school sets ``?urn=`` and its authority, and the page follows."""
    with st.popover("Find my school"):
        text = st.text_input("Name, URN or postcode", key="search.text")
        found = find(store(), text)
        if text and found.empty:
            st.markdown("No open state-funded mainstream school matches. Try fewer letters of its name.")
        for school in found.itertuples():
            label = f"{plain(school.name)} · {plain(school.la_name)} · {school.urn}"
            st.button(label, key=f"search.{school.urn}", on_click=_choose, args=(school.urn, school.la, page))


def _choose(urn: str, la: str, page: str) -> None:  # noqa: ARG001 (the page shows the place it is on)
    address.go_to(place=la, urn=urn)
