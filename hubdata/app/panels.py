"""A picture with everything that must go with it: heading, alternative text, source, table and downloads."""

from typing import Any

import streamlit as st

from hubdata.answers.lots import are_there
from hubdata.app import address, banner, board
from hubdata.app.cache import store
from hubdata.app.missing import explained
from hubdata.app.takeaway import gss, take_away
from hubdata.app.text import plain
from hubdata.figures.enlarged import enlarged
from hubdata.figures.template import marked_illustrative
from hubdata.maps.deck import deck
from hubdata.maps.layers import Map
from hubdata.maps.legend import to_svg
from hubdata.measures.asked import Reach
from hubdata.provenance import Status
from hubdata.views.reach.chance import DRAWING
from hubdata.views.view import View

__all__ = ["explained", "finding", "panel"]
MAP_HEIGHT = 430
LOOK_EVERY = 2  # seconds


def finding(slot: Any, view: View) -> None:
    """The sentence that opens the page, and the line that defines it. A board sees them with the first picture."""
    banner.credit(view)
    if board.number() > 1:
        return
    with slot:
        st.title(plain(view.finding), anchor=False)
        st.caption(plain(view.definition))
        if view.awaits and not board.number():
            _until_drawn(view.awaits)


@st.fragment(run_every=LOOK_EVERY)
def _until_drawn(awaited: Reach) -> None:
    """Say that more is to come, and draw the page again when it is there."""
    if are_there(store(), awaited):
        st.rerun()
    st.caption(plain(DRAWING))


def panel(view: View, *, height: int = MAP_HEIGHT, headline: bool = False, beside: bool = False) -> None:
    """Draw a view: its title, picture, legend, source, and its table and files on request.

    ``headline`` puts the finding above the picture instead of the title, with the definition under it.
    ``beside`` lays the legend over the empty sea of a wide map of England. A board sees one panel at a time.
    """
    banner.credit(view)
    if board.number():
        if board.turn():
            _projected(view)
        return
    st.header(plain(view.finding if headline else view.title), anchor=False)
    if headline:
        st.caption(plain(view.definition))
    with st.container(key=f"picture-{view.slug}", gap=None):
        _explained_picture(view, height, beside=beside)
    take_away(view)
    st.caption(plain(view.source_line))


def _projected(view: View) -> None:
    """One picture for a room: its finding (the first picture's is the page's), itself, and where it comes from."""
    if board.number() > 1:
        st.title(plain(view.finding), anchor=False)
        st.caption(plain(view.definition))
    else:
        st.header(plain(view.title), anchor=False)
    with st.container(key=f"board-picture-{view.slug}", gap=None):
        if isinstance(view.drawing, Map):
            words = f"Map. {view.finding}"
            st.pydeck_chart(
                deck(view.drawing.larger(board.HEIGHT / MAP_HEIGHT)),
                height=board.HEIGHT,
                alt=words,
                key=f"board.{view.slug}",
            )
        elif view.drawing is not None:
            figure = marked_illustrative(view.drawing) if view.status == Status.ILLUSTRATIVE else view.drawing
            st.plotly_chart(
                enlarged(figure, board.HEIGHT), theme=None, alt=view.finding, key=f"board.{view.slug}", config=PLAIN
            )
        _legend(view, "over" if view.legend and view.legend.areas else "under", scale=2)
    st.caption(plain(view.short_line))


PLAIN = {"displayModeBar": False}


def _explained_picture(view: View, height: int, *, beside: bool) -> None:
    """The picture with its legend where a reader sees both at once: on the sea, above a map, under a few marks."""
    areas = bool(view.legend and view.legend.areas)
    closer = isinstance(view.drawing, Map) and not view.drawing.seen.is_country
    if closer or (areas and not beside):
        _legend(view, "above")
        _picture(view, height)
    else:
        _picture(view, height)
        _legend(view, "over" if areas else "under")


def _picture(view: View, height: int) -> None:
    if isinstance(view.drawing, Map):
        _deck(view, height)
    elif view.drawing is not None:
        figure = marked_illustrative(view.drawing) if view.status == Status.ILLUSTRATIVE else view.drawing
        st.plotly_chart(figure, theme=None, alt=view.finding, key=f"chart.{view.slug}", config=PLAIN)


def _legend(view: View, place: str, scale: float = 1) -> None:
    if view.legend:
        with st.container(key=f"{place}-{view.slug}"):
            st.image(to_svg(view.legend, across=place != "over", scale=scale), alt=f"Legend: {view.legend.title}")


def _deck(view: View, height: int) -> None:
    """The map; where an area can be chosen, a click follows it, as the select box and the table do."""
    words = f"Map. {view.finding} The table has the same numbers."
    if not view.picks:
        st.pydeck_chart(deck(view.drawing), height=height, alt=words, key=f"deck.{view.slug}")
        return
    chosen = st.pydeck_chart(deck(view.drawing), height=height, alt=words, key=f"deck.{view.slug}", on_select="rerun")
    areas = chosen["selection"]["objects"].get("areas", [])
    if areas:
        address.go_to_and_rerun(place=gss(areas[0]["properties"]["code"]))
