"""The tables: what each holds, its key and its columns. The one contract between files, measures and pages.

To add a table, add a ``Table`` to ``TABLES``; ``sources`` fill it, ``snapshot`` writes and checks it.
"""

from hubdata import people, surroundings, workforce
from hubdata.columns import Column as Column
from hubdata.columns import Kind as Kind
from hubdata.columns import Table as Table
from hubdata.columns import columns as _columns

SCHOOLS = Table(
    "schools",
    ("urn",),
    "Every establishment of the register in England, open or closed. The population is chosen from it, never stored.",
    _columns(
        ("urn", "text", "Unique reference number"),
        ("name", "text", "Name"),
        ("la", "code", "Local authority, GSS code"),
        ("la_code", "code", "Local authority, DfE three-digit code"),
        ("district", "code", "District or unitary, GSS code; missing where the school has no location"),
        ("type", "code", "Type of establishment"),
        ("type_group", "code", "Type group: Academies, Free Schools, Local authority maintained schools, …"),
        ("status", "code", "Open; Open, but proposed to close; Closed; Proposed to open"),
        ("published_phase", "code", "Phase as the register prints it"),
        ("phase", "code", "Primary, Secondary or All-through (middle schools by deemed phase); else as published"),
        ("opened", "date", "Day it opened; missing where unknown"),
        ("closed", "date", "Day it closed; missing while open"),
        ("pupils", "whole", "Pupils on roll, headcount; missing where not published"),
        ("fsm", "number", "Pupils eligible for free school meals, per cent (0-100)"),
        ("trust", "code", "Trust identifier; missing for maintained schools and where not named"),
        ("trust_name", "code", "Trust name"),
        ("federation", "code", "Federation name; missing when not federated"),
        ("diocese", "code", "Diocese; missing when none or not published"),
        ("town", "text", "Town"),
        ("postcode", "text", "Postcode, as printed"),
        ("easting", "number", "British National Grid easting, metres; missing where the register has none or 0"),
        ("northing", "number", "British National Grid northing, metres"),
        ("ruc", "code", "Rural-urban class, without GIAS's country prefix; Not classified where blank"),
        ("ruc_vintage", "code", "RUC2011 or RUC2021; missing where not classified"),
        ("rural", "code", "Rural, Urban or Not classified"),
        ("ofsted", "code", "Last overall effectiveness grade; frozen, headline grades ended in September 2024"),
        ("ofsted_at", "date", "Day of the inspection behind the grade, where known"),
    ),
)

LINKS = Table(
    "links",
    ("urn", "link_urn", "relation"),
    "Which establishment followed which. A closed lead hands its role along the successors.",
    _columns(
        ("urn", "text", "The establishment"),
        ("link_urn", "text", "The other establishment"),
        ("relation", "code", "successor: link_urn came after urn; predecessor: link_urn came before"),
        ("since", "date", "Day of the link, where known"),
    ),
)

NETWORKS = Table(
    "networks",
    ("network",),
    "Alliances, hubs, trusts and other networks, one row each.",
    _columns(
        ("network", "code", "Identifier: for hubs the area code, for alliances a name made safe for an address"),
        ("kind", "code", "One of NETWORK_KINDS"),
        ("name", "text", "Name as published"),
        ("since", "date", "First day; the list's date where nobody published a start"),
        ("until", "date", "Last day; missing while it goes on"),
        ("listed", "date", "Date of the list it was read from"),
    ),
)

MEMBERS = Table(
    "members",
    ("network", "urn", "role", "since"),
    "Which school belongs to which network, in what role and when.",
    _columns(
        ("network", "code", "Network identifier"),
        ("urn", "text", "School"),
        ("role", "code", "lead, strategic_partner or supported"),
        ("since", "date", "First day in the role"),
        ("until", "date", "Last day; missing while it goes on"),
    ),
)

NETWORK_AREAS = Table(
    "network_areas",
    ("network", "district"),
    "The districts a hub serves.",
    _columns(
        ("network", "code", "Network identifier (hub area code)"),
        ("district", "code", "District, GSS code"),
        ("shared", "flag", "True where several areas share the district and the list does not say which schools"),
        ("part", "text", "The part as the list names it, such as Birmingham North; empty when whole"),
    ),
)

DISTRICTS = Table(
    "districts",
    ("district",),
    "The areas of England: each district, its local authority and its region.",
    _columns(
        ("district", "code", "District, GSS code"),
        ("district_name", "text", "District"),
        ("la", "code", "Local authority, GSS code"),
        ("la_name", "text", "Local authority"),
        ("la_code", "code", "Local authority, DfE three-digit code; empty where not given"),
        ("region", "code", "Region, one of REGIONS"),
    ),
)

