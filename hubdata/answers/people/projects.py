"""A project that many schools share, stage by stage: ``project``."""

import pandas as pd

from hubdata.answers import groups
from hubdata.answers.question import Answer, Option, Question, Unanswerable
from hubdata.measures.people.projects import by_stage
from hubdata.store import Store

PROJECT = Option("project", None, "name of the project (the first of the list)")
AREAS = ("region", "la", "network")


def project(
    store: Store, by: tuple[str, ...] = (), *, project: str | None = None, only: groups.Only | None = None
) -> Answer:
    """Schools of a project at each stage (columns as ``measures.people.projects.by_stage``), of one area if asked.

    Facts: project, schools, networks.
    """
    del by
    schools = project_schools(store, project, only)
    members = groups.members_of(store, None, None)
    table = by_stage(schools, members)
    inside = members.loc[members["urn"].isin(schools["urn"]), "network"].nunique()
    name = schools["project"].iloc[0]
    told = (f"project {name}: {len(schools):,} schools of {inside:,} networks", "activity, not effect")
    facts = {"project": name, "schools": len(schools), "networks": inside}
    return Answer(table, told, (*store.sources("projects"), *groups.lists_of(store, None)), facts)


def project_schools(store: Store, project: str | None, only: groups.Only | None = None) -> pd.DataFrame:
    """The schools of a project: project, urn, stage, since, and from the register name, la, easting and northing."""
    table = store.table("projects").astype({"project": "str", "urn": "str", "stage": "str"})
    name = project or sorted(table["project"].unique())[0]
    mine = table.loc[table["project"] == name]
    if mine.empty:
        raise Unanswerable(f"no project is called {name!r}")
    register = store.table("schools").astype({"urn": "str", "la": "str", "name": "str"})
    found = mine.merge(register[["urn", "name", "la", "easting", "northing"]], on="urn", how="left")
    for level, code in (only or {}).items():
        found = found.loc[_inside(store, found, level, code)]
    if found.empty:
        raise Unanswerable(f"no school of project {name} is in {' and '.join((only or {}).values())}")
    return found.reset_index(drop=True)


def _inside(store: Store, schools: pd.DataFrame, level: str, code: str) -> pd.Series:
    if level == "network":
        members = groups.members_of(store, None, None)
        return schools["urn"].isin(members.loc[members["network"].astype("str") == code, "urn"])
    districts = store.authorities()
    return schools["la"].isin(districts.loc[districts[level] == code, "la"])


QUESTIONS = (
    Question(
        "project", "schools of a shared project at each stage", project, (PROJECT,), (),
        ("projects", "schools", "networks", "members", "districts"), (), AREAS,
    ),
)  # fmt: skip
