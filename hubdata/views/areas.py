"""The shapes a view draws: prepared once a store, then shared."""

from collections.abc import Mapping
from textwrap import wrap
from typing import Any

import pandas as pd

from hubdata import places
from hubdata.answers.groups import schools_of
from hubdata.store import Store
from hubdata.views.choices import ENGLAND, Place

# Longitude and latitude of the middle of each name; London is left to speak for itself.
BESIDE = {
    "North East": (-0.65, 55.05),
    "North West": (-4.25, 54.15),
    "Yorkshire and The Humber": (0.75, 54.25),
    "East Midlands": (1.1, 53.5),
    "West Midlands": (-4.05, 52.55),
    "East of England": (1.4, 51.55),
    "South East": (0.35, 50.5),
    "South West": (-5.15, 51.1),
}

NARROW = 14  # letters in a line of a name: a narrow map has no sea to spare
MATCHED = ("district", "la")
SHOWN = 10  # codes named in a sentence


def outlines(store: Store, level: str) -> Mapping[str, Any]:
    """Code to shape for a level: region, la, district or hub_area (districts joined)."""
    return store.kept(("outlines", level), lambda: _outlines(store, level))


def _outlines(store: Store, level: str) -> dict[str, Any]:
    table = store.table("outlines")
    if level in MATCHED:
        # A boundary of another year has no schools to count: left as plain land, it is not taken for missing data.
        known = _known(store, level)
        return {code: shape for code, shape in places.shapes(table, level).items() if code in known}
    if level != "hub_area":
        return places.shapes(table, level)
    areas = store.table("network_areas").rename(columns={"network": "group", "district": "code"})
    return places.joined(places.shapes(table, "district"), areas.astype({"group": "str", "code": "str"}))


def _known(store: Store, level: str) -> set[str]:
    return set(store.table("districts")[level].astype("str"))


def unmatched(store: Store) -> str:
    """What boundaries and look-up of different years do not share, in a sentence; empty where they match."""

    def found() -> str:
        drawn = store.table("outlines").astype({"level": "str", "code": "str"})
        parts = {level: set(drawn.loc[drawn["level"] == level, "code"]) for level in MATCHED}
        bare = sorted(code for level, codes in parts.items() for code in _known(store, level) - codes)
        stray = sorted(code for level, codes in parts.items() for code in codes - _known(store, level))
        said = [f"{len(codes)} {what} ({', '.join(codes[:SHOWN])})" for codes, what in _named(bare, stray) if codes]
        return f"Boundaries and areas are of different years: {' and '.join(said)}." if said else ""

    return store.kept("unmatched", found)


def _named(bare: list[str], stray: list[str]) -> list[tuple[list[str], str]]:
    return [
        (bare, "area has no boundary to draw" if len(bare) == 1 else "areas have no boundary to draw"),
        (stray, "boundary belongs to no area" if len(stray) == 1 else "boundaries belong to no area"),
    ]


def in_view(store: Store, level: str, seen: places.Bounds) -> Mapping[str, Mapping[str, Any]]:
    """The geometries of a level that some part of falls within the bounds, with a margin to pan into."""
    box = places.widened(seen)
    shapes = geometries(store, level)
    return {code: shapes[code] for code, shape in outlines(store, level).items() if shape.intersects(box)}


def geometries(store: Store, level: str) -> Mapping[str, Mapping[str, Any]]:
    """The same shapes as GeoJSON geometries."""
    return store.kept(
        ("geojson", level), lambda: {code: places.to_geojson(shape) for code, shape in outlines(store, level).items()}
    )


def bounds(store: Store, place: Place) -> places.Bounds:
    """Where to look to see a place whole."""
    if place.level == ENGLAND.level:
        return store.kept("bounds", lambda: places.bounds(outlines(store, "region").values()))
    if place.level == "network":
        schools = schools_of(store, place.only).dropna(subset=["easting", "northing"])
        return places.around(schools["easting"], schools["northing"])
    return places.bounds([outlines(store, place.level)[place.code]])


def region_names() -> pd.DataFrame:
    """Where the names of regions stand on a map of England: off the coast or over Wales, clear of what is shown."""
    rows = [("\n".join(wrap(name, NARROW)), *point) for name, point in BESIDE.items()]
    return pd.DataFrame(rows, columns=["name", "lon", "lat"])


def label_points(store: Store, level: str) -> pd.DataFrame:
    """A point for the name of every area of a level: code, lon, lat; the largest areas first."""

    def points() -> pd.DataFrame:
        largest = sorted(outlines(store, level).items(), key=lambda entry: -entry[1].area)
        found = {code: places.label_point(shape) for code, shape in largest}
        return pd.DataFrame([(code, *point) for code, point in found.items()], columns=["code", "lon", "lat"])

    return store.kept(("labels", level), points)


def _hub_areas(store: Store) -> list[Place]:
    if not store.has("network_areas"):
        return []
    served = set(store.table("network_areas")["network"].astype("str"))
    networks = store.table("networks").astype({"network": "str"})
    hubs = networks.loc[networks["network"].isin(served)].sort_values("network")
    return [
        Place("hub_area", code, f"{code} {name}", code)
        for code, name in hubs[["network", "name"]].itertuples(index=False)
    ]


def network_place(store: Store, network: str) -> dict[str, Place]:
    """The network that an address names, as a place: its member schools; none when nobody knows it."""
    if not network or not store.has("networks") or network in all_places(store):
        return {}
    table = store.table("networks").astype({"network": "str"})
    found = table.loc[table["network"] == network, "name"]
    return {network: Place("network", network, str(found.iloc[0]), network)} if len(found) else {}


def all_places(store: Store) -> dict[str, Place]:
    """Every place a reader can choose, by its code: England first, then regions, authorities by name, hub areas."""

    def found() -> dict[str, Place]:
        table = places.names(store.table("districts"))
        rest = [
            Place(level, code, name, places.REGION_CODES.get(code, code))
            for level, code, name in table[["level", "code", "name"]].itertuples(index=False)
        ]
        return {place.gss: place for place in [ENGLAND, *rest, *_hub_areas(store)]}

    return store.kept("places", found)
