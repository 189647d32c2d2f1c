"""The tables of networks: alliances, hubs and trusts, who belongs to them and what they offer."""

from hubdata.schema.columns import Table, columns

NETWORKS = Table(
    "networks",
    ("network",),
    "Alliances, hubs, trusts and other networks, one row each.",
    columns(
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
    columns(
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
    columns(
        ("network", "code", "Network identifier (hub area code)"),
        ("district", "code", "District, GSS code"),
        ("shared", "flag", "True where several areas share the district and the list does not say which schools"),
        ("part", "text", "The part as the list names it, such as Birmingham North; empty when whole"),
    ),
)

HUB_LISTS = Table(
    "hub_lists",
    ("listed", "area", "district"),
    "Teaching school hub areas as each list had them on its day, a row for each district of an area.",
    columns(
        ("listed", "date", "Day of the list"),
        ("area", "code", "Hub area code of that list"),
        ("district", "code", "District of today, GSS code"),
        ("name", "text", "Hub that serves the area"),
        ("urn", "text", "School that leads it; missing where the list does not say"),
    ),
)

ROLES = Table(
    "roles",
    ("network", "area_of_work", "since"),
    "Which of the six key areas a network offers, and when.",
    columns(
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
    columns(
        ("network", "code", "Network that gave support"),
        ("urn", "text", "School that received it"),
        ("year", "code", "Academic year, as 2015/16"),
    ),
)

FUNDING = Table(
    "funding",
    ("network", "year", "fund"),
    "Money awarded to a network, by academic year.",
    columns(
        ("network", "code", "Network identifier"),
        ("year", "code", "Academic year, as 2015/16"),
        ("fund", "code", "Name of the fund"),
        ("pounds", "number", "Amount, pounds"),
    ),
)
