"""One pipeline against another: ``pipeline_difference``."""

from dataclasses import dataclass

import pandas as pd

from hubdata.answers.people.cube import NEWEST, Edition, Only
from hubdata.answers.people.recruiting import NOT_ONE, STAGE_GROUPS, stages_of
from hubdata.answers.people.retaining import RELEASE
from hubdata.answers.people.two_sides import ENGLAND, PAIRS, Side, level_of, sides_of
from hubdata.answers.question import Answer, Option, Question, Unanswerable
from hubdata.measures.people.among_areas import among_areas
from hubdata.measures.people.editions import split_by
from hubdata.measures.people.pipeline import complete, is_one_cohort, pipeline
from hubdata.measures.people.two_pipelines import side_by_side
from hubdata.schema.people import GROUP_NAMES
from hubdata.store import Store

AGAINST = Option("against", "rural, phase or route (the two largest), england (the rest of it), or the code of an area")


@dataclass(frozen=True)
class Against:
    """What the first of two pipelines is set against, and in which edition."""

    against: str = "rural"
    edition: Edition = NEWEST


def pipeline_difference(store: Store, asked: Against, *, only: Only | None = None) -> Answer:
    """Two groups from the start of training on (columns a, b and as ``measures.people.two_pipelines.side_by_side``).

    ``only`` narrows both to a place, or with ``against`` an area names the first of the two; with a cohort that cohort
    alone is followed, else all that are known at every stage. An area is judged as one of all areas of its kind.
    """
    every = stages_of(store, asked.edition)
    cohort = (only or {}).get("cohort")
    place = {name: code for name, code in (only or {}).items() if name != "cohort"}
    sides = sides_of(store, every, asked.against, place)
    cohorts = _cohorts(every, sides, cohort)
    kept = [side.rows.loc[side.rows["cohort"].astype("str").isin(cohorts)] for side in sides]
    if not cohorts or not all(is_one_cohort(rows) for rows in kept):
        raise Unanswerable(f"no cohort is followed from stage to stage in both: {NOT_ONE}")
    table = side_by_side(*(pipeline(rows, []) for rows in kept))
    if asked.against not in (*PAIRS, "route") and len(place) < 2:
        table = _among_areas(table, every, cohorts, asked.against, place)
    table.insert(1, "a", sides[0].name)
    table.insert(6, "b", sides[1].name)
    return Answer(table, (f"cohorts {', '.join(cohorts)}",), store.sources("pipeline"))


def _among_areas(
    table: pd.DataFrame, every: pd.DataFrame, cohorts: list[str], against: str, place: Only
) -> pd.DataFrame:
    """The table with an area judged as one of its kind, as everywhere else."""
    level = next(iter(place), None) or level_of(every, against)
    code = place.get(level, against)
    other = against if place and against != ENGLAND else None
    rows = every.loc[every["cohort"].astype("str").isin(cohorts)]
    areas = split_by(rows, GROUP_NAMES, (level,))
    said = among_areas(areas.assign(area=areas[level]), split_by(rows, GROUP_NAMES, ()), code, other)
    verdict = table["stage"].astype("str").map(said)
    return table.assign(verdict=verdict.where(table["verdict"] != "", "").fillna(""))


def _cohorts(every: pd.DataFrame, sides: tuple[Side, Side], cohort: str | None) -> list[str]:
    """The cohorts to follow: those of both sides that England knows at every stage, or the one asked for."""
    both = set.intersection(*(set(side.rows["cohort"].astype("str")) for side in sides))
    if cohort:
        return [cohort] if cohort in both else []
    return [name for name in complete(split_by(every, GROUP_NAMES, ())) if name in both]


QUESTIONS = (
    Question(
        "pipeline_difference", "two groups from the start of training to year five, with the difference at each stage",
        pipeline_difference, (AGAINST, RELEASE), (), ("pipeline",), (), STAGE_GROUPS, Against,
    ),
)  # fmt: skip
