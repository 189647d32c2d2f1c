"""The questions every page may ask the reader, each with a default that already answers."""

from functools import partial

import streamlit as st

from hubdata.answers.find import authority_of
from hubdata.answers.groups import kind_of
from hubdata.answers.reach.share import DEFINITIONS
from hubdata.app.address import asked, choose, choose_many, follow_school, forget, remembered
from hubdata.app.cache import store
from hubdata.app.controls import networks as network_controls
from hubdata.app.controls.choosing import among
from hubdata.schema import LOCALITIES, PHASES
from hubdata.views.areas import all_places, network_place
from hubdata.views.choices import ENGLAND, EVERY, RADII, Place, ReachChoices
from hubdata.views.networks.listed import dated
from hubdata.views.overview import UNITS, uncounted
from hubdata.views.picture import holes
from hubdata.views.pictures import REACH as REACH_PICTURES
from hubdata.views.pictures import names, undefined

DEFINED = {
    "within": "Near a lead school",
    "lead": "Is a lead school",
    "member": "In a network",
    "supported": "Was supported",
}
REACH = (
    "place",
    "definition",
    "km",
    "phase",
    "rural",
    "kind",
    "role",
    "as_at",
    "level",
    "urn",
    "picture",
    "group",
    "travel",
    "detour",
    "speed",
)
DETOURS = {f"{tenths / 10:g}": f"{tenths / 10:.1f}" for tenths in range(10, 21)}
SPEEDS = {str(speed): f"{speed} km/h" for speed in range(10, 101, 5)}
LEVELS = {"la": "Local authorities", "district": "Districts", "hub_area": "Hub areas", "region": "Regions"}


def place() -> Place:
    """Which area? Kept from page to page.

    ``?la=E06000052``, ``?region=E12000009`` or ``?hub_area=NW2`` opens on it, ``?network=`` on a network's members.
    ``?urn=`` alone opens on the authority of that school.
    """
    places = all_places(store()) | network_place(store(), asked("network"))
    follow_school(authority_of(store(), remembered("urn")))
    names = {gss: place.name for gss, place in places.items()}
    words = {gss: place.level for gss, place in places.items()}
    return places[choose("place", names, ENGLAND.gss, partial(st.selectbox, "Area"), words, width=200)]


def reach() -> ReachChoices:
    """Every choice of the Reach page, in one row."""
    here = place()
    kind = network_controls.kind()
    definition, km = _reached()
    phase = choose("phase", _with_all("All phases", PHASES), EVERY, partial(st.selectbox, "Phase"), width=128)
    rural = choose(
        "rural", _with_all("Rural and urban", LOCALITIES[:2]), EVERY, partial(st.selectbox, "Place"), width=160
    )
    with st.popover("More"):
        networks = {"kind": kind, "role": network_controls.role(kind), "as_at": network_controls.as_at(kind)}
        level = choose("level", _levels(), "la", partial(st.selectbox, "Shade the map by"))
        shown = _shown(ReachChoices(definition, km, **networks))
        group = choose_many("group", _authorities(), partial(st.multiselect, "Compare with authorities of your own"))
        minutes = _minutes()
    st.button("Reset", on_click=forget, args=REACH)
    made = ReachChoices(
        definition, km, phase=phase, rural=rural, level=level, place=here, urn=remembered("urn"), picture=shown,
        group=group, minutes=minutes, **networks,
    )  # fmt: skip
    return dated(store(), made)


def _authorities() -> dict[str, str]:
    return {gss: place.name for gss, place in all_places(store()).items() if place.level == "la"}


def _minutes() -> tuple[float, float] | None:
    """The radius read as travel time, by two figures that the reader sets; none unless asked for."""
    if (
        choose("travel", {"off": "Kilometres alone", "on": "As minutes too"}, "off", partial(st.selectbox, "Distances"))
        == "off"
    ):
        return None
    longer = "Roads are so many times as long as the straight line"
    detour = choose("detour", DETOURS, "1.3", partial(st.select_slider, longer))
    return float(detour), float(choose("speed", SPEEDS, "40", partial(st.select_slider, "Speed")))


def _with_all(every: str, codes: tuple[str, ...]) -> dict[str, str]:
    return {EVERY: every, **{code: code for code in codes}}


def _defined() -> dict[str, str]:
    return {code: DEFINED[code] for code in DEFINITIONS}


def _levels() -> dict[str, str]:
    return {code: name for code, name in LEVELS.items() if code != "hub_area" or store().has("network_areas")}


def first_look() -> ReachChoices:
    """The Overview's choices: an area; everything else as the Reach page begins."""
    return dated(store(), ReachChoices(kind=kind_of(store()), place=place(), urn=remembered("urn")))


def unit() -> str:
    """What is counted over time? The famous 800 counts schools, not alliances."""
    return among("unit", UNITS, uncounted(store()), "Growth, below, counts", width=370)


def gap() -> ReachChoices:
    """The choices of the rural page: where, and what reached means."""
    here = place()
    kind = network_controls.kind()
    definition, km = _reached()
    return dated(store(), ReachChoices(definition, km, place=here, kind=kind, **network_controls.more(kind)))


def spread() -> ReachChoices:
    """The choices of the equity page: which networks, and how near is near."""
    here = place()
    kind = network_controls.kind()
    km = _radius()
    role = network_controls.more(kind, days=False)["role"]
    return dated(store(), ReachChoices(km=km, kind=kind, place=here, role=role))


def _shown(choices: ReachChoices) -> str:
    """Which picture stands first on the Reach page?"""
    return among(
        "picture", names(REACH_PICTURES), holes(store(), "picture", REACH_PICTURES, choices), "Show", st.selectbox
    )


def _reached() -> tuple[str, float]:
    definition = among("definition", _defined(), undefined(store()), "Reached means", st.selectbox, width=180)
    return definition, _radius() if definition == "within" else 10.0


def _radius() -> float:
    labels = {f"{km:g}": f"{km:g}" for km in RADII}
    return float(choose("km", labels, "10", partial(st.segmented_control, "Within km", required=True)))
