"""The questions of the pages about people."""

from functools import partial

import streamlit as st

from hubdata.app.address import choose
from hubdata.app.cache import store
from hubdata.app.controls import place
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.people.counted import METHODS
from hubdata.views.people.recruitment import ROWS, first_rows


def recruits() -> PeopleChoices:
    """The choices of the recruitment page: what the rows are, and an area for the pictures that have one."""
    here = place()
    rows = choose("rows", ROWS, first_rows(store()), partial(st.segmented_control, "Each row is", required=True))
    return PeopleChoices(here, rows)


def staying() -> PeopleChoices:
    """The choices of the retention page: an area, and which of the two readings."""
    here = place()
    method = choose("method", METHODS, "official", partial(st.segmented_control, "Counted as", required=True))
    return PeopleChoices(here, method=method)


def climbing() -> PeopleChoices:
    """The choices of the pathway page: an area."""
    return PeopleChoices(place())
