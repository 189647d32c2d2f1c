"""Every format that is read. To add one: a module with a ``FORMAT`` and its name here."""

from hubdata.sources import boundaries, gias, hub_areas, links, lookups, own_lists, teaching_schools
from hubdata.sources.formats import Format, ShapeFormat

FORMATS: tuple[Format, ...] = (
    gias.FORMAT,
    links.FORMAT,
    teaching_schools.FORMAT,
    hub_areas.FORMAT,
    lookups.AUTHORITIES,
    lookups.VINTAGES,
    *own_lists.FORMATS,
)
SHAPE_FORMATS: tuple[ShapeFormat, ...] = (boundaries.DISTRICTS, boundaries.WIDER)
BY_NAME: dict[str, Format | ShapeFormat] = {f.name: f for f in (*FORMATS, *SHAPE_FORMATS)}
