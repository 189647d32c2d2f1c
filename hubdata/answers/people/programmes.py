"""A programme before and after, against the trend of the cohorts before it: ``before_after``."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from hubdata.answers.people.cube import Only, rows_of
from hubdata.answers.people.retaining import BASE, NEEDS, RELEASE, Followed, cohorts_of, revisions
from hubdata.answers.question import Answer, Option, Question, Unanswerable
from hubdata.measures.people.placebo import Placebo, placebo
from hubdata.measures.people.retention import official
from hubdata.measures.people.rounding import steps
from hubdata.measures.people.trend import before_and_after
from hubdata.measures.statistics.verdicts import ABOVE, BELOW, counted
from hubdata.schema.people import GROUP_NAMES
from hubdata.store import Store

YEAR = Option("year", "years after qualifying", kind=int, least=1)
SINCE = Option("since", "first cohort of the programme, such as 2016", kind=int)
DESCRIBES = "describes what happened; it does not show that the {what} caused it"

ANYBODY = Followed()


@dataclass(frozen=True)
class Programme:
    """The first cohort of a programme, and after how many years its cohorts are looked at."""

    since: int | None = None
    year: int = 1
    followed: Followed = ANYBODY


def before_after(store: Store, asked: Programme, *, only: Only | None = None) -> Answer:
    """Each cohort's rate after so many years, beside the trend before (``measures.people.trend.before_and_after``).

    Facts: verdicts (one a row, missing before the programme), placebo.
    """
    if asked.since is None:
        raise Unanswerable("when did the programme begin? give --since, the year of its first cohort")
    rows = rows_of(cohorts_of(store, asked.followed), ("cohort",), only, GROUP_NAMES, "cohorts")
    return told(store, official(rows, ["cohort"]), asked, "programme", ("cohorts",))


def told(store: Store, rates: pd.DataFrame, asked: Programme, what: str, tables: tuple[str, ...]) -> Answer:
    """Cohorts before and after: the table with what is said of it, its verdicts and the placebo.

    Args:
        store: the data.
        rates: what ``measures.people.retention.official`` returned by cohort.
        asked: the first cohort, and after how many years.
        what: what began, in a word.
        tables: those that the answer rests on.
    """
    series = rates.assign(step=steps(rates)).loc[rates["years"] == asked.year]
    revised = _revised(store, asked)
    table, verdicts = before_and_after(series, asked.since, revised)
    others = placebo(series, asked.since, revised)
    said = (_outside(table, verdicts), _placebo(others), DESCRIBES.format(what=what))
    return Answer(table, said, store.sources(*tables), {"verdicts": verdicts, "placebo": others})


def _revised(store: Store, asked: Programme) -> float:
    """By how much newer editions moved England's rates of that year, root mean square; 0 where none was moved."""
    older = revisions(store, asked.followed)
    moved = older.loc[older["years"] == asked.year]
    return float(np.sqrt(((moved["newer"] - moved["rate"]) ** 2).mean())) if len(moved) else 0.0


def _outside(table: pd.DataFrame, verdicts: pd.Series) -> str:
    differs = verdicts.isin((BELOW, ABOVE))
    named = [f"{cohort} {word}" for cohort, word in zip(table["cohort"][differs], verdicts[differs], strict=True)]
    judged = counted(verdicts)
    many = "1 cohort" if judged.areas == 1 else f"{judged.areas} cohorts"
    return (
        f"of {many} judged, chance alone would put {judged.outside:.1f} outside the 95% band; different from the "
        f"trend, false finds held to 5%: {', '.join(named) or 'none'}"
    )


def _placebo(others: Placebo) -> str:
    return f"placebo: of {others.tried} other first cohorts, {others.outside} would show a cohort off the trend as well"


QUESTIONS = (
    Question(
        "before_after", "retention by cohort before and after a programme began, against the trend before it",
        before_after, (SINCE, YEAR, RELEASE, BASE), (), NEEDS, (), GROUP_NAMES, Programme,
    ),
)  # fmt: skip
