"""How reach grew: ``history``."""

from dataclasses import replace

import pandas as pd

from hubdata.answers import groups
from hubdata.answers.networks.kinds import listed
from hubdata.answers.question import Answer, Question, Unanswerable
from hubdata.answers.reach import share
from hubdata.answers.recent import recent
from hubdata.answers.spread import yearly
from hubdata.measures.asked import Networks, Reach
from hubdata.measures.reach.share import share_by_day
from hubdata.provenance import Unpublished
from hubdata.store import Store

TODAY = "schools are those of today's register throughout"


def history(store: Store, by: tuple[str, ...], asked: Reach, *, only: groups.Only | None = None) -> Answer:
    """Reach on 1 September of every year that the data know, for each group.

    The register is one day's throughout: what moves is the networks, not the schools. Columns: as_at, those of
    ``by``, reached, schools, rate, low, high, mark. A day on which no network was active has no row.
    """
    if not yearly.has_history(store, asked.networks):
        raise Unpublished("networks", yearly.STARTS)
    flags = recent(
        store,
        "history",
        replace(asked, networks=groups.usual(store, asked.networks), weight=""),
        lambda: reached_by_day(store, asked),
        room=32,
    )
    schools = groups.schools_of(store, only, asked.networks)
    told = (TODAY, *(groups.unlocated(schools) if asked.definition == "within" else ()))
    schools = schools.join(flags)
    rows, columns = groups.with_groups(store, schools, by, asked.networks)
    table = share_by_day(rows, rows[list(flags.columns)], columns, asked.weight, sampled=asked.sampled)
    return Answer(table, told, share.sources(store, asked))


def reached_by_day(store: Store, asked: Reach) -> pd.DataFrame:
    """Whether each school of the population is reached, a column a day."""
    found = {}
    for day in days(store, asked.networks):
        then = replace(asked.networks, as_at=day.date())
        try:
            found[day] = share.reached(store, replace(asked, networks=then))
        except Unanswerable:
            continue
    return pd.DataFrame(found, index=groups.schools_of(store).index)


def days(store: Store, networks: Networks) -> list[pd.Timestamp]:
    """1 September of each year from the first start to the last end, or to the list's date while some go on."""
    mine = listed(store, networks)
    last = mine["until"].fillna(mine["listed"]).max()
    first = pd.Timestamp(mine["since"].min().year, 9, 1)
    return list(pd.date_range(first, last, freq=pd.DateOffset(years=1)))


QUESTIONS = (
    Question(
        "history", "how reach grew, year by year", history, share.OPTIONS, groups.EVERY_DIMENSION, share.NEEDS,
        only=groups.EVERY_DIMENSION, choices=Reach, dated=False,
    ),
)  # fmt: skip
