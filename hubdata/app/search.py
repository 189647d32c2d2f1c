"""Find my school: name, URN or postcode, from any page, opens that school's place."""

import streamlit as st

from hubdata.answers.find import find
from hubdata.app import address
from hubdata.app.cache import store
from hubdata.app.site import BY_STEM, PageSpec
from hubdata.app.text import plain

REACH = BY_STEM["reach"]


def find_school(page: PageSpec) -> None:
    """A search behind one button; choosing a school sets ``?urn=`` and its authority, and the page follows.

    A page that shows no area links to the Reach page of the school instead.
    """
    with st.popover("Find my school"):
        text = st.text_input("Name, URN or postcode", key="search.text")
        found = find(store(), text)
        if text and found.empty:
            st.markdown("No open state-funded mainstream school matches. Try fewer letters of its name.")
        for school in found.itertuples():
            label = f"{plain(school.name)} · {plain(school.la_name)} · {school.urn}"
            if page.placed:
                st.button(label, key=f"search.{school.urn}", on_click=_choose, args=(school.urn, school.la))
            else:
                reach = st.Page(REACH.path, title=REACH.title, url_path=REACH.stem)
                st.page_link(reach, label=label, query_params={"urn": school.urn})


def _choose(urn: str, la: str) -> None:
    address.go_to(place=la, urn=urn)
