"""Who may lead: ``eligibility``."""

from datetime import date

import pandas as pd

from hubdata.answers import groups
from hubdata.answers.question import Answer, Option, Question
from hubdata.answers.reach.share import KIND, NEEDS, ROLE, reached
from hubdata.measures.networks.eligibility import GRADES, has_grade
from hubdata.measures.networks.eligibility import eligibility as measure_eligibility
from hubdata.store import Store

GRADE = Option("grade", GRADES[0], "the least headline grade a lead may have", GRADES)


def eligibility(
    store: Store,
    by: tuple[str, ...] = (),
    *,
    only: groups.Only | None = None,
    grade: str = GRADES[0],
    kind: str | None = None,
    as_at: date | None = None,
) -> Answer:
    """The pool of eligible schools and how many of them lead (columns as ``measures.networks.eligibility``)."""
    schools = groups.schools_of(store, only, kind, as_at)
    flags = {"eligible": has_grade(schools["ofsted"], grade), "lead": _leads(store, kind, as_at).loc[schools.index]}
    schools = schools.assign(**flags)
    ungraded, outside = int(schools["ofsted"].isna().sum()), int((schools["lead"] & ~schools["eligible"]).sum())
    told = (f"{ungraded:,} of {len(schools):,} schools have no grade on record",) if ungraded else ()
    told += (f"{outside:,} lead schools are outside the pool: another grade today, or none",) if outside else ()
    rows, columns = groups.with_groups(store, schools, by, kind, as_at)
    lists = groups.lists_of(store, kind, as_at)
    return Answer(measure_eligibility(rows, columns), told, (*store.sources("schools", "districts"), *lists))


def _leads(store: Store, kind: str | None, as_at: date | None) -> pd.Series:
    return reached(store, "lead", 0.0, kind, as_at).astype(bool)


QUESTIONS = (
    Question(
        "eligibility", "schools with the grade to lead, and how many do", eligibility, (GRADE, KIND, ROLE),
        (*groups.EVERY_DIMENSION, "kind"), NEEDS, only=groups.EVERY_DIMENSION,
    ),
)  # fmt: skip
