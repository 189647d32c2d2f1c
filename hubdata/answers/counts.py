"""How many schools and how far: ``population``, ``distance`` and ``hub_areas``."""

from datetime import date

import pandas as pd

from hubdata.answers import groups
from hubdata.answers.question import Answer, Option, Question
from hubdata.measures.distance import spread
from hubdata.measures.hub_areas import hub_areas as measure_hub_areas
from hubdata.schema import NETWORK_KINDS
from hubdata.store import Store

KIND = Option("kind", None, "kind of network (alliances where the data have them, else hubs)", (*NETWORK_KINDS, "all"))
HUB_KIND = Option("kind", groups.HUBS, "kind of network whose areas are meant", NETWORK_KINDS)


def population(store: Store, by: tuple[str, ...] = (), *, as_at: date | None = None) -> Answer:  # noqa: ARG001 (the register stands as it is)
    """Schools, how many have a location, and their pupils (missing headcounts left out), for each group."""
    schools, columns = groups.with_groups(store, groups.schools_of(store), by)
    counts = {"schools": ("urn", "size"), "located": ("located", "sum"), "pupils": ("pupils", "sum")}
    table = _grouped(schools, columns, counts)
    return Answer(table, _without_pupils(schools), store.sources("schools", "districts"))


def distance(store: Store, by: tuple[str, ...] = (), *, kind: str | None = None, as_at: date | None = None) -> Answer:
    """Schools with a location, and the median and ninetieth percentile of their distance to the nearest lead."""
    every = groups.schools_of(store).assign(km=groups.nearest_of(store, kind, as_at)["km"])
    schools, columns = groups.with_groups(store, every.loc[every["km"].notna()], by)
    grouped = schools.groupby(columns, observed=True, dropna=False)["km"] if columns else None
    rows = [(key, km) for key, km in grouped] if grouped is not None else [((), schools["km"])]
    table = pd.DataFrame([(*_key(key), len(km), *spread(km)) for key, km in rows])
    table.columns = [*columns, "schools", "median_km", "p90_km"]
    return Answer(table, groups.unlocated(groups.schools_of(store)), store.sources("schools", "networks"))


def _key(key: object) -> tuple:
    return key if isinstance(key, tuple) else (key,)


def _grouped(schools: pd.DataFrame, columns: list[str], counts: dict[str, tuple[str, str]]) -> pd.DataFrame:
    if columns:
        return schools.groupby(columns, observed=True, dropna=False).agg(**counts).reset_index()
    whole = schools.groupby(lambda _row: 0).agg(**counts)
    return whole.reset_index(drop=True)


def _without_pupils(schools: pd.DataFrame) -> tuple[str, ...]:
    count = int(schools["pupils"].isna().sum())
    return (f"{count:,} of {len(schools):,} schools have no published headcount",) if count else ()


def hub_areas(store: Store, by: tuple[str, ...] = (), *, kind: str = groups.HUBS, as_at: date | None = None) -> Answer:  # noqa: ARG001 (its rows are the areas)
    """Each hub area with its schools, size band and distances (columns as ``measures.hub_areas.hub_areas``)."""
    areas = store.table("network_areas")
    table = measure_hub_areas(
        groups.schools_of(store), areas, groups.networks_of(store, kind, as_at), groups.leads_of(store, kind, as_at)
    )
    shared = areas.loc[areas["shared"], "district"].nunique()
    told = (f"{shared} districts are shared by several areas; their schools count in each",) if shared else ()
    return Answer(table, told, store.sources("schools", "network_areas"))


QUESTIONS = (
    Question("population", "schools, schools with a location, pupils", population, (), groups.SCHOOL_DIMENSIONS),
    Question(
        "distance", "median and 90th percentile of the distance to the nearest lead school", distance, (KIND,),
        groups.SCHOOL_DIMENSIONS, ("schools", "districts", "networks", "members"),
    ),
    Question(
        "hub_areas", "each hub area: schools, size band, distances", hub_areas, (HUB_KIND,),
        (), ("schools", "districts", "networks", "members", "network_areas"),
    ),
)  # fmt: skip
