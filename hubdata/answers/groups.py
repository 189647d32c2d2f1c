"""The population of a store, narrowed and grouped by any dimension, and the networks to measure from."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from hubdata.answers.networks.kinds import ALLIANCES, HUBS, kind_of, usual
from hubdata.answers.networks.leads import leads_of, lists_of, living, members_of, networks_of
from hubdata.answers.question import Unanswerable
from hubdata.answers.recent import recent
from hubdata.answers.spread import shapes
from hubdata.measures.asked import USUAL, Networks
from hubdata.measures.population import population
from hubdata.measures.reach import coast, distance
from hubdata.store import Store
from hubdata.vocabulary import DIMENSIONS

__all__ = [
    "ALLIANCES", "EVERY_DIMENSION", "HUBS", "Only", "coast_km", "groups_of", "kind_of", "leads_of", "lists_of",
    "living", "members_of", "nearest_of", "networks_of", "schools_of", "unlocated", "usual", "with_groups",
]  # fmt: skip
EVERY_DIMENSION = (
    "phase", "rural", "ruc", "region", "la", "district", "hub_area", "size", "trust_size", "governance", "coastal",
    "network",
)  # fmt: skip
MANY = ("hub_area", "network")  # a school can fall in several of these
Only = Mapping[str, str]


def schools_of(store: Store, only: Only | None = None, networks: Networks = USUAL) -> pd.DataFrame:
    """The population of a store (columns as ``measures.population.population``), worked out once, or a part of it.

    Args:
        store: where the schools are.
        only: keeps the schools of one group of each dimension (``{"phase": "Primary", "region": "London"}``), or of
            several with commas between their codes (``{"la": "E06000007,E06000006"}``).
        networks: those that a narrowing to one ``network`` means.

    Raises ``Unanswerable`` where no school of the population could ever be in such a group.
    """
    every = store.kept("population", lambda: population(store.table("schools"), store.table("districts")))
    if not only:
        return every
    # A page asks its several questions of one narrowing, so the latest few are worth keeping.
    key = (tuple(only.items()), networks)
    return recent(store, "narrowed", key, lambda: _narrowed(store, every, only, networks), room=8)


def _narrowed(store: Store, every: pd.DataFrame, only: Only, networks: Networks) -> pd.DataFrame:
    schools = every
    for name, code in only.items():
        schools = schools.loc[_in_group(store, every, name, code, networks).loc[schools.index]]
    return schools


def _in_group(store: Store, every: pd.DataFrame, name: str, wanted: str, networks: Networks) -> pd.Series:
    """Whether each school of the population is in one of the groups."""
    codes = wanted.split(",")
    if name in MANY:
        groups = _many(store, name, networks)
        known, found = set(groups[name]), every["urn"].isin(groups.loc[groups[name].isin(codes), "urn"])
    else:
        values = groups_of(store, name)
        known, found = set(values.dropna()) | set(DIMENSIONS[name].order), values.isin(codes)
    unknown = [code for code in codes if code not in known]
    if unknown:
        raise Unanswerable(f"no school is in {DIMENSIONS[name].label.lower()} {unknown[0]!r}")
    return found


def groups_of(store: Store, name: str) -> pd.Series:
    """The group of each school of the population in a dimension where it has one, by the code."""
    if name == "coastal":
        return store.kept("coastal", lambda: coast.coastal(coast_km(store)))
    return schools_of(store)[DIMENSIONS[name].columns[0]]


def coast_km(store: Store) -> pd.Series:
    """Kilometres from each school of the population to the sea; missing without a location."""
    return store.kept("coast km", lambda: coast.coast_km(schools_of(store), shapes.coastline(store)))


def with_groups(
    store: Store, schools: pd.DataFrame, by: tuple[str, ...], networks: Networks = USUAL
) -> tuple[pd.DataFrame, list[str]]:
    """The schools with a row for each group they fall in, and the columns that name the groups.

    A school in a district that several hub areas share falls in each of them, a school of two networks in both; one
    without an area or a network keeps a row with the group missing.
    """
    if "coastal" in by:
        schools = schools.assign(coastal=groups_of(store, "coastal").loc[schools.index])
    for name in MANY:
        if name in by:
            schools = schools.merge(_many(store, name, networks), on="urn", how="left")
    return schools, [column for name in by for column in DIMENSIONS[name].columns]


def _many(store: Store, name: str, networks: Networks) -> pd.DataFrame:
    """URNs with the columns of a dimension in which a school can be more than once; whatever roles are offered."""
    if name == "hub_area":
        return store.kept("schools by hub area", lambda: _hub_areas(store))
    every = replace(usual(store, networks), role=None)
    return recent(store, "schools by network", every, lambda: _networks(store, every))


def _hub_areas(store: Store) -> pd.DataFrame:
    areas = store.table("network_areas").astype({"network": "str", "district": "str"})
    named = areas.assign(hub_area=areas["network"], hub_name=areas["network"].map(store.network_names()))
    schools = schools_of(store)[["urn", "district"]].astype({"district": "str"}).dropna()
    return schools.merge(named[["district", "hub_area", "hub_name"]], on="district")[["urn", "hub_area", "hub_name"]]


def _networks(store: Store, networks: Networks) -> pd.DataFrame:
    found = members_of(store, networks)[["urn", "network"]].astype({"network": "str"})
    return found.loc[found["urn"].isin(schools_of(store)["urn"])].drop_duplicates(ignore_index=True)


def nearest_of(store: Store, networks: Networks = USUAL) -> pd.DataFrame:
    """For each school of the population the nearest lead (columns as ``measures.reach.distance.nearest``)."""
    return recent(
        store,
        "nearest",
        usual(store, networks),
        lambda: distance.nearest(schools_of(store), leads_of(store, networks)),
    )


def unlocated(schools: pd.DataFrame) -> tuple[str, ...]:
    """The message that counts schools without a location, if there are any."""
    count = int((~schools["located"]).sum())
    return (f"unlocated: {count:,} of {len(schools):,} schools have no location and are left out",) if count else ()