OUTLINES = Table(
    "outlines",
    ("level", "code"),
    "Shapes to draw, simplified together so that neighbours still meet. Longitude and latitude (WGS84), as WKB.",
    _columns(
        ("level", "code", "district, la, region or country"),
        ("code", "code", "GSS code (region: its name)"),
        ("geometry", "shape", "Polygon or multipolygon, WKB"),
    ),
)

ROLES = Table(
    "roles",
    ("network", "area_of_work", "since"),
    "Which of the six key areas a network offers, and when.",
    _columns(
        ("network", "code", "Network identifier"),
        ("area_of_work", "code", "One of AREAS_OF_WORK"),
        ("since", "date", "First day offered"),
        ("until", "date", "Last day offered; missing while it goes on"),
    ),
)

SUPPORT = Table(
    "support",
    ("network", "urn", "year"),
    "Recorded spells of support to a school, by academic year.",
    _columns(
        ("network", "code", "Network that gave support"),
        ("urn", "text", "School that received it"),
        ("year", "code", "Academic year, as 2015/16"),
    ),
)

FUNDING = Table(
    "funding",
    ("network", "year", "fund"),
    "Money awarded to a network, by academic year.",
    _columns(
        ("network", "code", "Network identifier"),
        ("year", "code", "Academic year, as 2015/16"),
        ("fund", "code", "Name of the fund"),
        ("pounds", "number", "Amount, pounds"),
    ),
)

PEOPLE = (
    people.COHORTS, people.PIPELINE, people.RECRUITMENT, people.PARTICIPANTS, people.NPQ_SCHOOLS,
    workforce.VACANCIES, workforce.FLOWS, workforce.TEACHERS, workforce.DRIVERS, workforce.CENSUS_FLOWS,
    workforce.LEAVERS, workforce.PROFILES, workforce.PROVIDERS, workforce.MENTORS, workforce.PROJECTS,
)  # fmt: skip
TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        SCHOOLS, LINKS, NETWORKS, MEMBERS, NETWORK_AREAS, DISTRICTS, OUTLINES, ROLES, SUPPORT, FUNDING, *PEOPLE,
        *surroundings.SURROUNDINGS,
    )
}  # fmt: skip

OPEN = ("Open", "Open, but proposed to close")
STATE_FUNDED = ("Academies", "Free Schools", "Local authority maintained schools")
PHASES = ("Primary", "Secondary", "All-through")
DEEMED = {
    "Primary": "Primary",
    "Middle deemed primary": "Primary",
    "Secondary": "Secondary",
    "Middle deemed secondary": "Secondary",
    "All-through": "All-through",
}
REGIONS = (
    "North East",
    "North West",
    "Yorkshire and The Humber",
    "East Midlands",
    "West Midlands",
    "East of England",
    "London",
    "South East",
    "South West",
)
NETWORK_KINDS = (
    "teaching_school_alliance",
    "teaching_school_hub",
    "trust",
    "federation",
    "cluster",
    "research_school",
    "subject_hub",
    "training_partnership",
    "other",
)
MEMBER_ROLES = ("lead", "strategic_partner", "supported")
AREAS_OF_WORK = (
    "School-led initial teacher training",
    "Peer-to-peer professional development",
    "Leadership potential",
    "Support for other schools",
    "Specialist leaders of education",
    "Research and development",
)
LOCALITIES = ("Rural", "Urban", "Not classified")
RUC_CLASSES = (
    "Urban major conurbation",
    "Urban minor conurbation",
    "Urban city and town",
    "Urban city and town in a sparse setting",
    "Rural town and fringe",
    "Rural town and fringe in a sparse setting",
    "Rural village",
    "Rural village in a sparse setting",
    "Rural hamlet and isolated dwellings",
    "Rural hamlet and isolated dwellings in a sparse setting",
    "Urban: Nearer to a major town or city",
    "Urban: Further from a major town or city",
    "Larger rural: Nearer to a major town or city",
    "Larger rural: Further from a major town or city",
    "Smaller rural: Nearer to a major town or city",
    "Smaller rural: Further from a major town or city",
    "Not classified",
)
NOT_KNOWN = "Not known"
SIZES = ("under 110", "110-209", "210-419", "420 and over", NOT_KNOWN)
TRUST_SIZES = ("None", "1", "2-5", "6-10", "11-20", "21 and over", NOT_KNOWN)
