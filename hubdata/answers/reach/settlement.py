"""Small, lone, crowded and differently run schools: ``small_schools``, ``isolation``, ``crowding``, ``governance``."""

from dataclasses import dataclass

import pandas as pd

from hubdata.answers import groups
from hubdata.answers.question import Answer, Question
from hubdata.answers.reach.share import KM
from hubdata.answers.recent import recent
from hubdata.measures.asked import USUAL, Networks
from hubdata.measures.reach import isolation as measure
from hubdata.measures.reach.governance import mix
from hubdata.measures.statistics.totals import numbers
from hubdata.store import Store

NEEDS = ("schools", "districts")


@dataclass(frozen=True)
class Isolation:
    """The radius in kilometres within which a school is looked for, and the networks that a grouping may name."""

    km: float = 10.0
    networks: Networks = USUAL


def small_schools(store: Store, by: tuple[str, ...], networks: Networks, *, only: groups.Only | None = None) -> Answer:
    """Primaries under 110 pupils and of one form (columns as ``measures.reach.isolation.small_schools``)."""
    rows, columns = groups.with_groups(store, groups.schools_of(store, only, networks), by, networks)
    return Answer(measure.small_schools(rows, columns), (), store.sources(*NEEDS))


def isolation(store: Store, by: tuple[str, ...], asked: Isolation, *, only: groups.Only | None = None) -> Answer:
    """Schools with no other of their phase within R (columns as ``measures.reach.isolation.isolation``).

    The others are those of all England: a narrowing chooses whose neighbours are counted, not which.
    """
    every = groups.schools_of(store)
    nearest = store.kept("nearest peer", lambda: measure.nearest_peer(every))
    schools = groups.schools_of(store, only, asked.networks)
    told = groups.unlocated(schools)
    rows, columns = groups.with_groups(store, schools.join(nearest).join(_peers(store, asked.km)), by, asked.networks)
    return Answer(measure.isolation(rows, columns, asked.km), told, store.sources(*NEEDS))


def _peers(store: Store, km: float) -> pd.Series:
    """For each school of the population the others of its phase within ``km``, as ``peers``; missing if unlocated."""
    return recent(store, "peers", km, lambda: measure.peers_within(groups.schools_of(store), km))


def crowding(store: Store, by: tuple[str, ...], asked: Isolation, *, only: groups.Only | None = None) -> Answer:
    """How many other schools of its phase each located school has within R, itself never among them.

    Columns: those of ``by``, schools, mean, median, none (schools with no other). The others are those of all England:
    a narrowing chooses whose neighbours are counted, not which.
    """
    schools = groups.schools_of(store, only, asked.networks)
    rows, columns = groups.with_groups(store, schools.join(_peers(store, asked.km)), by, asked.networks)
    return Answer(numbers(rows, columns, "peers"), groups.unlocated(schools), store.sources(*NEEDS))


def governance(store: Store, by: tuple[str, ...], networks: Networks, *, only: groups.Only | None = None) -> Answer:
    """Who runs the schools of each group (columns as ``measures.reach.governance.mix``)."""
    rows, columns = groups.with_groups(store, groups.schools_of(store, only, networks), by, networks)
    return Answer(mix(rows, columns, "governance"), (), store.sources(*NEEDS))


BY = groups.EVERY_DIMENSION
QUESTIONS = (
    Question(
        "small_schools", "small primaries and those of one form", small_schools, (), BY, NEEDS, only=BY,
        choices=Networks,
    ),
    Question(
        "isolation", "schools with no other of their phase near by", isolation, (KM,), BY, NEEDS, only=BY,
        choices=Isolation,
    ),
    Question(
        "crowding", "how many schools of its own phase a school has near by", crowding, (KM,), BY, NEEDS, only=BY,
        choices=Isolation,
    ),
    Question(
        "governance", "who runs the schools: maintained, federation, trust by size", governance, (),
        tuple(name for name in BY if name != "governance"), NEEDS, only=BY, choices=Networks,
    ),
)  # fmt: skip
