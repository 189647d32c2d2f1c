"""The board view: one picture a screen, large enough to be read from the back of a room. ``?board=1`` opens it."""

from pathlib import Path

import streamlit as st

from hubdata.app import address
from hubdata.app.site import PAGES, PageSpec

STYLES = Path(__file__).with_name("board.css")
WORD, DRAWN, MOST = "board", "board.drawn", "board.most"
HEIGHT = 550  # pixels of the picture: with the finding above and the source below it fills 1920 by 1080


def number() -> int:
    """Which picture of the page is on the screen, from 1; 0 where the page is not shown to a board."""
    asked = st.query_params.get(WORD, "")
    wanted = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 1 else 0
    return min(wanted, st.session_state.get(MOST, wanted))


def begin(page: PageSpec) -> None:
    """Begin a run of a page: no picture has been drawn yet, and for a board everything is larger."""
    st.session_state[DRAWN], st.session_state[MOST] = 0, page.pictures
    if number():
        st.html(STYLES)


def turn() -> bool:
    """Whether the picture that the page draws now is the one on the screen."""
    st.session_state[DRAWN] += 1
    return st.session_state[DRAWN] == number()


def way_in() -> None:
    """The button that shows the page to a board."""
    st.button("Board view", on_click=_show, args=(1,), key="board.enter")


def way_on(page: PageSpec) -> None:
    """The other pictures of the page, the next page, and the way back to the whole of this one."""
    for picture in range(1, page.pictures + 1):
        look = "primary" if picture == number() else "secondary"
        st.button(f"Picture {picture}", on_click=_show, args=(picture,), key=f"board.{picture}", type=look)
    shown = [each for each in PAGES if each.placed]
    following = shown[(shown.index(page) + 1) % len(shown)]
    st.page_link(
        st.Page(following.path, title=following.title, url_path=following.stem),
        label=f"Next: {following.title}",
        query_params=address.along(**{WORD: "1"}),
    )
    st.button("Leave", on_click=_show, args=(0,), key="board.leave")


def _show(picture: int) -> None:
    if picture:
        st.query_params[WORD] = str(picture)
    else:
        st.query_params.pop(WORD, None)
