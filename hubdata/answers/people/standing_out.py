"""Each group's retention against everybody else's, all of its kind judged together: ``retention_difference``."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from hubdata.answers.people.cube import Only, in_words, rows_of
from hubdata.answers.people.retaining import (
    BASE,
    GROUPS,
    METHOD,
    METHODS,
    NEEDS,
    RELEASE,
    Retention,
    check_survival,
    cohorts_of,
)
from hubdata.answers.question import Answer, Option, Question
from hubdata.measures.people.differences import against_the_rest, rest_of
from hubdata.measures.people.editions import split_by
from hubdata.measures.people.retention import number
from hubdata.measures.people.survival import effective
from hubdata.measures.statistics.rates import Z95
from hubdata.measures.statistics.verdicts import ABOVE, BELOW, Judged, counted
from hubdata.schema.people import GROUP_NAMES
from hubdata.store import Store

YEAR = Option("year", "years after qualifying", kind=int, least=1)
# Beyond this many comparisons at once, 95% intervals would call chance a difference.
MANY, Z998 = 20, 3.0902323
SIDE = ["at_start", "rate", "low", "high", "size"]

OFFICIAL = Retention()


@dataclass(frozen=True)
class Difference:
    """Retention after how many years is set against everybody else's."""

    year: int = 5
    retention: Retention = OFFICIAL


def retention_difference(store: Store, by: tuple[str, ...], asked: Difference, *, only: Only | None = None) -> Answer:
    """Each group against everybody else of England, after so many years.

    Columns: the groups, years, at_start, rate, rest_at_start, rest, difference, low, high, verdict. Over twenty groups
    the intervals are 99.8% ones, and a message says so. The verdict is of all groups of the kind together
    (``measures.people.differences.against_the_rest``), whichever of them ``only`` keeps. Facts: judged, differ
    (how many are below or above) and between, the variance between groups.
    """
    followed, method = asked.retention.followed, asked.retention.method
    mine = rows_of(cohorts_of(store, followed), by, only, GROUP_NAMES, "cohorts")
    check_survival(mine, method)
    z = Z95 if mine.groupby(list(by), observed=True).ngroups <= MANY else Z998
    kind = tuple((name, code) for name, code in sorted((only or {}).items()) if name not in by)
    key = ("retention_difference", by, asked, kind, z)
    every, between = store.kept(key, lambda: _against_the_rest(store, by, asked, dict(kind), z))
    table = every
    for name in set(by) & set(only or {}):
        table = table.loc[table[name].astype("str") == only[name]]
    judged = counted(every["verdict"])
    told = (f"{len(table)} comparisons: intervals are 99.8%",) if z == Z998 else ()
    table = in_words(store, table.reset_index(drop=True), by)
    differ = int(every["verdict"].isin((BELOW, ABOVE)).sum())
    facts = {"judged": judged, "differ": differ, "between": between}
    return Answer(table, (*told, _said(judged, between)), store.sources("cohorts"), facts)


def _against_the_rest(
    store: Store, by: tuple[str, ...], asked: Difference, within: Only, z: float
) -> tuple[pd.DataFrame, float]:
    """Every group of the kind, and the variance between them."""
    every, method = cohorts_of(store, asked.retention.followed), asked.retention.method
    rows = rows_of(every, by, within, GROUP_NAMES, "cohorts")
    rest = rest_of(split_by(every, GROUP_NAMES, ()), rows, by)
    mine, others = (_sized(METHODS[method](part, list(by), z), by, method) for part in (rows, rest))
    both = mine.merge(others, on=[*by, "years"], suffixes=("", "_rest"))
    both = both.loc[both["years"] == asked.year].reset_index(drop=True)
    sides = [both[[f"{name}{end}" for name in SIDE]].set_axis(SIDE, axis=1) for end in ("", "_rest")]
    table = both[[*by, "years", "at_start", "rate"]].assign(rest_at_start=both["at_start_rest"], rest=both["rate_rest"])
    told, between = against_the_rest(*sides)
    return table.join(told), between


def _sized(table: pd.DataFrame, by: Sequence[str], method: str) -> pd.DataFrame:
    """The rates with the number of people that each rests on."""
    return table.assign(size=effective(table, by) if method == "survival" else number(table["at_risk"]))


def _said(judged: Judged, between: float) -> str:
    """How the verdicts were found, and how many chance alone would put outside."""
    anyway = f"; how far groups differ anyway is allowed for (tau squared {between:.5f}, of angles)" if between else ""
    return (
        f"{judged.areas} groups judged together, of which chance alone would put {judged.outside:.1f} outside 95% "
        f"limits; verdicts hold false finds to 5%{anyway}"
    )


QUESTIONS = (
    Question(
        "retention_difference", "each group's retention against everybody else's, with its interval",
        retention_difference, (YEAR, METHOD, RELEASE, BASE), GROUPS, NEEDS, ("network",), GROUPS, Difference,
    ),
)  # fmt: skip
