"""What schools can choose from: ``overlap``, ``pairs`` and ``roles``."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from hubdata.answers import groups
from hubdata.answers.question import Answer, Option, Question, Unanswerable
from hubdata.answers.reach.share import KIND, KM, NEEDS, ROLE
from hubdata.answers.recent import recent
from hubdata.measures.asked import USUAL, Networks
from hubdata.measures.networks import membership
from hubdata.measures.networks.overlap import catchment_pairs, effective_providers, number_within
from hubdata.measures.networks.overlap import overlap as measure_overlap
from hubdata.measures.networks.roles import offered, roles_within
from hubdata.measures.reach.distance import at_most, pairs_within
from hubdata.provenance import Source
from hubdata.store import Store

WIDE = 20.0  # kilometres within which all pairs are kept ready
WIDEST = 100.0  # beyond it the pairs of schools and networks no longer fit in memory
TOP = Option("top", "how many", kind=int, least=1)


@dataclass(frozen=True)
class Near:
    """The radius in kilometres within which networks are counted, and which networks."""

    km: float = 10.0
    networks: Networks = USUAL


@dataclass(frozen=True)
class Pairs:
    """The radius of a catchment in kilometres, how many pairs are listed, and of which networks."""

    km: float = 10.0
    top: int = 50
    networks: Networks = USUAL


def near_pairs(store: Store, networks: Networks, km: float) -> pd.DataFrame:
    """Every school and network within ``km`` of each other (columns as ``measures.reach.distance.pairs_within``)."""
    if km > WIDEST:
        raise Unanswerable(f"km must be at most {WIDEST:g} here, not {km:g}")
    schools, leads = groups.schools_of(store), groups.leads_of(store, networks)
    if km > WIDE:
        return pairs_within(schools, leads, km)
    ready = recent(store, "pairs", groups.usual(store, networks), lambda: pairs_within(schools, leads, WIDE), room=4)
    return ready.loc[at_most(ready["km"], km)]


def within_of(store: Store, asked: Near) -> pd.Series:
    """For each school of the population how many networks are within R, as ``within``; missing if unlocated."""

    def found() -> pd.Series:
        schools = groups.schools_of(store)
        count = number_within(near_pairs(store, asked.networks, asked.km), len(schools))
        return pd.Series(count, index=schools.index, name="within").astype("Int64").where(schools["located"])

    return recent(store, "within", (asked.km, groups.usual(store, asked.networks)), found)


def effective_of(store: Store, networks: Networks) -> pd.Series:
    """For each school of the population its effective providers, as ``effective``; missing if unlocated."""
    leads, key = groups.leads_of(store, networks), groups.usual(store, networks)
    return recent(store, "effective", key, lambda: effective_providers(groups.schools_of(store), leads))


def overlap(store: Store, by: tuple[str, ...], asked: Near, *, only: groups.Only | None = None) -> Answer:
    """How many networks schools have within R, and effective providers (columns as ``measures.networks.overlap``)."""
    rows, columns, told = choosers(store, by, only, asked)
    effective = effective_of(store, asked.networks)
    by_urn = pd.Series(effective.to_numpy(), groups.schools_of(store)["urn"])
    rows = rows.assign(effective=rows["urn"].map(by_urn).astype(float))
    return Answer(measure_overlap(rows, columns), told, sources(store, asked.networks))


def choosers(
    store: Store, by: tuple[str, ...], only: groups.Only | None, asked: Near
) -> tuple[pd.DataFrame, list[str], tuple[str, ...]]:
    """The schools with what they can choose from, the columns of the groups, and the message on lost locations."""
    schools = groups.schools_of(store, only, asked.networks)
    told = groups.unlocated(schools)
    schools = schools.join(within_of(store, asked))
    rows, columns = groups.with_groups(store, schools, by, asked.networks)
    return rows, columns, told


def pairs(store: Store, asked: Pairs, *, only: groups.Only | None = None) -> Answer:
    """The networks whose catchments share most schools (columns as ``measures.networks.overlap.catchment_pairs``).

    ``only`` keeps the schools of one group in the catchments.
    """
    near = near_pairs(store, asked.networks, asked.km)
    chosen = groups.schools_of(store, only, asked.networks)
    near = near.loc[np.isin(near["row"], chosen.index)]
    table = catchment_pairs(near, store.network_names(), asked.top)
    return Answer(table, groups.unlocated(chosen), sources(store, asked.networks))


def roles(store: Store, by: tuple[str, ...], asked: Near, *, only: groups.Only | None = None) -> Answer:
    """The share of schools with a provider of each area of work within R (columns as ``measures.networks.roles``)."""
    schools = groups.schools_of(store, only, asked.networks)
    told = groups.unlocated(schools)
    has = pd.DataFrame(roles_of(store, asked)).add_prefix("area ")
    schools = schools.loc[schools["located"]].join(has)
    rows, columns = groups.with_groups(store, schools, by, asked.networks)
    table = roles_within(rows, rows[list(has.columns)].to_numpy(bool), columns)
    found = (*sources(store, asked.networks), *store.sources("roles"))
    return Answer(table, told, found)


def roles_of(store: Store, asked: Near) -> np.ndarray:
    """Whether each school has each area of work within R (see ``measures.networks.roles.offered``)."""

    def found() -> np.ndarray:
        days = groups.networks_of(store, asked.networks).astype({"network": "str"}).set_index("network")["on"]
        mine = store.table("roles").astype({"network": "str"})
        mine = mine.loc[mine["network"].isin(days.index)]
        mine = mine.loc[membership.spans(mine, mine["network"].map(days))]
        return offered(near_pairs(store, asked.networks, asked.km), mine, len(groups.schools_of(store)))

    return recent(store, "roles", (asked.km, groups.usual(store, asked.networks)), found)


def sources(store: Store, networks: Networks) -> tuple[Source, ...]:
    """The register, the areas, and the lists of the networks."""
    return (*store.sources("schools", "districts"), *groups.lists_of(store, networks))


DIMENSIONS = (*groups.EVERY_DIMENSION, "kind")
ONLY = groups.EVERY_DIMENSION
OPTIONS = (KM, KIND, ROLE)
QUESTIONS = (
    Question(
        "overlap", "networks that schools can choose from", overlap, OPTIONS, DIMENSIONS, NEEDS, only=ONLY,
        choices=Near,
    ),
    Question(
        "pairs", "networks whose catchments share most schools", pairs, (KM, TOP, KIND, ROLE), (), NEEDS, only=ONLY,
        choices=Pairs,
    ),
    Question(
        "roles", "share of schools with a provider of each area of work within reach", roles, (KM, KIND),
        DIMENSIONS, (*NEEDS, "roles"), only=ONLY, choices=Near,
    ),
)  # fmt: skip
