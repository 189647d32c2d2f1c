"""A whole small set of official files, written by the tests: a register, lists, look-ups, links and boundaries."""

import json
from pathlib import Path

from official_layouts import (
    HUB_COLUMNS,
    LA_COLUMNS,
    LINK_COLUMNS,
    TEACHING_COLUMNS,
    VINTAGE_COLUMNS,
    as_csv,
    gias,
    school,
)

DISTRICTS = {"E07000110": "Maidstone", "E07000105": "Ashford"}
FORMER = {"E07000999": "Old Maidstone"}


def lookup() -> bytes:
    """Two districts of Kent in the newest year, and a former one in an earlier year."""
    base = {"old_la_code": "886", "new_la_code": "E10000016", "la_name": "Kent", "region_name": "South East"}
    rows = [
        base | {"lad_code": code, "lad_name": name, "most_recent_year_included": "2024"}
        for code, name in DISTRICTS.items()
    ]
    former = base | {"lad_code": "E07000999", "lad_name": "Old Maidstone", "most_recent_year_included": "2019"}
    return as_csv(LA_COLUMNS, [*rows, former], encoding="utf-8")


def vintages() -> bytes:
    """Names since 2011: today's, and one that became part of Maidstone."""
    rows = [
        {"LADCD": c, "LADNM": n, "LADCD_ACTIVE": c, "LADNM_ACTIVE": n, "CTRYCD": "E92000001"}
        for c, n in DISTRICTS.items()
    ]
    was = {"LADCD": "E07000999", "LADNM": "Old Maidstone", "LADCD_ACTIVE": "E07000110", "LADNM_ACTIVE": "Maidstone"}
    wales = {"LADCD": "W06000015", "LADNM": "Cardiff", "LADCD_ACTIVE": "W06000015", "LADNM_ACTIVE": "Cardiff"}
    return as_csv(VINTAGE_COLUMNS, [*rows, was, wales], encoding="utf-8")


def boundaries() -> bytes:
    """Two squares that meet."""
    squares = {"E07000110": (0.4, 51.1), "E07000105": (0.7, 51.1)}
    features = [
        {
            "type": "Feature",
            "properties": {"code": code, "name": DISTRICTS[code]},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[x, y], [x + 0.3, y], [x + 0.3, y + 0.3], [x, y + 0.3], [x, y]]],
            },
        }
        for code, (x, y) in squares.items()
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def register(count: int = 60, **said: str) -> bytes:
    """A register in which school 1 has closed; ``said`` goes into the first row."""
    rows = [school(i) for i in range(count)]
    rows[1] |= {"EstablishmentStatus (name)": "Closed", "CloseDate": "31-08-2019"}
    rows[0] |= said
    return gias(rows)


def files(count: int = 60) -> dict[str, bytes]:
    """Every file by its name."""
    teaching = [
        {"Alliance Name": "Harbour Alliance", "Teaching School": "Invented School 1", "URN": "100001"},
        {"Alliance Name": "Harbour Alliance", "Teaching School": "Invented School 2", "URN": "100002"},
        {"Alliance Name": "Coast TSA", "Teaching School": "Invented School 3", "URN": "100003"},
    ]
    hubs = [
        {"area_code": "X1", "hub_name": "Hub (East)", "areas": "Maidstone East;Ashford", "lead_school_urn": "100002"},
        {"area_code": "X2", "hub_name": "Hub (West)", "areas": "Maidstone", "lead_school_urn": "100002",
         "areas_register_ect": "Maidstone W."},
        {"area_code": "X3", "hub_name": "Third", "areas": "Old Maidstone;Nowhere", "lead_school_urn": ""},
    ]  # fmt: skip
    links = [
        {"URN": "100001", "LinkURN": "100004", "LinkType": "Successor - merged", "LinkEstablishedDate": "01-09-2019"}
    ]
    return {
        "edubasealldata20231116.csv": register(count),
        "teaching_schools_2018-03-12.csv": as_csv(TEACHING_COLUMNS, teaching),
        "hubs_2025-10.csv": as_csv(HUB_COLUMNS, hubs, encoding="utf-8"),
        "links_edubasealldata20250422.csv": as_csv(LINK_COLUMNS, links),
        "la_district_region.csv": lookup(),
        "district_codes_all_vintages.csv": vintages(),
        "districts_2024-05.geojson": boundaries(),
    }


def written(folder: Path, count: int = 60) -> Path:
    """The folder with every file in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, body in files(count).items():
        (folder / name).write_bytes(body)
    return folder
