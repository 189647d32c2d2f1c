"""Every format that is read. To add one: a module with a ``FORMAT`` and its name here."""

from hubdata.sources.areas import boundaries, former_districts, lookups, yearly_lookups
from hubdata.sources.formats import Format, ShapeFormat
from hubdata.sources.networks import (
    dated_hubs,
    hub_areas,
    school_direct,
    teaching_schools,
    training_partners,
    training_providers,
    training_sites,
)
from hubdata.sources.own import flagged, own_lists
from hubdata.sources.people import (
    explore_participants,
    explore_profiles,
    explore_recruitment,
    explore_retention,
    explore_workforce,
    published_figures,
    workforce_census,
    workforce_model,
)
from hubdata.sources.schools import (
    deprivation,
    free_meals,
    gias,
    groups,
    links,
    performance_census,
    premium,
    premium_years,
    school_census,
)

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
    *yearly_lookups.FORMATS,
    groups.LINKS,
    groups.GROUPS,
    school_direct.FORMAT,
    training_sites.FORMAT,
    training_partners.FORMAT,
    training_providers.FORMAT,
    dated_hubs.FORMAT,
    free_meals.FORMAT,
    premium.FORMAT,
    premium_years.FORMAT,
    school_census.FORMAT,
    performance_census.FORMAT,
    deprivation.FORMAT,
    *flagged.FORMATS,
    *own_lists.FORMATS,
    *PEOPLE,
)
SHAPE_FORMATS: tuple[ShapeFormat, ...] = (boundaries.DISTRICTS, boundaries.WIDER)
BY_NAME: dict[str, Format | ShapeFormat] = {f.name: f for f in (*FORMATS, *SHAPE_FORMATS)}
