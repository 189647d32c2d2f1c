"""What schools are like and who came to what, coast or not: ``make_up`` and ``attendance``."""

import pandas as pd

from hubdata.answers import groups
from hubdata.answers.networks.kinds import listed
from hubdata.answers.question import Answer, Question
from hubdata.answers.reach.share import KIND
from hubdata.answers.recent import recent
from hubdata.measures.asked import Networks
from hubdata.measures.reach.attendance import attendance as measure_attendance
from hubdata.measures.reach.make_up import make_up as measure_make_up
from hubdata.store import Store

NEEDS = ("schools", "districts")


def make_up(store: Store, by: tuple[str, ...], networks: Networks, *, only: groups.Only | None = None) -> Answer:
    """The schools of each group by phase, last headline grade and policy (columns as ``measures.reach.make_up``)."""
    rows, columns = groups.with_groups(store, groups.schools_of(store, only, networks), by, networks)
    return Answer(measure_make_up(rows, columns), (), store.sources(*NEEDS))


def attendance(store: Store, by: tuple[str, ...], networks: Networks, *, only: groups.Only | None = None) -> Answer:
    """What networks put on, by the schools that hosted it (columns as ``measures.reach.attendance``).

    A host that closed counts where its open successor is. Activities elsewhere or online are in no group.
    """
    held = recent(store, "held", groups.usual(store, networks), lambda: _held(store, networks))
    schools = groups.schools_of(store, only, networks)
    rows, columns = groups.with_groups(store, schools, by, networks)
    away, uncounted = int(held["urn"].isna().sum()), int(held["attended"].isna().sum())
    told = (f"{away:,} of {len(held):,} activities were at no school of the population",) if away else ()
    told += (f"nobody counted who came to {uncounted:,} of {len(held):,} activities",) if uncounted else ()
    return Answer(measure_attendance(rows, held, columns), told, store.sources("activities", *NEEDS))


def _held(store: Store, networks: Networks) -> pd.DataFrame:
    """The activities of the networks, each with the school of the population where it was held, where it was one."""
    mine = set(listed(store, networks)["network"].astype("str"))
    every = store.table("activities")
    every = every.loc[every["network"].astype("str").isin(mine), ["urn", "attended"]]
    here = groups.living(store, every["urn"])
    return every.assign(urn=here.where(here.isin(groups.schools_of(store)["urn"])))


BY = groups.EVERY_DIMENSION
QUESTIONS = (
    Question(
        "make_up", "schools by phase, last headline grade and admissions policy", make_up, (), BY, NEEDS, only=BY,
        choices=Networks,
    ),
    Question(
        "attendance", "what networks put on, by the schools that hosted it", attendance, (KIND,), BY,
        (*NEEDS, "networks", "activities"), only=BY, choices=Networks, dated=False,
    ),
)  # fmt: skip
