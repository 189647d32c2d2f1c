"""How reach grew: ``history``."""

import pandas as pd

from hubdata.answers import groups
from hubdata.answers.networks.kinds import listed
from hubdata.answers.question import Answer, Question, Unanswerable
from hubdata.answers.reach import share
from hubdata.answers.recent import recent
from hubdata.answers.spread import yearly
from hubdata.measures.reach.share import share_by_day
from hubdata.provenance import Unpublished
from hubdata.store import Store

TODAY = "schools are those of today's register throughout"


def history(
    store: Store,
    by: tuple[str, ...] = (),
    *,
    only: groups.Only | None = None,
    weight: str = "schools",
    definition: str = "within",
    km: float = 10.0,
    kind: str | None = None,
) -> Answer:
    """Reach on 1 September of every year that the data know, for each group.

    The register is one day's throughout: what moves is the networks, not the schools. Columns: as_at, those of
    ``by``, reached, schools, rate, low, high, mark. A day on which no network was active has no row.
    """
    if not yearly.has_history(store, kind):
        raise Unpublished("networks", yearly.STARTS)
    flags = recent(
        store,
        "history",
        (definition, km, groups.kind_of(store, kind)),
        lambda: reached_by_day(store, definition, km, kind),
        room=32,
    )
    schools = groups.schools_of(store, only, kind)
    told = (TODAY, *(groups.unlocated(schools) if definition == "within" else ()))
    schools = schools.join(flags)
    rows, columns = groups.with_groups(store, schools, by, kind)
    table = share_by_day(rows, rows[list(flags.columns)], columns, weight)
    return Answer(table, told, share.sources(store, {"definition": definition, "kind": kind}))


def reached_by_day(store: Store, definition: str, km: float, kind: str | None) -> pd.DataFrame:
    """Whether each school of the population is reached, a column a day."""
    found = {}
    for day in days(store, kind):
        try:
            found[day] = share.reached(store, definition, km, kind, day.date())
        except Unanswerable:
            continue
    return pd.DataFrame(found, index=groups.schools_of(store).index)


def days(store: Store, kind: str | None) -> list[pd.Timestamp]:
    """1 September of each year from the first start to the last end, or to the list's date while some go on."""
    mine = listed(store, kind)
    last = mine["until"].fillna(mine["listed"]).max()
    first = pd.Timestamp(mine["since"].min().year, 9, 1)
    return list(pd.date_range(first, last, freq=pd.DateOffset(years=1)))


QUESTIONS = (
    Question(
        "history", "how reach grew, year by year", history, share.OPTIONS, groups.EVERY_DIMENSION, share.NEEDS,
        only=groups.EVERY_DIMENSION,
    ),
)  # fmt: skip
