"""The line above every page: which England this is, what the page rests on, the switch to the other, ways elsewhere."""

from functools import partial
from typing import Any

import streamlit as st

from hubdata.app import address, board, cache
from hubdata.app.search import close_if_chosen, find_school
from hubdata.app.site import DATA, PageSpec
from hubdata.app.text import plain
from hubdata.provenance import STATUS_WORDS, Source, Status
from hubdata.store import Store
from hubdata.views.areas import unmatched
from hubdata.views.view import View
from hubdata.views.words import resting_on

NAMES = {cache.REAL: "Real England", cache.MADE_UP: "Made-up England"}
WORDS = {
    Status.ILLUSTRATIVE: STATUS_WORDS[Status.ILLUSTRATIVE],
    Status.UNPUBLISHED: "**Real England, with files that nobody publishes: published data, our own analysis**",
}
REAL_WORDS = "**Real England: published data, our own analysis**"
SLOT, SOURCES = "banner.slot", "banner.sources"
SHOWN = 2  # sources named in the line; all of them stand under each picture


def banner(page: PageSpec) -> None:
    """Draw it. Raises what opening a store raises."""
    with st.container(horizontal=True, vertical_alignment="center"):
        slot = st.container(key="banner")
        _switch()
        data = cache.store()
        st.session_state[SLOT], st.session_state[SOURCES] = slot.empty(), ()
        _say(data)
        if board.number():
            board.way_on(page)
        else:
            _ways(page)
    if cache.replaced():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.warning(
                "Newer data are here. This visit stays with the data it began with; the next one opens the new.",
                width="stretch",
            )
            st.button("Open the new data", on_click=cache.renew, key="banner.renew")
    if data.has("outlines") and unmatched(data):
        st.warning(plain(unmatched(data)))


def credit(view: View) -> None:
    """Name in the banner what a picture of this page rests on."""
    st.session_state[SOURCES] = (*st.session_state[SOURCES], *view.proof.sources)
    if view.status is not Status.ILLUSTRATIVE and not board.number():
        _say(cache.store())


def _say(data: Store) -> None:
    sources: tuple[Source, ...] = st.session_state[SOURCES]
    resting = f" · {plain(resting_on(sources, SHOWN))}" if sources else ""
    made_up = data.status is Status.ILLUSTRATIVE
    (st.session_state[SLOT].warning if made_up else st.session_state[SLOT].info)(
        f"{WORDS.get(data.status, REAL_WORDS)}{resting}"
    )


def _switch() -> None:
    """Real or made-up, for this reader alone; official files of their own put the made-up England away."""
    own = st.session_state.get(cache.OWN)
    if own and own.status is not Status.ILLUSTRATIVE and cache.seen() == cache.MADE_UP:
        st.session_state[cache.SEEN] = cache.REAL
        address.go_to(data=cache.REAL)
    drawn = partial(st.segmented_control, "Which England", required=True, label_visibility="collapsed")
    cache.see(address.choose(address.DATA, NAMES, cache.default(), _undrawn if board.number() else drawn))


def _undrawn(key: str, value: str = "", **_look: Any) -> str:
    """A board sees what its presenter chose, without the control."""
    return st.session_state.get(key, value)


def _ways(page: PageSpec) -> None:
    if page.pictures:
        board.way_in()
    if page is not DATA:
        data = st.Page(DATA.path, title=DATA.title, url_path=DATA.stem)
        st.page_link(data, label="Bring your own files", query_params=address.along())
    close_if_chosen()
    find_school(page)
