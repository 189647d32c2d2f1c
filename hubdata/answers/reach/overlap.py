"""What schools can choose from: ``overlap``, ``pairs``, ``tiers`` and ``roles``."""

from datetime import date

import numpy as np
import pandas as pd

from hubdata.answers import groups
from hubdata.answers.question import Answer, Option, Question, Unanswerable
from hubdata.answers.reach.share import KIND, KM, NEEDS, ROLE
from hubdata.answers.recent import recent
from hubdata.measures.networks import membership
from hubdata.measures.networks.roles import offered, roles_within
from hubdata.measures.reach.distance import at_most, pairs_within
from hubdata.measures.reach.overlap import catchment_pairs, effective_providers, number_within
from hubdata.measures.reach.overlap import overlap as measure_overlap
from hubdata.measures.reach.tiers import tiers as measure_tiers
from hubdata.provenance import Source
from hubdata.store import Store

WIDE = 20.0  # kilometres within which all pairs are kept ready
WIDEST = 100.0  # beyond it the pairs of schools and networks no longer fit in memory
TOP = Option("top", 50, "how many", kind=int, least=1)


def near_pairs(store: Store, kind: str | None, as_at: date | None, km: float) -> pd.DataFrame:
    """Every school and network within ``km`` of each other (columns as ``measures.reach.distance.pairs_within``)."""
    if km > WIDEST:
        raise Unanswerable(f"km must be at most {WIDEST:g} here, not {km:g}")
    schools, leads = groups.schools_of(store), groups.leads_of(store, kind, as_at)
    if km > WIDE:
        return pairs_within(schools, leads, km)
    key = (groups.kind_of(store, kind), as_at)
    ready = recent(store, "pairs", key, lambda: pairs_within(schools, leads, WIDE), room=4)
    return ready.loc[at_most(ready["km"], km)]


def within_of(store: Store, km: float, kind: str | None, as_at: date | None) -> pd.Series:
    """For each school of the population how many networks are within ``km``, as ``within``; missing if unlocated."""

    def found() -> pd.Series:
        schools = groups.schools_of(store)
        count = number_within(near_pairs(store, kind, as_at, km), len(schools))
        return pd.Series(count, index=schools.index, name="within").astype("Int64").where(schools["located"])

    return recent(store, "within", (km, groups.kind_of(store, kind), as_at), found)


def effective_of(store: Store, kind: str | None, as_at: date | None) -> pd.Series:
    """For each school of the population its effective providers, as ``effective``; missing if unlocated."""
    key = (groups.kind_of(store, kind), as_at)
    leads = groups.leads_of(store, kind, as_at)
    return recent(store, "effective", key, lambda: effective_providers(groups.schools_of(store), leads))


def overlap(
    store: Store, by: tuple[str, ...] = (), *, only: groups.Only | None = None, km: float = 10.0, **network: object
) -> Answer:
    """How many networks schools have within R, and effective providers (columns as ``measures.reach.overlap``)."""
    rows, columns, told = _choosers(store, by, only, km, network)
    effective = effective_of(store, network.get("kind"), network.get("as_at"))
    by_urn = pd.Series(effective.to_numpy(), groups.schools_of(store)["urn"])
    rows = rows.assign(effective=rows["urn"].map(by_urn).astype(float))
    return Answer(measure_overlap(rows, columns), told, _sources(store, network))


def tiers(
    store: Store, by: tuple[str, ...] = (), *, only: groups.Only | None = None, km: float = 10.0, **network: object
) -> Answer:
    """How far apart the well and the badly provided schools stand (columns as ``measures.reach.tiers.tiers``)."""
    rows, columns, told = _choosers(store, by, only, km, network)
    return Answer(measure_tiers(rows, columns), told, _sources(store, network))


