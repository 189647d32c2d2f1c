"""The tables: what each holds, its key and its columns. The one contract between files, measures and pages.

To add a table, write a ``Table`` in the module of its subject and name it in ``TABLES``; ``sources`` fill it,
``snapshot`` writes and checks it.
"""

from hubdata.schema import people, workforce
from hubdata.schema.codes import (
    ADMISSIONS,
    AREAS_OF_WORK,
    DEEMED,
    LOCALITIES,
    MEMBER_ROLES,
    NETWORK_KINDS,
    NOT_KNOWN,
    OPEN,
    PHASES,
    REGIONS,
    RUC_CLASSES,
    SELECTING,
    SIZES,
    STATE_FUNDED,
    TRUST_SIZES,
)
from hubdata.schema.columns import Column, Kind, Table
from hubdata.schema.networks import FUNDING, HUB_LISTS, MEMBERS, NETWORK_AREAS, NETWORKS, ROLES, SUPPORT
from hubdata.schema.schools import DISTRICTS, LINKS, OUTLINES, SCHOOLS
from hubdata.schema.surroundings import SURROUNDINGS

PEOPLE = (
    people.COHORTS, people.PIPELINE, people.RECRUITMENT, people.PARTICIPANTS, people.NPQ_SCHOOLS,
    workforce.VACANCIES, workforce.FLOWS, workforce.TEACHERS, workforce.DRIVERS, workforce.CENSUS_FLOWS,
    workforce.LEAVERS, workforce.PROFILES, workforce.PROVIDERS, workforce.MENTORS, workforce.PROJECTS,
)  # fmt: skip
TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        SCHOOLS, LINKS, NETWORKS, MEMBERS, NETWORK_AREAS, HUB_LISTS, DISTRICTS, OUTLINES, ROLES, SUPPORT, FUNDING,
        *PEOPLE, *SURROUNDINGS,
    )
}  # fmt: skip

__all__ = [
    "ADMISSIONS",
    "AREAS_OF_WORK",
    "DEEMED",
    "DISTRICTS",
    "FUNDING",
    "HUB_LISTS",
    "LINKS",
    "LOCALITIES",
    "MEMBERS",
    "MEMBER_ROLES",
    "NETWORKS",
    "NETWORK_AREAS",
    "NETWORK_KINDS",
    "NOT_KNOWN",
    "OPEN",
    "OUTLINES",
    "PEOPLE",
    "PHASES",
    "REGIONS",
    "ROLES",
    "RUC_CLASSES",
    "SCHOOLS",
    "SELECTING",
    "SIZES",
    "STATE_FUNDED",
    "SUPPORT",
    "TABLES",
    "TRUST_SIZES",
    "Column",
    "Kind",
    "Table",
]
