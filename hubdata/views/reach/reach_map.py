"""The maps of reach: areas shaded by rate, or the schools of one area as dots."""

import numpy as np
import pandas as pd

from hubdata.answers.groups import leads_of
from hubdata.answers.recent import recent
from hubdata.maps import areas, marks
from hubdata.maps.classes import percent_classes
from hubdata.maps.layers import Layer, Map
from hubdata.maps.legend import Legend
from hubdata.maps.seen import apart, view_of
from hubdata.measures.asked import Networks
from hubdata.palette import INK, SEA
from hubdata.places import Bounds, degrees
from hubdata.provenance import Status
from hubdata.store import Store
from hubdata.views.areas import bounds, geometries, label_points, region_names
from hubdata.views.choices import ENGLAND, ReachChoices
from hubdata.views.words import capital
from hubdata.vocabulary import KIND_WORDS, say_share

WIDTH, HEIGHT = 620, 430
CLASSES = {
    "within": percent_classes(0, 20, 40, 60, 80),
    "member": percent_classes(0, 20, 40, 60, 80),
    "supported": percent_classes(0, 10, 20, 30, 40),
    "lead": percent_classes(0, 2, 4, 6, 8),
}
NAMES = {"la": "la_name", "district": "district_name", "hub_area": "hub_name", "region": "region"}


def shaded_map(store: Store, choices: ReachChoices, table: pd.DataFrame, *, width: int = WIDTH) -> Map:
    """Areas shaded by the share reached, lead schools above them, names for orientation where there is room."""
    classes = CLASSES[choices.definition]
    national = choices.place == ENGLAND
    shapes = geometries(store, choices.level)
    if not national:
        shapes = {code: shape for code, shape in shapes.items() if code in set(table[choices.level])}
    layers = [
        *([] if national else [areas.land(geometries(store, "region"))]),
        areas.shaded(shapes, _values(table, choices), classes),
        areas.land(geometries(store, "region"), name="regions", quiet=True),
        leads(store, choices, small=True),
        *([areas.labels(_names(store, choices))] if width >= WIDTH else []),
    ]
    return finished(store, layers, bounds(store, choices.place), width)


def finished(store: Store, layers: list[Layer], seen: Bounds, width: int) -> Map:
    """The map of the layers over the bounds, marked where the data are made up."""
    mark = [areas.watermark(seen)] if store.status == Status.ILLUSTRATIVE else []
    return Map((*layers, *mark), view_of(seen, width=width, height=HEIGHT))


def _values(table: pd.DataFrame, choices: ReachChoices) -> pd.DataFrame:
    names = table[NAMES[choices.level]].astype("str")
    said = [
        f"{name}: {say_share(reached, schools)}"
        for name, reached, schools in zip(names, table["reached"], table["schools"], strict=True)
    ]
    # A rate of fewer than ten schools is not shaded: the words on hover give its parts.
    value = table["rate"].where(table["mark"] != "u")
    return pd.DataFrame({"code": table[choices.level].astype("str"), "value": value, "say": said})


def _names(store: Store, choices: ReachChoices) -> pd.DataFrame:
    if choices.place == ENGLAND:
        return region_names()
    points = label_points(store, "la")
    table = store.authorities()
    inside = table.loc[table[choices.place.level] == choices.place.code]
    named = points.merge(inside[["la", "la_name"]], left_on="code", right_on="la").rename(columns={"la_name": "name"})
    return apart(named, bounds(store, choices.place), width=WIDTH, height=HEIGHT)


def leads(store: Store, choices: ReachChoices, *, small: bool) -> Layer:
    """The lead schools that the choices measure from; ``small`` where many are in view."""
    points, says = recent(store, "lead points", choices.networks, lambda: _lead_points(store, choices.networks))
    return marks.leads(points, says, small=small)


def _lead_points(store: Store, networks: Networks) -> tuple[np.ndarray, list[str]]:
    """Where the located leads of a kind stand, and what each says; worked out once, because projecting is slow."""
    found = leads_of(store, networks).dropna(subset=["easting", "northing"])
    says = [f"{name}, {network}" for name, network in zip(found["name"], found["network_name"], strict=True)]
    return degrees(found["easting"], found["northing"]), says


def legend(choices: ReachChoices, table: pd.DataFrame) -> Legend:
    """The legend of the shaded map, from the classes that shade it."""
    classes = CLASSES[choices.definition]
    index = classes.of(table["rate"].where(table["mark"] != "u"))
    return Legend("Share of schools reached", tuple(classes.legend(index)), (lead_mark(choices),))


def lead_mark(choices: ReachChoices) -> tuple[str, str, str]:
    """The legend entry of the lead schools."""
    return (SEA, INK, capital(KIND_WORDS[choices.kind][1]))
