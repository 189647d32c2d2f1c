"""Who stays in teaching: ``retention``."""

from dataclasses import dataclass

import pandas as pd

from hubdata.answers.people.cube import NEWEST, Edition, Only, in_words, rows_of
from hubdata.answers.question import Answer, Option, Question, Unanswerable
from hubdata.measures.people.editions import PUBLISHED, chosen_release, newest, split_by, superseded
from hubdata.measures.people.newest_cohorts import newest_two
from hubdata.measures.people.retention import official, rises, with_young
from hubdata.measures.people.survival import survival
from hubdata.provenance import Unpublished
from hubdata.schema.people import BASES, GROUP_NAMES
from hubdata.store import Store

METHODS = {"official": official, "survival": survival}
METHOD = Option("method", "official: in service that year, breaks allowed; survival: never left so far", tuple(METHODS))
RELEASE = Option("release", f"edition to read, or {PUBLISHED!r} for every one that is not illustrative")
BASE = Option("base", "who is followed (the first of these that the data hold)", BASES)
GROUPS = ("cohort", *GROUP_NAMES)
KEY = ("base", "cohort", *GROUP_NAMES, "years")
NEW_CENSUS = 2010
SHOWN = 3


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


def revisions(store: Store, followed: Followed) -> pd.DataFrame:
    """England's rows that a newer edition prints differently (``measures.people.editions.superseded``)."""
    return store.kept(("superseded", followed), lambda: _superseded(store, followed))


def _superseded(store: Store, followed: Followed) -> pd.DataFrame:
    whole = split_by(_editions(store, followed), GROUP_NAMES, ())
    return superseded(whole, KEY, "rate").astype({"cohort": "str"})


def retention(store: Store, by: tuple[str, ...], asked: Retention, *, only: Only | None = None) -> Answer:
    """The share still there after so many years, in one of two ways (columns as ``measures.people.retention.COLUMNS``).

    Years that no census has seen have a row that says so when grouped by cohort. Facts, by cohort alone: newest, the
    verdict on the newest cohort against the one before it, one year after qualifying.
    """
    method = asked.method
    rows = rows_of(cohorts_of(store, asked.followed), by, only, GROUP_NAMES, "cohorts")
    check_survival(rows, method)
    if "cohort" in by:
        rows = with_young(rows, GROUP_NAMES)
    table = METHODS[method](rows, list(by))
    told = (*_left_out(rows, by), *_revised(store, rows, asked.followed), *_risen(table, by, method), *_broken(rows))
    facts = {"newest": newest_two(table)} if by == ("cohort",) else {}
    return Answer(in_words(store, table, by), told, store.sources("cohorts"), facts)


def _left_out(rows: pd.DataFrame, by: tuple[str, ...]) -> tuple[str, ...]:
    """How many cohorts cannot be pooled, because their size is hidden or nobody prints it."""
    unsized = 0 if "cohort" in by else rows.loc[rows["at_start"].isna(), "cohort"].nunique()
    return (f"{unsized} cohorts are left out: their size is hidden or not published",) if unsized else ()


def check_survival(rows: pd.DataFrame, method: str) -> None:
    """Raise ``Unpublished`` where survival is asked of rows whose first exits nobody knows."""
    if method == "survival" and rows["stayed"].isna().all():
        raise Unpublished("cohorts", "survival needs first exits, which are not published: load a trainees file")


def _revised(store: Store, rows: pd.DataFrame, followed: Followed) -> tuple[str, ...]:
    """What an older edition printed otherwise, for the first few cohorts."""
    every = revisions(store, followed)
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


NEEDS = ("cohorts",)
QUESTIONS = (
    Question(
        "retention", "share of a cohort in service, or that never left, by years since qualifying", retention,
        (METHOD, RELEASE, BASE), GROUPS, NEEDS, (), GROUPS, Retention,
    ),
)  # fmt: skip
