"""The pictures beside the first on each page about people, by the name that stands in addresses."""

from collections.abc import Callable, Mapping

from hubdata.store import Store
from hubdata.views.people import cohorts, labour, pathway, pipeline, recruitment, retention
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.view import View

Draw = Callable[[Store, PeopleChoices], View]

RECRUITMENT: Mapping[str, tuple[str, Draw]] = {
    "moved": ("What moved the share", recruitment.what_moved),
    "funnel": ("From training to year five", pipeline.funnel),
    "routes": ("Routes", recruitment.routes),
    "vacancies": ("Vacancies", labour.vacancies),
    "supply": ("Supply by region", labour.supply),
}
RETENTION: Mapping[str, tuple[str, Draw]] = {
    "place": ("Rural and urban", retention.by_place),
    "cohorts": ("Cohort by cohort", cohorts.cohorts),
    "framework": ("Before and after 2021", cohorts.framework),
    "funnel": ("Where the pipeline leaks", pipeline.funnel),
    "compared": ("The pipeline, rural and urban", pipeline.compared),
    "leavers": ("Leavers of every age", pathway.leavers),
}
PATHWAY: Mapping[str, tuple[str, Draw]] = {
    "providers": ("Who offers qualifications", pathway.providers),
    "mentors": ("Mentors", pathway.mentoring),
    "leavers": ("Leavers of every age", pathway.leavers),
}
