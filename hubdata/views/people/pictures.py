"""The pictures beside the first on each page about people, by the name that stands in addresses."""

from collections.abc import Mapping

from hubdata.views.people import (
    cohorts,
    fifth,
    labour,
    leavers,
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
from hubdata.views.picture import Picture

RECRUITMENT: Mapping[str, Picture] = {
    "moved": Picture(
        "What moved the share",
        recruitment.what_moved,
        "how much of the change came with recruits and how much with the target",
        tried=True,
    ),
    "funnel": Picture(
        "From training to year five",
        pipeline.funnel,
        "how many start to train, qualify, find a post and still teach five years on",
        ("pipeline",),
    ),
    "compared": Picture(
        "Two pipelines compared",
        two_pipelines.compared,
        "the same stages of two groups side by side, with the difference at each",
        ("pipeline",),
    ),
    "routes": Picture("Routes", recruitment.routes, "how many recruits take each route into teaching", tried=True),
    "vacancies": Picture(
        "Vacancies", labour.vacancies, "how many schools have a vacant post, region by region", ("vacancies",)
    ),
    "vacancy_map": Picture("Vacancies on the map", posts_map.vacancy_map, "where the vacant posts are", ("vacancies",)),
    "partners": Picture("Who trains with whom", training_map.partners),
    "supply": Picture(
        "Supply by region",
        labour.supply,
        "newly qualified teachers for every 100 schools of each region",
        ("pipeline",),
    ),
}
RETENTION: Mapping[str, Picture] = {
    "place": Picture(
        "Rural and urban",
        retention.by_place,
        "whether teachers of rural schools stay as often as those of urban ones",
        tried=True,
    ),
    "cohorts": Picture(
        "Cohort by cohort", cohorts.cohorts, "whether the newest cohort is kept better than those before it", tried=True
    ),
    "fifth": Picture(
        "Year five by cohort",
        fifth.by_cohort,
        "the share of each cohort still in service in its fifth year",
        tried=True,
    ),
    "framework": Picture(
        "Before and after 2021",
        programme.framework,
        "whether cohorts since the framework of 2021 stay more often than their trend",
        tried=True,
    ),
    "programme": Picture(
        "Before and after a programme",
        programme.named,
        "whether a programme's cohorts stay more often than their trend",
        ("cohorts",),
    ),
    "project": Picture(
        "A shared project", shared_project.stages, "the stage that each school of a project has reached", ("projects",)
    ),
    "lasted": Picture(
        "Before and after the project",
        programme.project,
        "whether teachers of the project's schools stay more often than before",
        ("projects",),
    ),
    "funnel": Picture(
        "Where the pipeline leaks",
        pipeline.funnel,
        "how many start to train, qualify, find a post and still teach five years on",
        ("pipeline",),
    ),
    "compared": Picture(
        "Two pipelines compared",
        two_pipelines.compared,
        "the same stages of two groups side by side, with the difference at each",
        ("pipeline",),
    ),
    "leavers": Picture(
        "Leavers of every age", leavers.leavers, "the share of all teachers who left, year by year", ("leavers",)
    ),
}
PATHWAY: Mapping[str, Picture] = {
    "starts": Picture(
        "Qualifications begun",
        qualifications.starts,
        "qualifications begun for every 100 teachers, region by region",
        tried=True,
    ),
    "missing": Picture(
        "Missing rungs", missing_rungs.missing, "where steps of the career are seldom taken", tried=True
    ),
    "providers": Picture(
        "Who offers qualifications",
        pathway.providers,
        "how many participants each kind of provider has",
        ("providers",),
    ),
    "mentors": Picture(
        "Mentors", pathway.mentoring, "early career teachers for each mentor, by hub area", ("mentors",)
    ),
    "leavers": Picture(
        "Leavers of every age", leavers.leavers, "the share of all teachers who left, year by year", ("leavers",)
    ),
}
