"""The questions of the pages about people."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import streamlit as st

from hubdata.app.address import choose
from hubdata.app.cache import store
from hubdata.app.controls.choosing import among
from hubdata.app.controls.schools import place
from hubdata.views.areas import all_places
from hubdata.views.choices import Place
from hubdata.views.people.choices import PeopleChoices, cohort_years, programmes, training_years
from hubdata.views.people.counted import METHODS
from hubdata.views.people.programme import EVERYBODY
from hubdata.views.people.recruitment import ROWS, first_rows
from hubdata.views.people.retention import uncounted

SPLITS = {"rural": "Rural and urban", "phase": "Primary and secondary", "route": "The two largest routes"}


def recruits() -> PeopleChoices:
    """The choices of the recruitment page: what the rows are, and an area for the pictures that have one."""
    here = place()
    rows = choose("rows", ROWS, first_rows(store()), partial(st.segmented_control, "Each row is", required=True))
    return PeopleChoices(here, rows)


def staying() -> PeopleChoices:
    """The choices of the retention page: an area, and which of the two readings."""
    here = place()
    method = among("method", METHODS, uncounted(store()), "Counted as", width=300)
    return PeopleChoices(here, method=method)


def climbing() -> PeopleChoices:
    """The choices of the pathway page: an area."""
    return PeopleChoices(place())


def closer(choices: PeopleChoices, picture: str) -> PeopleChoices:
    """The choices with what the picture beside the first asks for itself."""
    if picture == "compared":
        return replace(choices, against=_against(choices.place), cohort=_cohort({"": "All followed to year five"}))
    if picture == "funnel":
        return replace(choices, cohort=_cohort({"": "The newest to year five"}))
    if picture == "programme":
        programme, since = _programme(choices.place), _since()
        return replace(choices, programme=programme, since=since)
    return choices


def _programme(here: Place) -> str:
    """The reader's own programme, none before it is named: a network whose trainees are followed, or everybody."""
    names = {"": "Choose a programme", EVERYBODY: "Everyone in the area", **programmes(store())}
    first = here.code if here.level == "network" and here.code in names else ""
    return choose("programme", names, first, partial(st.selectbox, "Programme"), width=260)


def _since() -> int:
    years = {year: year for year in cohort_years(store())}
    if not years:
        return 0
    every = {"": "Choose", **years}
    return int(choose("since", every, "", partial(st.selectbox, "First cohort"), width=140) or 0)


def _against(here: Place) -> str:
    """What the reader sets against what: two groups of a place, or a place against the rest or another."""
    options, first = dict(SPLITS), "rural"
    if here.level != "country":
        options, first = {"england": "The rest of England"} | options, "england"
    for other in all_places(store()).values():
        if other.level in ("region", "la") and other.level == here.level and other != here:
            options[other.code] = other.name
    return choose("against", options, first, partial(st.selectbox, "Compare"), width=210)


def _cohort(unchosen: Mapping[str, str]) -> str:
    years = {**unchosen, **{year: year for year in training_years(store())}}
    return choose("cohort", years, "", partial(st.selectbox, "Began training in"), width=190)
