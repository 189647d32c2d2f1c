"""Those whom a project's networks trained, before and after it began: ``project_retention``."""

from dataclasses import dataclass, replace

from hubdata.answers import groups
from hubdata.answers.people.cube import rows_of
from hubdata.answers.people.programmes import SINCE, YEAR, Programme, told
from hubdata.answers.people.projects import FIRST, PROJECT, Project, project_schools
from hubdata.answers.people.retaining import BASE, RELEASE, cohorts_of
from hubdata.answers.question import Answer, Question, Unanswerable
from hubdata.measures.people.projects import pooled
from hubdata.measures.people.retention import official
from hubdata.schema.people import GROUP_NAMES
from hubdata.store import Store

WHEN_IT_BEGAN = Programme()


@dataclass(frozen=True)
class Lasted:
    """A project, as the programme that it was for those whom its networks trained."""

    project: Project = FIRST
    programme: Programme = WHEN_IT_BEGAN


def project_retention(store: Store, asked: Lasted) -> Answer:
    """Those whom the project's networks trained, cohort by cohort, beside the trend before (as ``before_after``).

    A network takes part where its lead school does; without ``since`` the first cohort is that of the year in which the
    first school began.
    """
    programme = asked.programme
    schools = project_schools(store, asked.project)
    leads = groups.leads_of(store).astype({"urn": "str", "network": "str"})
    networks = set(leads.loc[leads["urn"].isin(schools["urn"]), "network"])
    rows = rows_of(cohorts_of(store, programme.followed), ("cohort", "network"), None, GROUP_NAMES, "cohorts")
    held = pooled(rows, networks)
    if held.empty:
        raise Unanswerable("the networks of the project have no cohort that is followed")
    began = programme.since or int(schools["since"].min().year)
    answer = told(
        store, official(held, ["cohort"]), replace(programme, since=began), "project", ("projects", "cohorts")
    )
    networked = f"{len(networks):,} networks whose lead school takes part; first cohort {began}"
    return replace(answer, messages=(networked, *answer.messages))


QUESTIONS = (
    Question(
        "project_retention", "retention of those whom a project's networks trained, before and after it began",
        project_retention, (PROJECT, SINCE, YEAR, RELEASE, BASE), (),
        ("projects", "cohorts", "schools", "networks", "members"),
        choices=Lasted,
    ),
)  # fmt: skip
