"""Recruits and the way in: ``recruitment``, ``recruitment_change`` and ``pipeline``."""

import pandas as pd

from hubdata.answers.people.cube import NEWEST, Edition, Only, in_words, rows_of
from hubdata.answers.people.retaining import RELEASE
from hubdata.answers.question import Answer, Question, Unanswerable
from hubdata.measures.people.editions import chosen_release, newest, split_by
from hubdata.measures.people.pipeline import complete, is_one_cohort
from hubdata.measures.people.pipeline import pipeline as measure_pipeline
from hubdata.measures.people.recruitment import changes
from hubdata.measures.people.recruitment import recruitment as measure_recruitment
from hubdata.schema.people import GROUP_NAMES
from hubdata.store import Store

DIMENSIONS_HERE = ("year", "phase", "subject", "route")
STAGE_GROUPS = ("cohort", *GROUP_NAMES)
KEY = ("cohort", *GROUP_NAMES, "stage")
NOT_ONE = (
    "these are not the same people from stage to stage: the numbers stand side by side, and a share of the stage "
    "before is no share of people"
)


def recruitment(store: Store, by: tuple[str, ...], edition: Edition, *, only: Only | None = None) -> Answer:
    """Target, recruits and their ratio (columns as ``measures.people.recruitment``); newest year unless split."""
    narrowed = dict(only or {})
    asked = tuple(dict.fromkeys((*by, *narrowed)))
    table = measure_recruitment(_rows(store, edition), asked)
    for name, code in narrowed.items():
        table = table.loc[table[name] == code]
    if table.empty:
        raise Unanswerable(f"recruitment is not held for {', '.join(narrowed.values()) or ' and '.join(asked)}")
    kept = table.drop(columns=[name for name in narrowed if name not in by]).reset_index(drop=True)
    return Answer(in_words(store, kept, by), (), store.sources("recruitment"))


def recruitment_change(store: Store, by: tuple[str, ...], edition: Edition, *, only: Only | None = None) -> Answer:
    """What moved the percentage from each year to the next: recruits or target, exactly.

    Columns: the groups, from_year, year, change, from_recruits, from_target (1 is the target).
    """
    groups = [name for name in by if name != "year"]
    told = recruitment(store, ("year", *groups), edition, only=only)
    table = changes(told.table, groups)
    if table.empty:
        raise Unanswerable("a change needs recruits and target of two years: load the training census")
    return Answer(table, ("the two parts add up to the change exactly",), told.sources)


def _rows(store: Store, edition: Edition) -> pd.DataFrame:
    rows = chosen_release(store.table("recruitment"), edition.release)
    if rows.empty:
        raise Unanswerable(f"no edition is called {edition.release!r}")
    return rows


def stages_of(store: Store, edition: Edition = NEWEST) -> pd.DataFrame:
    """The newest row of each cohort, group and stage."""
    release = edition.release
    return store.kept(("pipeline", release), lambda: newest(chosen_release(store.table("pipeline"), release), KEY))


def pipeline(store: Store, by: tuple[str, ...], edition: Edition, *, only: Only | None = None) -> Answer:
    """People at each stage (columns as ``measures.people.pipeline``). Without ``cohort``, cohorts past every stage.

    Facts: cohorts, those that were chosen so.
    """
    every = stages_of(store, edition)
    rows = rows_of(every, by, only, GROUP_NAMES, "pipeline")
    cohorts: list[str] = []
    told = ()
    if "cohort" not in by:
        known = set(rows["cohort"])
        cohorts = [name for name in complete(split_by(every, GROUP_NAMES, ())) if name in known] or complete(rows)
        rows = rows.loc[rows["cohort"].isin(cohorts)]
        told = (f"cohorts {', '.join(cohorts)}: those whose every stage is known",)
    if not is_one_cohort(rows):
        told = (*told, NOT_ONE)
    table = measure_pipeline(rows, list(by))
    return Answer(in_words(store, table, by), told, store.sources("pipeline"), {"cohorts": tuple(cohorts)})


QUESTIONS = (
    Question(
        "recruitment", "recruits to teacher training against the target", recruitment, (RELEASE,), DIMENSIONS_HERE,
        ("recruitment",), (), DIMENSIONS_HERE, Edition,
    ),
    Question(
        "recruitment_change", "what moved recruits over target: recruits or target", recruitment_change, (RELEASE,),
        DIMENSIONS_HERE, ("recruitment",), (), DIMENSIONS_HERE, Edition,
    ),
    Question(
        "pipeline", "people at each stage from training place to fifth year", pipeline, (RELEASE,), STAGE_GROUPS,
        ("pipeline",), (), STAGE_GROUPS, Edition,
    ),
)  # fmt: skip
