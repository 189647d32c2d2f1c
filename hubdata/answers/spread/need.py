"""``need`` and ``flagged``: the pupil premium year by year, and schools that a list of the reader's own marks."""

import pandas as pd

from hubdata.answers import groups
from hubdata.answers.question import Answer, Question
from hubdata.measures.spread.need import need as measure_need
from hubdata.measures.statistics.rates import with_rate
from hubdata.measures.statistics.totals import totals
from hubdata.store import Store


def need(store: Store, by: tuple[str, ...] = (), *, only: groups.Only | None = None) -> Answer:
    """Pupils who bring the pupil premium, by year and group (columns as ``measures.spread.need.need``).

    A school that has closed counts where its open successor is.
    """
    every = store.table("premium").astype({"year": "str"})
    heirs = every.assign(urn=groups.living(store, every["urn"])).dropna(subset=["urn"])
    sums = heirs.groupby(["urn", "year"])[["pupils", "eligible", "pounds"]].sum().reset_index()
    rows, columns = groups.with_groups(store, groups.schools_of(store, only), by)
    joined = rows[["urn", *columns]].merge(sums, on="urn")
    told = ("schools of today's population alone: a closed school counts where its successor is",)
    sources = store.sources("premium", "schools", "districts", "links")
    return Answer(measure_need(joined, columns), told, sources)


def flagged(store: Store, by: tuple[str, ...] = (), *, only: groups.Only | None = None) -> Answer:
    """The schools of each group that each of the reader's lists marks, and their share.

    Columns: flag, as_at, those of the group, count, schools, rate, low, high, mark.

    A school that has closed counts where its open successor is. Shares have an interval and a mark, as everywhere.
    """
    marked = store.table("flags").astype({"flag": "str"})
    marked = marked.assign(urn=groups.living(store, marked["urn"])).dropna(subset=["urn"])
    rows, columns = groups.with_groups(store, groups.schools_of(store, only), by)
    tables = []
    for flag, mine in marked.groupby("flag"):
        counted = rows.assign(count=rows["urn"].isin(mine["urn"]).astype("int64"), schools=1)
        sums = totals(counted, columns, ["count", "schools"]).assign(flag=flag, as_at=mine["as_at"].max())
        tables.append(with_rate(sums, "count", "schools"))
    order = ["flag", "as_at", *columns, "count", "schools", "rate", "low", "high", "mark"]
    table = pd.concat(tables, ignore_index=True)[order]
    return Answer(table, (), store.sources("flags", "schools", "districts"))


BY = groups.EVERY_DIMENSION
QUESTIONS = (
    Question("need", "pupils who bring the pupil premium, year by year", need, (), BY,
             ("schools", "districts", "premium"), only=BY),
    Question("flagged", "schools that a list of your own marks", flagged, (), BY,
             ("schools", "districts", "flags"), only=BY),
)  # fmt: skip
