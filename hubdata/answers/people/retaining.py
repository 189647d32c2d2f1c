"""Who stays in teaching: ``retention``, ``retention_difference`` and ``before_after``."""

from dataclasses import dataclass

import pandas as pd

from hubdata.answers.people.cube import NEWEST, Edition, Only, in_words, rows_of
from hubdata.answers.question import Answer, Option, Question, Unanswerable
from hubdata.measures.people.differences import before_and_after, contrast, rest_of
from hubdata.measures.people.editions import PUBLISHED, chosen_release, newest, split_by, superseded
from hubdata.measures.people.retention import official, rises, with_young
from hubdata.measures.people.survival import survival
from hubdata.measures.statistics.rates import Z95
from hubdata.provenance import Unpublished
from hubdata.schema.people import BASES, GROUP_NAMES
from hubdata.store import Store

METHODS = {"official": official, "survival": survival}
METHOD = Option("method", "official: in service that year, breaks allowed; survival: never left so far", tuple(METHODS))
RELEASE = Option("release", f"edition to read, or {PUBLISHED!r} for every one that is not illustrative")
BASE = Option("base", "who is followed (the first of these that the data hold)", BASES)
YEAR = Option("year", "years after qualifying", kind=int, least=1)
SINCE = Option("since", "first cohort of the programme, such as 2016", kind=int)
GROUPS = ("cohort", *GROUP_NAMES)
KEY = ("base", "cohort", *GROUP_NAMES, "years")
NEW_CENSUS = 2010
SHOWN = 3
# Beyond this many comparisons at once, 95% intervals would call chance a difference.
MANY, Z998 = 20, 3.0902323


@dataclass(frozen=True)
class Followed:
    """Who is followed (None: the first base that the data hold), and in which edition."""

    base: str | None = None
    edition: Edition = NEWEST


@dataclass(frozen=True)
class Retention:
    """How retention is read, and of whom."""

    method: str = "official"
    followed: Followed = Followed()


@dataclass(frozen=True)
class Difference:
    """Retention after how many years is set against everybody else's."""

    year: int = 5
    retention: Retention = Retention()


@dataclass(frozen=True)
class Programme:
    """The first cohort of a programme, and after how many years its cohorts are looked at."""

    since: int | None = None
    year: int = 1
    followed: Followed = Followed()


def cohorts_of(store: Store, followed: Followed) -> pd.DataFrame:
    """The newest row of each cohort, group and year of one base, in the editions asked for."""
    return store.kept(("cohorts", followed), lambda: newest(_editions(store, followed), KEY))


def _editions(store: Store, followed: Followed) -> pd.DataFrame:
    release = followed.edition.release
    every = chosen_release(store.table("cohorts"), release)
    if every.empty:
        raise Unanswerable(f"no edition is called {release!r}")
    held = set(every["base"].unique())
    chosen = followed.base or next(name for name in BASES if name in held)
    if chosen not in held:
        raise Unpublished("cohorts", f"retention of {chosen} is not loaded: bring its table, or a trainees file")
    return every.loc[every["base"] == chosen]


def _superseded(store: Store, followed: Followed) -> pd.DataFrame:
    """England's rows that a newer edition prints differently."""
    whole = split_by(_editions(store, followed), GROUP_NAMES, ())
    return superseded(whole, KEY, "rate").astype({"cohort": "str"})


def retention(store: Store, by: tuple[str, ...], asked: Retention, *, only: Only | None = None) -> Answer:
    """The share still there after so many years, in one of two ways (columns as ``measures.people.retention.COLUMNS``).

    Years that no census has seen have a row that says so when grouped by cohort.
    """
    method = asked.method
    rows = rows_of(cohorts_of(store, asked.followed), by, only, GROUP_NAMES, "cohorts")
    _check_survival(rows, method)
    if "cohort" in by:
        rows = with_young(rows, GROUP_NAMES)
    table = METHODS[method](rows, list(by))
    told = (*_left_out(rows, by), *_revised(store, rows, asked.followed), *_risen(table, by, method), *_broken(rows))
    return Answer(in_words(store, table, by), told, store.sources("cohorts"))


def _left_out(rows: pd.DataFrame, by: tuple[str, ...]) -> tuple[str, ...]:
    """How many cohorts cannot be pooled, because their size is hidden or nobody prints it."""
    unsized = 0 if "cohort" in by else rows.loc[rows["at_start"].isna(), "cohort"].nunique()
    return (f"{unsized} cohorts are left out: their size is hidden or not published",) if unsized else ()


