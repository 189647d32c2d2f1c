"""The tables of schools and of the areas they stand in."""

from hubdata.schema.columns import Table, columns

SCHOOLS = Table(
    "schools",
    ("urn",),
    "Every establishment of the register in England, open or closed. The population is chosen from it, never stored.",
    columns(
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
        ("religion", "code", "Religious character as published, None where it has none; missing where nobody says"),
        ("sex", "code", "Mixed, Girls or Boys; missing where nobody says"),
        ("admissions", "code", "Selective or Non-selective; missing where not recorded or not applicable"),
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
    columns(
        ("urn", "text", "The establishment"),
        ("link_urn", "text", "The other establishment"),
        ("relation", "code", "successor: link_urn came after urn; predecessor: link_urn came before"),
        ("since", "date", "Day of the link, where known"),
    ),
)

DISTRICTS = Table(
    "districts",
    ("district",),
    "The areas of England: each district, its local authority and its region.",
    columns(
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
    columns(
        ("level", "code", "district, la, region or country"),
        ("code", "code", "GSS code (region: its name)"),
        ("geometry", "shape", "Polygon or multipolygon, WKB"),
    ),
)
