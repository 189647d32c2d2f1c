"""A project that many schools share, stage by stage: ``project``."""

from dataclasses import dataclass

import pandas as pd

from hubdata.answers import groups
from hubdata.answers.question import Answer, Option, Question, Unanswerable
from hubdata.measures.people.projects import by_stage
from hubdata.store import Store

PROJECT = Option("project", "name of the project (the first of the list)")
AREAS = ("region", "la", "network")


@dataclass(frozen=True)
class Project:
    """The name of a project; None is the first of the list."""

    project: str | None = None


FIRST = Project()


def project(store: Store, asked: Project, *, only: groups.Only | None = None) -> Answer:
    """The schools of a project at each stage (columns as ``measures.people.projects.by_stage``), of one area if asked.

    Facts: project, schools, networks.
    """
    schools = project_schools(store, asked, only)
    members = groups.members_of(store)
    table = by_stage(schools, members)
    inside = members.loc[members["urn"].isin(schools["urn"]), "network"].nunique()
    name = schools["project"].iloc[0]
    told = (f"project {name}: {len(schools):,} schools of {inside:,} networks", "activity, not effect")
    facts = {"project": name, "schools": len(schools), "networks": inside}
    return Answer(table, told, (*store.sources("projects"), *groups.lists_of(store)), facts)


def project_schools(store: Store, asked: Project, only: groups.Only | None = None) -> pd.DataFrame:
    """The schools of a project: project, urn, stage, since, and from the register name, la, easting and northing."""
    table = store.table("projects").astype({"project": "str", "urn": "str", "stage": "str"})
    name = asked.project or sorted(table["project"].unique())[0]
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
        members = groups.members_of(store)
        return schools["urn"].isin(members.loc[members["network"].astype("str") == code, "urn"])
    districts = store.authorities()
    return schools["la"].isin(districts.loc[districts[level] == code, "la"])


QUESTIONS = (
    Question(
        "project", "schools of a shared project at each stage", project, (PROJECT,), (),
        ("projects", "schools", "networks", "members", "districts"), (), AREAS, Project,
    ),
)  # fmt: skip
