"""The pictures beside the first on each page about people, by the name that stands in addresses."""

from collections.abc import Callable, Mapping

from hubdata.store import Store
from hubdata.views.people import (
    cohorts,
    fifth,
    labour,
    missing_rungs,
    pathway,
    pipeline,
    posts_map,
    programme,
    qualifications,
    recruitment,
    retention,
    shared_project,
    training_map,
    two_pipelines,
)
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.view import View

Draw = Callable[[Store, PeopleChoices], View]

RECRUITMENT: Mapping[str, tuple[str, Draw]] = {
    "moved": ("What moved the share", recruitment.what_moved),
    "funnel": ("From training to year five", pipeline.funnel),
    "compared": ("Two pipelines compared", two_pipelines.compared),
    "routes": ("Routes", recruitment.routes),
    "vacancies": ("Vacancies", labour.vacancies),
    "vacancy_map": ("Vacancies on the map", posts_map.vacancy_map),
    "partners": ("Who trains with whom", training_map.partners),
    "supply": ("Supply by region", labour.supply),
}
RETENTION: Mapping[str, tuple[str, Draw]] = {
    "place": ("Rural and urban", retention.by_place),
    "cohorts": ("Cohort by cohort", cohorts.cohorts),
    "fifth": ("Year five by cohort", fifth.by_cohort),
    "framework": ("Before and after 2021", programme.framework),
    "programme": ("Before and after a programme", programme.named),
    "project": ("A shared project", shared_project.stages),
    "lasted": ("Before and after the project", programme.project),
    "funnel": ("Where the pipeline leaks", pipeline.funnel),
    "compared": ("Two pipelines compared", two_pipelines.compared),
    "leavers": ("Leavers of every age", pathway.leavers),
}
PATHWAY: Mapping[str, tuple[str, Draw]] = {
    "starts": ("Qualifications begun", qualifications.starts),
    "missing": ("Missing rungs", missing_rungs.missing),
    "providers": ("Who offers qualifications", pathway.providers),
    "mentors": ("Mentors", pathway.mentoring),
    "leavers": ("Leavers of every age", pathway.leavers),
}
