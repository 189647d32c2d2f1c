"""Which networks count: of what kind, offering what, and on which day."""

from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from hubdata.answers.groups import kind_of
from hubdata.answers.networks.kinds import ALLIANCES, HUBS, listed
from hubdata.answers.reach.history import days
from hubdata.answers.spread.yearly import has_history
from hubdata.app.address import choose
from hubdata.app.cache import store
from hubdata.measures.asked import Networks
from hubdata.provenance import say_date
from hubdata.schema import AREAS_OF_WORK
from hubdata.views.networks.listed import list_year
from hubdata.vocabulary import KIND_WORDS

ANY, NEWEST = "any", "newest"
YEARLY = {ALLIANCES: "Teaching schools", HUBS: "Hubs"}


def kind() -> str:
    """Whose lead schools? Teaching schools where the data have them, with the year of their list, and hubs beside."""
    return choose("kind", _kinds(), kind_of(store()), partial(st.selectbox, "Lead schools"), width=205)


def roles(of_kind: str) -> tuple[str, ...]:
    """The roles that networks of the kind offer, as far as the data say."""
    every = AREAS_OF_WORK if store().has("roles") else ()
    return store().kept(
        ("offered", of_kind),
        lambda: tuple(one for one in every if len(listed(store(), Networks(of_kind, one)))),
    )


def role(of_kind: str) -> str:
    """Offering which of the six roles? Not asked where the data have no roles of such networks; empty is any."""
    offered = roles(of_kind)
    if not offered:
        return ""
    labels = {ANY: "Any role", **{one: one for one in offered}}
    chosen = choose("role", labels, ANY, partial(st.selectbox, "Networks that offer"))
    return "" if chosen == ANY else chosen


def more(of_kind: str, *, days: bool = True) -> dict[str, Any]:
    """The role and the day, behind one button; no button where the data leave nothing to ask."""
    if not roles(of_kind) and not (days and _has_days(of_kind)):
        return {"role": "", "as_at": None}
    with st.popover("More"):
        return {"role": role(of_kind), "as_at": as_at(of_kind) if days else None}


def _has_days(of_kind: str) -> bool:
    return store().kept(("has days", of_kind), lambda: has_history(store(), Networks(of_kind)))


def as_at(of_kind: str) -> date | None:
    """Networks as on which 1 September? Not asked where the data know one day alone; none is their newest list."""
    if not _has_days(of_kind):
        return None
    known = [day.date() for day in days(store(), Networks(of_kind))]
    labels = {NEWEST: "Newest list", **{day.isoformat(): say_date(day) for day in reversed(known)}}
    chosen = choose("as_at", labels, NEWEST, partial(st.selectbox, "Networks as on"))
    return None if chosen == NEWEST else date.fromisoformat(chosen)


def _kinds() -> dict[str, str]:
    """The kinds that the data have; teaching schools and hubs by the year of their newest list."""
    present = store().table("networks")["kind"].unique()
    labels = {kind: words[1].capitalize() for kind, words in KIND_WORDS.items() if kind in present}
    years = {kind: list_year(store(), kind) for kind in YEARLY if kind in labels}
    return labels | {kind: f"{YEARLY[kind]} of {year}" for kind, year in years.items() if year}
