"""Where the data cannot answer: one sentence instead of a picture, what it would show, and two ways on."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from hubdata.answers.question import Unanswerable
from hubdata.app import address, board, cache
from hubdata.app.site import BY_STEM, DATA
from hubdata.app.text import plain
from hubdata.provenance import Unpublished
from hubdata.sources.own.own_templates import TEMPLATES
from hubdata.views.picture import Missing
from hubdata.views.words import capital


@contextmanager
def explained(top: DeltaGenerator | None = None) -> Iterator[None]:
    """Where the data loaded cannot answer: one sentence instead of a picture, what it would show, and two ways on.

    ``top`` is the place of the page's finding: then the sentence is the page's.
    """
    try:
        yield
    except (Unpublished, Unanswerable, Missing) as absent:
        if top:
            _said_instead(absent, top)
        elif not board.number():
            _said_instead(absent)
        elif board.turn():
            with st.container(key="board-picture-none"):
                _said_instead(absent, st)


def _said_instead(absent: Exception, top: Any = None) -> None:
    sentence = f"{capital(str(absent))}."
    if isinstance(absent, Missing) and absent.shows:
        sentence = f"{sentence} {absent.name} would show {absent.shows}."
    (top.title(plain(sentence), anchor=False) if top else st.info(plain(sentence)))
    if isinstance(absent, (Missing, Unpublished)):
        with st.container(horizontal=True):
            _ways_on(absent.table)


def _ways_on(table: str) -> None:
    """See the same on the made-up England, where it is full, or bring the file: its template is on the Data page."""
    here = BY_STEM[st.session_state["address.page"]]
    if cache.seen() != cache.MADE_UP:
        same = dict(st.query_params) | {address.DATA: cache.MADE_UP}
        page = st.Page(here.path, title=here.title, url_path=here.stem)
        st.page_link(page, label="See it on the made-up England", query_params=same)
    stem = next((template.stem for template in TEMPLATES if template.table.name == table), "")
    part = {"part": "templates", "template": stem} if stem else {"part": "templates"}
    data = st.Page(DATA.path, title=DATA.title, url_path=DATA.stem)
    st.page_link(data, label="Get the template, or bring your file: Data", query_params=address.along(**part))
