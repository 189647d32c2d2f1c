"""What surrounds every page: the menu, the banner, and the places of what follows."""

from itertools import groupby
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import StreamlitPage

from hubdata.app import address, board, receiving
from hubdata.app.banner import banner
from hubdata.app.cache import UNREADABLE
from hubdata.app.search import my_school
from hubdata.app.site import BY_STEM, DATA, ICON, NAME, PAGES, PageSpec
from hubdata.app.text import plain

FRAMED = "frame.menu_drawn"
STYLES = Path(__file__).with_name("page.css")
WORDMARK = Path(__file__).with_name("wordmark.svg")


def navigation() -> StreamlitPage:
    """Draw the menu and return the page the address asks for."""
    # Our own icon, set before the menu: a page without one makes the browser ask a stranger's server for it.
    st.set_page_config(page_title=NAME, page_icon=str(ICON), layout="wide")
    st.session_state[FRAMED] = True
    st.logo(str(WORDMARK), size="large")
    sections = {
        name: [st.Page(page.path, title=page.title, url_path=_path(page), default=page is PAGES[0]) for page in pages]
        for name, pages in groupby(PAGES, key=lambda page: page.section)
    }
    # The first page lives at the bare address; this makes its own name an address too, so that a typed link works.
    sections[PAGES[0].section].append(
        st.Page(PAGES[0].path, title=PAGES[0].title, url_path=PAGES[0].stem, visibility="hidden")
    )
    return st.navigation(sections, position="hidden" if board.number() else "top")


def _path(page: PageSpec) -> str:
    """The page's name in the address; the first page keeps its own free, because Streamlit serves it at the root."""
    return "home" if page is PAGES[0] else page.stem


def open_page(script: str) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Begin a page, ``open_page(__file__)``: menu, banner, search; then a place for the finding and one for controls.

    A server that has just started sends the first visitor of ``/reach`` straight to ``pages/reach.py``, past
    ``dashboard.py``, because a ``pages`` folder sits beside it. The menu is then ours to make known, and the page
    begins again as part of it: else every widget would have another identity on the next run, and the visitor's first
    choice would be lost.
    """
    page = BY_STEM[Path(script).stem]
    if FRAMED not in st.session_state:
        navigation()
        st.rerun()
    st.set_page_config(page_title=f"{page.title} · {NAME}", page_icon=str(ICON), layout="wide")
    st.html(STYLES)
    board.begin(page)
    address.arrive(page.stem)
    receiving.expect(page is DATA)
    _banner(page)
    if not board.number():
        my_school(page)
    top = st.container()
    bar = st.expander("Choices") if board.number() else st.container()
    return top, bar.container(horizontal=True, vertical_alignment="bottom")


def _banner(page: PageSpec) -> None:
    """The banner; where its data cannot be opened the page ends with one sentence."""
    try:
        banner(page)
    except UNREADABLE as error:
        st.error(
            plain(f"The data that HUBDATA names cannot be opened: {error}. Build the snapshot again, or unset it.")
        )
        st.stop()
