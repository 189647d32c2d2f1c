"""The maps of reach: areas shaded by rate, or the schools of one area as dots."""

from typing import Any

import numpy as np
import pandas as pd
import pydeck as pdk
import shapely

from hubdata.answers.groups import leads_of, schools_of
from hubdata.maps import areas, marks
from hubdata.maps.classes import percent_classes
from hubdata.maps.deck import apart, deck, view_of
from hubdata.maps.legend import Legend
from hubdata.palette import INK, NOT_REACHED, REACHED, SEA
from hubdata.places import Bounds, degrees, to_geojson
from hubdata.provenance import Status
from hubdata.store import Store
from hubdata.views.areas import all_places, bounds, geometries, in_view, label_points, outlines, region_names
from hubdata.views.choices import ENGLAND, Place, ReachChoices
from hubdata.vocabulary import say_share

WIDTH, HEIGHT = 620, 430
CLASSES = {
    "within": percent_classes(0, 20, 40, 60, 80),
    "member": percent_classes(0, 20, 40, 60, 80),
    "supported": percent_classes(0, 10, 20, 30, 40),
    "lead": percent_classes(0, 2, 4, 6, 8),
}
NAMES = {"la": "la_name", "district": "district_name", "hub_area": "hub_name", "region": "region"}


def shaded_map(store: Store, choices: ReachChoices, table: pd.DataFrame, *, width: int = WIDTH) -> pdk.Deck:
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
        _leads(store, choices, small=True),
        *([areas.labels(_names(store, choices))] if width >= WIDTH else []),
    ]
    return finished(store, layers, bounds(store, choices.place), width)


def finished(store: Store, layers: list[pdk.Layer], seen: Bounds, width: int) -> pdk.Deck:
    """The deck of the layers over the bounds, marked where the data are made up."""
    mark = [areas.watermark(seen)] if store.status == Status.ILLUSTRATIVE else []
    return deck([*layers, *mark], view_of(seen, width=width, height=HEIGHT))


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
    table = store.table("districts").drop_duplicates("la")
    inside = table.loc[table[choices.place.level].astype("str") == choices.place.code].astype({"la": "str"})
    named = points.merge(inside[["la", "la_name"]], left_on="code", right_on="la").rename(columns={"la_name": "name"})
    return apart(named, bounds(store, choices.place), width=WIDTH, height=HEIGHT)


def _leads(store: Store, choices: ReachChoices, *, small: bool) -> pdk.Layer:
    points, says = store.kept(("lead points", choices.kind), lambda: _lead_points(store, choices.kind))
    return marks.leads(points, says, small=small)


def _lead_points(store: Store, kind: str) -> tuple[np.ndarray, list[str]]:
    """Where the located leads of a kind stand, and what each says; worked out once, because projecting is slow."""
    found = leads_of(store, kind, None).dropna(subset=["easting", "northing"])
    says = [f"{name}, {network}" for name, network in zip(found["name"], found["network_name"], strict=True)]
    return degrees(found["easting"], found["northing"]), says


def legend(choices: ReachChoices, table: pd.DataFrame) -> Legend:
    """The legend of the shaded map, from the classes that shade it."""
    classes = CLASSES[choices.definition]
    index = classes.of(table["rate"].where(table["mark"] != "u"))
    return Legend("Share of schools reached", tuple(classes.legend(index)), (_lead_mark(choices),))


def _lead_mark(choices: ReachChoices) -> tuple[str, str, str]:
    return (SEA, INK, choices.lead[1].capitalize())


def schools_map(store: Store, choices: ReachChoices, table: pd.DataFrame) -> pdk.Deck:
    """One authority: its schools as dots, reached or not, and the lead schools in and around it."""
    located = schools_of(store).set_index("urn")[["easting", "northing"]]
    shown = table.join(located, on="urn").dropna(subset=["easting", "northing", "reached"])
    points = degrees(shown["easting"], shown["northing"])
    seen = bounds(store, choices.place)
    layers = [
        areas.land(in_view(store, "district", seen)),
        areas.land({"here": _whole(store, choices.place)}, name="here", quiet=True),
        marks.schools(points, shown["reached"], _said(shown)),
        _leads(store, choices, small=False),
        areas.labels(_neighbours(store, choices)),
        *_chosen(shown, points, choices),
    ]
    return finished(store, layers, seen, WIDTH)


def _whole(store: Store, place: Place) -> dict[str, Any]:
    """A place as its districts joined: the finer shapes, for a map that is drawn large."""
    if place.level == "hub_area":
        return geometries(store, "hub_area")[place.code]
    districts = store.table("districts")
    mine = districts.loc[districts["la"].astype("str") == place.code, "district"].astype("str")
    shapes = outlines(store, "district")
    parts = [shapes[code] for code in mine if code in shapes]
    whole = shapely.union_all(parts) if parts else outlines(store, "la")[place.code]
    return store.kept(("whole", place.code), lambda: to_geojson(whole))


def _chosen(shown: pd.DataFrame, points: np.ndarray, choices: ReachChoices) -> list[pdk.Layer]:
    """The school that was looked up, with the circle of the radius around it."""
    at = np.flatnonzero((shown["urn"] == choices.urn).to_numpy())
    if not len(at):
        return []
    point = tuple(points[at[0]])
    ring = [marks.circle(point, choices.km)] if choices.definition == "within" else []
    return [*ring, marks.chosen(point, shown["name"].iloc[at[0]])]


def _said(shown: pd.DataFrame) -> list[str]:
    return [
        f"{name}: {km:.1f} km to {lead}"
        for name, km, lead in shown[["name", "km", "nearest_name"]].itertuples(index=False)
    ]


def _neighbours(store: Store, choices: ReachChoices) -> pd.DataFrame:
    """Names of the other authorities in view; the chosen one is named by the page."""
    names = {code: place.name for code, place in all_places(store).items() if place.level == "la"}
    points = label_points(store, "la")
    west, south, east, north = bounds(store, choices.place)
    near = points["lon"].between(west - 0.3, east + 0.3) & points["lat"].between(south - 0.2, north + 0.2)
    shown = points.loc[near & (points["code"] != choices.place.code)]
    return apart(shown.assign(name=shown["code"].map(names)), bounds(store, choices.place), width=WIDTH, height=HEIGHT)


def schools_legend(choices: ReachChoices) -> Legend:
    """The legend of the dots."""
    reached = {"within": f"Within {choices.km:g} km"}.get(choices.definition, "Reached")
    missed = {"within": f"Further than {choices.km:g} km"}.get(choices.definition, "Not reached")
    return Legend("Schools", (), ((REACHED, SEA, reached), (NOT_REACHED, INK, missed), _lead_mark(choices)))
