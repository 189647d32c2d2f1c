"""Posts and people: ``vacancies``, ``supply`` and ``leavers``."""

from dataclasses import dataclass

import pandas as pd

from hubdata.answers import groups
from hubdata.answers.people.cube import in_words
from hubdata.answers.people.recruiting import stages_of
from hubdata.answers.question import Answer, Option, Question, Unanswerable
from hubdata.measures.people.editions import newest, split_by
from hubdata.measures.people.vacancies import standing_out
from hubdata.measures.people.vacancies import supply as measure_supply
from hubdata.measures.people.vacancies import vacancies as measure_vacancies
from hubdata.schema.people import ALL, GROUP_NAMES
from hubdata.store import Store

CENSUS = Option("census", "year of the census (the newest)")
FLOW = Option("flow", "one flow of the model, such as 'Total leaver rate'")
AREAS = ("region", "la")
JUDGED = (*AREAS, "district")
ALL_AGES = "rates are of all teachers in service that year, of every age: never on one axis with a cohort's"


@dataclass(frozen=True)
class Census:
    """The year of a census; None is the newest."""

    census: str | None = None


@dataclass(frozen=True)
class Flow:
    """One flow of the model; None is all of them."""

    flow: str | None = None


def vacancies(store: Store, by: tuple[str, ...], asked: Census, *, only: groups.Only | None = None) -> Answer:
    """Vacant posts of each group of schools (columns as ``measures.people.vacancies``), newest census or another.

    Facts, by one kind of area: verdicts, area code to verdict, all of England's areas of the kind judged together.
    """
    table = store.table("vacancies").astype({"year": "str"})
    year = asked.census or table["year"].max()
    posts = table.loc[table["year"] == year, ["urn", "vacancies", "temporary"]]
    if posts.empty:
        raise Unanswerable(f"no census of {year!r} is loaded")
    every = groups.schools_of(store, only).merge(posts.astype({"urn": "str"}), on="urn", how="left")
    schools, columns = groups.with_groups(store, every, by)
    found = measure_vacancies(schools, columns)
    facts = {"verdicts": _verdicts(store, by[0], posts, year)} if len(by) == 1 and by[0] in JUDGED else {}
    unknown = int(every["vacancies"].isna().sum())
    told = (f"census of November {year}", *((f"{unknown:,} schools are not in it",) if unknown else ()))
    return Answer(found, told, store.sources("vacancies", "schools"), facts)


def _verdicts(store: Store, level: str, posts: pd.DataFrame, year: str) -> dict[str, str]:
    """Area code to verdict, of every area of the kind against the rest of England, whichever are asked for."""

    def found() -> dict[str, str]:
        every = groups.schools_of(store, None).merge(posts.astype({"urn": "str"}), on="urn", how="left")
        schools, columns = groups.with_groups(store, every, (level,))
        areas = measure_vacancies(schools, columns).dropna(subset=[level])
        return dict(zip(areas[level].astype("str"), standing_out(areas), strict=True))

    return store.kept(("vacancies judged", level, year), found)


def supply(store: Store, by: tuple[str, ...]) -> Answer:
    """Newly qualified teachers of the newest cohort per 100 schools (as ``measures.people.vacancies.supply``)."""
    if len(by) != 1 or by[0] not in AREAS:
        raise Unanswerable("supply is of areas: give --by region or la")
    rows = split_by(stages_of(store), GROUP_NAMES, by)
    rows = rows.loc[(rows["stage"] == "QTS") & rows["people"].notna()]
    if rows.empty:
        raise Unanswerable(f"newly qualified teachers are not held by {by[0]}")
    cohort = rows["cohort"].astype("str").max()
    table = measure_supply(rows.loc[rows["cohort"] == cohort], groups.schools_of(store), by)
    return Answer(
        in_words(store, table, by), (f"trainees of {cohort} who qualified",), store.sources("pipeline", "schools")
    )


def leavers(store: Store, by: tuple[str, ...], asked: Flow) -> Answer:
    """Leaver rates and entrants of the national model, from its newest publication.

    Columns: year, phase, subject, then flow, value (rates 0 to 1, entrants in full-time equivalents), unit, standing
    (Historic or Trajectory: what was assumed for later years), release.
    """
    table = newest(store.table("flows"), ("phase", "subject", "year", "flow"))
    plain = table.astype(dict.fromkeys(("phase", "subject", "year", "flow", "unit", "standing", "release"), "str"))
    if asked.flow:
        plain = plain.loc[plain["flow"] == asked.flow]
    whole = plain["subject"] == ALL
    kept = plain.loc[~whole | (plain["phase"] == "Primary")] if "subject" in by else plain.loc[whole]
    if kept.empty:
        raise Unanswerable(f"the model has no flow {asked.flow!r}")
    columns = ["year", "phase", *(["subject"] if "subject" in by else [])]
    rows = kept[[*columns, "flow", "value", "unit", "standing", "release"]].sort_values(columns, ignore_index=True)
    return Answer(rows, (ALL_AGES,), store.sources("flows"))


QUESTIONS = (
    Question(
        "vacancies", "vacant posts, and schools with one", vacancies, (CENSUS,), groups.EVERY_DIMENSION[:-1],
        ("vacancies", "schools", "districts"), (), groups.EVERY_DIMENSION[:-1], Census,
    ),
    Question(
        "supply", "newly qualified teachers for every hundred schools", supply, (), AREAS,
        ("pipeline", "schools", "districts"), ("la",),
    ),
    Question(
        "leavers", "leaver rates and entrants by year, from the Teacher Workforce Model", leavers, (FLOW,),
        ("year", "phase", "subject"), ("flows",), ("year", "phase"), choices=Flow,
    ),
)  # fmt: skip
