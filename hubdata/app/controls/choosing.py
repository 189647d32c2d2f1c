"""Which of several: what the data can answer first, what they cannot in groups of its own."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from hubdata.app import board
from hubdata.app.address import choose
from hubdata.app.cache import store
from hubdata.views.picture import Picture, holes
from hubdata.views.pictures import names


def picture(name: str, pictures: Mapping[str, Picture], choices: Any) -> str:
    """Which picture beside the first? Those that the data can answer, then the others in groups of their own."""
    missing = holes(store(), name, pictures, choices)
    return among(name, names(pictures), missing, "Look closer", st.selectbox, width=230)


def among(
    name: str,
    labels: Mapping[str, str],
    missing: Mapping[str, Sequence[str]],
    label: str,
    few: Callable[..., Any] = st.segmented_control,
    **look: object,
) -> str:
    """One of ``labels``, of which the data cannot answer those ``missing``, by group; a board is never shown those."""
    gaps = {code for several in missing.values() for code in several}
    first = next((code for code in labels if code not in gaps), next(iter(labels)))
    if board.number() and gaps != set(labels):
        labels, missing = {code: labels[code] for code in labels if code not in gaps}, {}
    drawn = partial(few, label, required=True) if few is st.segmented_control and not missing else None
    return choose(name, labels, first, drawn or partial(st.selectbox, label), apart=missing, **look)
