"""The map of one authority or hub area: its schools one by one, reached or not."""

from typing import Any

import numpy as np
import pandas as pd
import shapely

from hubdata.answers.groups import schools_of
from hubdata.maps import areas, marks
from hubdata.maps.layers import Layer, Map
from hubdata.maps.legend import Legend
from hubdata.maps.seen import apart
from hubdata.palette import INK, NOT_REACHED, REACHED, SEA
from hubdata.places import degrees, to_geojson
from hubdata.store import Store
from hubdata.views.areas import all_places, bounds, geometries, in_view, label_points, outlines
from hubdata.views.choices import Place, ReachChoices
from hubdata.views.reach import reach_map


def schools_map(store: Store, choices: ReachChoices, table: pd.DataFrame) -> Map:
    """One authority: its schools as dots, reached or not, and the lead schools in and around it."""
    located = schools_of(store).set_index("urn")[["easting", "northing"]]
    shown = table.join(located, on="urn").dropna(subset=["easting", "northing", "reached"])
    points = degrees(shown["easting"], shown["northing"])
    seen = bounds(store, choices.place)
    layers = [
        areas.land(in_view(store, "district", seen)),
        *_here(store, choices.place),
        marks.schools(points, shown["reached"], _said(shown)),
        reach_map.leads(store, choices, small=False),
        areas.labels(_neighbours(store, choices)),
        *_chosen(shown, points, choices),
    ]
    return reach_map.finished(store, layers, seen, reach_map.WIDTH)


def _here(store: Store, place: Place) -> list[Layer]:
    """The boundary of the place; a network has none, its schools are where they are."""
    if place.level == "network":
        return []
    return [areas.land({"here": _whole(store, place)}, name="here", quiet=True)]


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


def _chosen(shown: pd.DataFrame, points: np.ndarray, choices: ReachChoices) -> list[Layer]:
    """The school that was looked up, with the circle of the radius around it."""
    at = np.flatnonzero((shown["urn"] == choices.urn).to_numpy())
    if not len(at):
        return []
    point = tuple(points[at[0]])
    ring = [marks.circle(point, choices.km)] if choices.definition == "within" else []
    return [*ring, marks.chosen(point)]


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
    return apart(
        shown.assign(name=shown["code"].map(names)),
        bounds(store, choices.place),
        width=reach_map.WIDTH,
        height=reach_map.HEIGHT,
    )


def schools_legend(choices: ReachChoices) -> Legend:
    """The legend of the dots."""
    reached = {"within": f"Within {choices.km:g} km"}.get(choices.definition, "Reached")
    missed = {"within": f"Further than {choices.km:g} km"}.get(choices.definition, "Not reached")
    chosen = ((SEA, INK, "The school looked up (ring)"),) if choices.urn else ()
    marks = ((REACHED, SEA, reached), (NOT_REACHED, INK, missed), reach_map.lead_mark(choices), *chosen)
    return Legend("Schools", (), marks)
