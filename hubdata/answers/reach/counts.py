"""How many schools and how far: ``population``, ``distance`` and ``hub_areas``."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from hubdata.answers import groups
from hubdata.answers.question import Answer, Option, Question
from hubdata.answers.reach.share import KIND, NEEDS, ROLE
from hubdata.measures.asked import Networks
from hubdata.measures.networks.hub_areas import hub_areas as measure_hub_areas
from hubdata.measures.reach.distance import spread
from hubdata.measures.statistics.totals import totals
from hubdata.schema import NETWORK_KINDS
from hubdata.store import Store

HUB_KIND = Option("kind", "kind of network whose areas are meant", NETWORK_KINDS)


@dataclass(frozen=True)
class HubAreas:
    """Which kind of network's areas are meant, on which day."""

    kind: str = groups.HUBS
    as_at: date | None = None


def population(store: Store, by: tuple[str, ...], networks: Networks, *, only: groups.Only | None = None) -> Answer:
    """Schools, how many have a location, and their pupils, for each group.

    Missing headcounts are left out of pupils, which are missing where no school of the group has one. The register is
    one day's; the day asked for moves only the networks that ``by`` or ``only`` may name.
    """
    schools = groups.schools_of(store, only, networks)
    told = _without_pupils(schools)
    rows, columns = groups.with_groups(store, schools.assign(schools=1), by, networks)
    counts = totals(rows.assign(located=rows["located"].astype(int)), columns, ["schools", "located"])
    pupils = totals(rows, columns, ["pupils"], least=1)["pupils"]
    return Answer(counts.assign(pupils=pupils), told, store.sources("schools", "districts"))


def _without_pupils(schools: pd.DataFrame) -> tuple[str, ...]:
    count = int(schools["pupils"].isna().sum())
    return (f"{count:,} of {len(schools):,} schools have no published headcount",) if count else ()


def distance(store: Store, by: tuple[str, ...], networks: Networks, *, only: groups.Only | None = None) -> Answer:
    """Schools with a location, and the median and ninetieth percentile of their distance to the nearest lead."""
    schools = groups.schools_of(store, only, networks)
    away = schools.assign(km=groups.nearest_of(store, networks)["km"].loc[schools.index])
    rows, columns = groups.with_groups(store, away, by, networks)
    told = (*store.sources("schools", "districts"), *groups.lists_of(store, networks))
    return Answer(spread(rows, columns), groups.unlocated(schools), told)


def hub_areas(store: Store, asked: HubAreas) -> Answer:
    """Each hub area with its schools, size band and distances (columns as ``measures.networks.hub_areas``)."""
    areas, schools = store.table("network_areas"), groups.schools_of(store)
    hubs = Networks(asked.kind, as_at=asked.as_at)
    table = measure_hub_areas(schools, areas, groups.networks_of(store, hubs), groups.leads_of(store, hubs))
    mine = areas.loc[areas["network"].astype("str").isin(table["hub_area"])]
    shared = mine.loc[mine["shared"].astype(bool), "district"].nunique()
    told = (f"{shared} districts are shared by several areas; their schools count in each",) if shared else ()
    left = int((~schools["district"].isin(mine["district"].astype("str"))).sum())
    told += (f"{left:,} of {len(schools):,} schools are in no area, or in no known district",) if left else ()
    return Answer(table, told, (*store.sources("schools"), *groups.lists_of(store, hubs)))


QUESTIONS = (
    Question(
        "population", "schools, schools with a location, pupils", population, (),
        groups.EVERY_DIMENSION, only=groups.EVERY_DIMENSION, choices=Networks,
    ),
    Question(
        "distance", "median and 90th percentile of the distance to the nearest lead school", distance, (KIND, ROLE),
        (*groups.EVERY_DIMENSION, "kind"), NEEDS, only=groups.EVERY_DIMENSION, choices=Networks,
    ),
    Question(
        "hub_areas", "each hub area: schools, size band, distances", hub_areas, (HUB_KIND,),
        (), (*NEEDS, "network_areas"), choices=HubAreas,
    ),
)  # fmt: skip
