"""Who may lead: ``eligibility``."""

from dataclasses import dataclass

from hubdata.answers import groups
from hubdata.answers.question import Answer, Option, Question
from hubdata.answers.reach.share import KIND, NEEDS, ROLE, reached
from hubdata.measures.asked import USUAL, Networks, Reach
from hubdata.measures.networks.eligibility import GRADES, has_grade
from hubdata.measures.networks.eligibility import eligibility as measure_eligibility
from hubdata.store import Store

GRADE = Option("grade", "the least headline grade a lead may have", GRADES, unsaid=True)


@dataclass(frozen=True)
class Pool:
    """The least headline grade that a lead may have, and of which networks the leads are."""

    grade: str = GRADES[0]
    networks: Networks = USUAL


def eligibility(store: Store, by: tuple[str, ...], asked: Pool, *, only: groups.Only | None = None) -> Answer:
    """The pool of eligible schools and how many of them lead (columns as ``measures.networks.eligibility``)."""
    schools = groups.schools_of(store, only, asked.networks)
    lead = reached(store, Reach("lead", networks=asked.networks)).astype(bool).loc[schools.index]
    schools = schools.assign(eligible=has_grade(schools["ofsted"], asked.grade), lead=lead)
    ungraded, outside = int(schools["ofsted"].isna().sum()), int((schools["lead"] & ~schools["eligible"]).sum())
    told = (f"{ungraded:,} of {len(schools):,} schools have no grade on record",) if ungraded else ()
    told += (f"{outside:,} lead schools are outside the pool: another grade today, or none",) if outside else ()
    rows, columns = groups.with_groups(store, schools, by, asked.networks)
    lists = groups.lists_of(store, asked.networks)
    return Answer(measure_eligibility(rows, columns), told, (*store.sources("schools", "districts"), *lists))


QUESTIONS = (
    Question(
        "eligibility", "schools with the grade to lead, and how many do", eligibility, (GRADE, KIND, ROLE),
        (*groups.EVERY_DIMENSION, "kind"), NEEDS, only=groups.EVERY_DIMENSION, choices=Pool,
    ),
)  # fmt: skip