def _check_survival(rows: pd.DataFrame, method: str) -> None:
    if method == "survival" and rows["stayed"].isna().all():
        raise Unpublished("cohorts", "survival needs first exits, which are not published: load a trainees file")


def _revised(store: Store, rows: pd.DataFrame, followed: Followed) -> tuple[str, ...]:
    """What an older edition printed otherwise, for the first few cohorts."""
    every = store.kept(("superseded", followed), lambda: _superseded(store, followed))
    older = every.loc[every["cohort"].isin(rows["cohort"].unique())]
    said = [
        f"cohort {one.cohort} after {one.years}: {one.newer:.1%} in {one.newer_release}, "
        f"{one.rate:.1%} in {one.release}"
        for one in older.head(SHOWN).itertuples()
    ]
    more = len(older) - len(said)
    return (*said, f"{more} more figures differ between editions; the newest is shown") if more > 0 else tuple(said)


def _risen(table: pd.DataFrame, by: tuple[str, ...], method: str) -> tuple[str, ...]:
    up = rises(table, list(by)) if method == "official" else table.iloc[:0]
    if up.empty:
        return ()
    many = f"{len(up)} rates are" if len(up) > 1 else "1 rate is"
    return (f"{many} above the year before: people come back, and the official rate counts them again",)


def _broken(rows: pd.DataFrame) -> tuple[str, ...]:
    seen = rows["cohort"].astype("str").str[:4].astype(int) + rows["years"].astype(int)
    if not ((seen < NEW_CENSUS).any() and (seen >= NEW_CENSUS).any()):
        return ()
    return ("a new census began in 2010: before it part-timers were under-recorded, so rates across it do not compare",)


def retention_difference(store: Store, by: tuple[str, ...], asked: Difference, *, only: Only | None = None) -> Answer:
    """Each group against everybody else of England, after so many years.

    Columns: the groups, years, at_start, rate, rest_at_start, rest, difference, low, high, verdict. Over twenty groups
    the intervals are 99.8% ones, and a message says so.
    """
    every, method = cohorts_of(store, asked.retention.followed), asked.retention.method
    rows = rows_of(every, by, only, GROUP_NAMES, "cohorts")
    _check_survival(rows, method)
    z = Z95 if rows.groupby(list(by), observed=True).ngroups <= MANY else Z998
    rest = METHODS[method](rest_of(split_by(every, GROUP_NAMES, ()), rows, by), list(by), z)
    both = METHODS[method](rows, list(by), z).merge(rest, on=[*by, "years"], suffixes=("", "_rest"))
    both = both.loc[both["years"] == asked.year].reset_index(drop=True)
    sides = [
        both[[f"{name}{end}" for name in ("at_start", "rate", "low", "high")]].set_axis(
            ["at_start", "rate", "low", "high"], axis=1
        )
        for end in ("", "_rest")
    ]
    table = both[[*by, "years", "at_start", "rate"]].assign(rest_at_start=both["at_start_rest"], rest=both["rate_rest"])
    told = (f"{len(table)} comparisons: intervals are 99.8%",) if z == Z998 else ()
    return Answer(in_words(store, table.join(contrast(*sides)), by), told, store.sources("cohorts"))


def before_after(store: Store, asked: Programme, *, only: Only | None = None) -> Answer:
    """Each cohort's rate after so many years, beside the trend before (``measures.people.differences``)."""
    if asked.since is None:
        raise Unanswerable("when did the programme begin? give --since, the year of its first cohort")
    rows = rows_of(cohorts_of(store, asked.followed), ("cohort",), only, GROUP_NAMES, "cohorts")
    series = official(rows, ["cohort"])
    table = before_and_after(series.loc[series["years"] == asked.year], asked.since)
    told = ("describes what happened; it does not show that the programme caused it",)
    return Answer(table, told, store.sources("cohorts"))


NEEDS = ("cohorts",)
QUESTIONS = (
    Question(
        "retention", "share of a cohort in service, or that never left, by years since qualifying", retention,
        (METHOD, RELEASE, BASE), GROUPS, NEEDS, (), GROUPS, Retention,
    ),
    Question(
        "retention_difference", "each group's retention against everybody else's, with its interval",
        retention_difference, (YEAR, METHOD, RELEASE, BASE), GROUPS, NEEDS, ("network",), GROUPS, Difference,
    ),
    Question(
        "before_after", "retention by cohort before and after a programme began, against the trend before it",
        before_after, (SINCE, YEAR, RELEASE, BASE), (), NEEDS, (), GROUP_NAMES, Programme,
    ),
)  # fmt: skip
