"""How many schools and how far: ``population`` and ``distance``."""

import pandas as pd

from hubdata.answers import groups
from hubdata.answers.question import Answer, Question
from hubdata.answers.reach.share import KIND, NEEDS, ROLE
from hubdata.measures.asked import Networks
from hubdata.measures.reach.distance import spread
from hubdata.measures.statistics.totals import totals
from hubdata.store import Store


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


QUESTIONS = (
    Question(
        "population", "schools, schools with a location, pupils", population, (),
        groups.EVERY_DIMENSION, only=groups.EVERY_DIMENSION, choices=Networks,
    ),
    Question(
        "distance", "median and 90th percentile of the distance to the nearest lead school", distance, (KIND, ROLE),
        (*groups.EVERY_DIMENSION, "kind"), NEEDS, only=groups.EVERY_DIMENSION, choices=Networks,
    ),
)  # fmt: skip