def _choosers(
    store: Store, by: tuple[str, ...], only: groups.Only | None, km: float, network: dict[str, object]
) -> tuple[pd.DataFrame, list[str], tuple[str, ...]]:
    """The schools with what they can choose from, the columns of the groups, and the message on lost locations."""
    asked = {name: network.get(name) for name in ("kind", "as_at")}
    schools = groups.schools_of(store, only, **asked)
    told = groups.unlocated(schools)
    schools = schools.join(within_of(store, km, **asked))
    rows, columns = groups.with_groups(store, schools, by, **asked)
    return rows, columns, told


def pairs(
    store: Store,
    by: tuple[str, ...] = (),  # noqa: ARG001 (one signature for all)
    *,
    only: groups.Only | None = None,
    km: float = 10.0,
    top: int = 50,
    kind: str | None = None,
    as_at: date | None = None,
) -> Answer:
    """The networks whose catchments share most schools (columns as ``measures.reach.overlap.catchment_pairs``).

    ``only`` keeps the schools of one group in the catchments.
    """
    near = near_pairs(store, kind, as_at, km)
    chosen = groups.schools_of(store, only, kind, as_at)
    near = near.loc[np.isin(near["row"], chosen.index)]
    names = groups.networks_of(store, kind, as_at).astype({"network": "str"}).set_index("network")["name"]
    table = catchment_pairs(near, names.astype("str"), top)
    return Answer(table, groups.unlocated(chosen), _sources(store, {"kind": kind, "as_at": as_at}))


def roles(
    store: Store,
    by: tuple[str, ...] = (),
    *,
    only: groups.Only | None = None,
    km: float = 10.0,
    kind: str | None = None,
    as_at: date | None = None,
) -> Answer:
    """The share of schools with a provider of each area of work within R (columns as ``measures.networks.roles``)."""
    schools = groups.schools_of(store, only, kind, as_at)
    told = groups.unlocated(schools)
    has = pd.DataFrame(roles_of(store, km, kind, as_at)).add_prefix("area ")
    schools = schools.loc[schools["located"]].join(has)
    rows, columns = groups.with_groups(store, schools, by, kind, as_at)
    table = roles_within(rows, rows[list(has.columns)].to_numpy(bool), columns)
    found = (*_sources(store, {"kind": kind, "as_at": as_at}), *store.sources("roles"))
    return Answer(table, told, found)


def roles_of(store: Store, km: float, kind: str | None, as_at: date | None) -> np.ndarray:
    """Whether each school has each area of work within ``km`` (see ``measures.networks.roles.offered``)."""

    def found() -> np.ndarray:
        days = groups.networks_of(store, kind, as_at).astype({"network": "str"}).set_index("network")["on"]
        mine = store.table("roles").astype({"network": "str"})
        mine = mine.loc[mine["network"].isin(days.index)]
        mine = mine.loc[membership.spans(mine, mine["network"].map(days))]
        return offered(near_pairs(store, kind, as_at, km), mine, len(groups.schools_of(store)))

    return recent(store, "roles", (km, groups.kind_of(store, kind), as_at), found)


def _sources(store: Store, network: dict[str, object]) -> tuple[Source, ...]:
    lists = groups.lists_of(store, network.get("kind"), network.get("as_at"))
    return (*store.sources("schools", "districts"), *lists)


DIMENSIONS = (*groups.EVERY_DIMENSION, "kind")
ONLY = groups.EVERY_DIMENSION
OPTIONS = (KM, KIND, ROLE)
QUESTIONS = (
    Question("overlap", "networks that schools can choose from", overlap, OPTIONS, DIMENSIONS, NEEDS, only=ONLY),
    Question(
        "tiers", "how far apart the well and the badly provided schools stand", tiers, OPTIONS,
        DIMENSIONS, NEEDS, only=ONLY,
    ),
    Question(
        "pairs", "networks whose catchments share most schools", pairs, (KM, TOP, KIND, ROLE), (), NEEDS, only=ONLY
    ),
    Question(
        "roles", "share of schools with a provider of each area of work within reach", roles, (KM, KIND),
        DIMENSIONS, (*NEEDS, "roles"), only=ONLY,
    ),
)  # fmt: skip
