"""Every format that is read. To add one: a module with a ``FORMAT`` and its name here."""

from hubdata.sources import (
    boundaries,
    explore_participants,
    explore_profiles,
    explore_recruitment,
    explore_retention,
    explore_workforce,
    gias,
    groups,
    hub_areas,
    links,
    lookups,
    need,
    own_lists,
    published_figures,
    teaching_schools,
    training,
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
    lookups.AUTHORITIES,
    lookups.VINTAGES,
    groups.LINKS,
    groups.GROUPS,
    *training.FORMATS,
    *need.FORMATS,
    *own_lists.FORMATS,
    *PEOPLE,
)
SHAPE_FORMATS: tuple[ShapeFormat, ...] = (boundaries.DISTRICTS, boundaries.WIDER)
BY_NAME: dict[str, Format | ShapeFormat] = {f.name: f for f in (*FORMATS, *SHAPE_FORMATS)}
