"""Every format that is read. To add one: a module with a ``FORMAT`` and its name here."""

from hubdata.sources import (
    boundaries,
    deprivation,
    explore_participants,
    explore_profiles,
    explore_recruitment,
    explore_retention,
    explore_workforce,
    former_districts,
    free_meals,
    gias,
    groups,
    hub_areas,
    links,
    lookups,
    own_lists,
    premium,
    published_figures,
    school_direct,
    teaching_schools,
    training_partners,
    training_sites,
    workforce_census,
    workforce_model,
)
from hubdata.sources.formats import Format, ShapeFormat

PEOPLE: tuple[Format, ...] = (
    *explore_retention.FORMATS,
    *explore_recruitment.FORMATS,
    *explore_participants.FORMATS,
    *explore_profiles.FORMATS,
    *explore_workforce.FORMATS,
    *workforce_model.FORMATS,
    *workforce_census.FORMATS,
    *published_figures.FORMATS,
)
FORMATS: tuple[Format, ...] = (
    gias.FORMAT,
    links.FORMAT,
    teaching_schools.FORMAT,
    hub_areas.FORMAT,
    lookups.FORMAT,
    former_districts.FORMAT,
    groups.LINKS,
    groups.GROUPS,
    school_direct.FORMAT,
    training_sites.FORMAT,
    training_partners.FORMAT,
    free_meals.FORMAT,
    premium.FORMAT,
    deprivation.FORMAT,
    *own_lists.FORMATS,
    *PEOPLE,
)
SHAPE_FORMATS: tuple[ShapeFormat, ...] = (boundaries.DISTRICTS, boundaries.WIDER)
BY_NAME: dict[str, Format | ShapeFormat] = {f.name: f for f in (*FORMATS, *SHAPE_FORMATS)}
