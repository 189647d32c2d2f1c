"""Find my school: name, town, URN or postcode, an authority or a hub, from any page, as the reader types."""

import streamlit as st

from hubdata.answers.find import find, places_named
from hubdata.app import address
from hubdata.app.cache import store
from hubdata.app.site import BY_STEM, PageSpec
from hubdata.app.text import plain
from hubdata.views.areas import all_places
from hubdata.views.reach.my_school import card

REACH = BY_STEM["reach"]
OPEN, CLOSE = "search.open", "search.close"
LEVELS = {"country": "all of it", "region": "region", "la": "local authority", "hub_area": "hub area"}


def find_school(page: PageSpec) -> None:
    """A search behind one button; what is chosen becomes the place of the page, and the search closes.

    A page that shows no area links to the Reach page of the school or place instead.
    """
    with st.popover("Find my school", key=OPEN, on_change="rerun"):
        _search(page)


@st.fragment
def _search(page: PageSpec) -> None:
    label = "Name, town, URN or postcode"
    text = st.text_input(label, key="search.text", type="search", live=True, placeholder="st marys, WA5, Cornwall")
    if not store().has("schools"):
        st.markdown("No register of schools is loaded, so none can be looked up.")
        return
    if not text:
        return
    found = find(store(), text)
    areas = places_named(((gss, place.name) for gss, place in all_places(store()).items()), text)
    if found.schools.empty and not areas:
        st.markdown("No open state-funded mainstream school or place matches. Try fewer letters of its name.")
    for gss in areas:
        place = all_places(store())[gss]
        _way(page, f"{plain(place.name)} · {LEVELS[place.level]}", f"search.{gss}", place=gss)
    for school in found.schools.fillna("").itertuples():
        where = " · ".join(plain(word) for word in dict.fromkeys((school.town, school.la_name, school.urn)) if word)
        _way(page, f"{plain(school.name)} · {where}", f"search.{school.urn}", place=school.la, urn=school.urn)
    if found.more:
        st.caption(f"and {found.more:,} more: type more of the name, or its town")


def _way(page: PageSpec, label: str, key: str, **codes: str) -> None:
    """A button to what was found, or a link where the page shows no area."""
    if not page.placed:
        reach = st.Page(REACH.path, title=REACH.title, url_path=REACH.stem)
        words = {"urn": codes["urn"]} if "urn" in codes else {"la": codes["place"]}
        st.page_link(reach, label=label, query_params=address.along(**words))
    elif st.button(label, key=key):
        st.session_state[address.PENDING] = {"urn": "", **codes}
        st.session_state[CLOSE] = True
        st.rerun()


def close_if_chosen() -> None:
    """Close the search after a choice; call before it is drawn."""
    if st.session_state.pop(CLOSE, False):
        st.session_state[OPEN] = False
        st.session_state["search.text"] = ""


def my_school(page: PageSpec) -> None:
    """The card of the school that was looked up, above the finding, until the reader closes it."""
    urn = address.remembered("urn") if page.placed else ""
    view = card(store(), urn) if urn else None
    if view is None:
        return
    with st.container(border=True, key="my-school", horizontal=True, vertical_alignment="top", gap="small"):
        with st.container(gap=None):
            st.markdown(f"**{plain(view.title)}.** {plain(view.finding)}")
            st.caption(plain(view.definition))
        st.button("Close", key="my-school.close", on_click=address.go_to, kwargs={"urn": ""}, type="tertiary")
