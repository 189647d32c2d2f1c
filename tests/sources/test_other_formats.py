"""Groups, training, need, look-ups and boundary files of every kind."""

import json
import sqlite3
import struct
from datetime import date

import pytest
import shapely
from bad.maps import NEXT, SQUARE, collection
from england_of_files import lookup, vintages
from official_layouts import as_csv
from pyproj import Transformer
from read_here import codes, read_here, rows

GROUP_COLUMNS = [
    "",
    "URN",
    "Group UID",
    "Group ID",
    "Group Name",
    "Group Type",
    "Group Status",
    "Closed Date",
    "Joined date",
]
PARTNER = "partnership__"


def test_a_school_takes_its_trust_and_federation_from_group_links():
    said = [
        ("100001", "5", "Trust", "Multi-academy trust", "", "2015-09-01"),
        ("100001", "5", "Trust", "School sponsor", "", "2015-09-01"),
        ("100001", "6", "Later", "Single-academy trust", "", "2019-09-01"),
        ("100002", "7", "Three Schools", "Federation", "", "1900-01-01"),
        ("100003", "8", "Gone", "Federation", "Closed", ""),
    ]
    names = ("URN", "Group UID", "Group Name", "Group Type", "Group Status", "Joined date")
    links = [dict(zip(names, row, strict=True)) for row in said]
    parsed = read_here("group_links_2022-07.csv", as_csv(GROUP_COLUMNS, links))
    assert rows(parsed, "school_groups") == [
        {"urn": "100001", "trust": "6", "trust_name": "Later", "federation": None},
        {"urn": "100002", "trust": None, "trust_name": None, "federation": "Three Schools"},
    ]
    assert parsed.report.loaded == 5


def test_training_sites_and_partners():
    sites = [
        {
            "provider_code": "1UR",
            "provider_name": "P",
            "site_code": "A",
            "site_name": "S",
            "establishment_urn": "100001",
        }
    ]
    parsed = read_here("sites_2021.csv", as_csv(list(sites[0]), sites))
    assert rows(parsed, "training_sites") == [{"provider": "1UR", "provider_name": "P", "urn": "100001", "site": "A"}]
    partner = {
        "partnership__accredited_provider_name": "P", "partnership__accredited_provider_provider_code": "1UR",
        "partnership__training_partner_name": "Q", "partnership__training_partner_provider_code": "2AB",
        "partnership__start_date": "2019-08-01T00:00:00Z", "partnership__end_date": "",
    }  # fmt: skip
    (row,) = rows(read_here("partners.csv", as_csv(list(partner), [partner])), "training_partners")
    assert (row["partner"], row["since"], row["until"]) == ("2AB", date(2019, 8, 1), None)


def test_need_of_a_school():
    meals = [{"urn": "100001", "school_name": "A", "la_name": "L", "fsm_prop": "12.5"},
             {"urn": "100002", "school_name": "B", "la_name": "L", "fsm_prop": "z"}]  # fmt: skip
    assert rows(read_here("fsm_2022-23.csv", as_csv(list(meals[0]), meals)), "need_meals") == [
        {"urn": "100001", "fsm": 12.5},
        {"urn": "100002", "fsm": None},
    ]
    premium = [{"URN": "100001", "Pupil Premium Incentive": "1", "Sparsity Incentive": "0"}]
    (row,) = rows(read_here("premium_2024.csv", as_csv(list(premium[0]), premium)), "need_premium")
    assert (row["pupil_premium"], row["sparse"]) == (True, False)


@pytest.mark.parametrize("vintage", ["LSOA code (2011)", "LSOA code (2021)"])
def test_deprivation_of_either_vintage(vintage):
    rank = "Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)"
    decile = "Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)"
    listed = [{vintage: "E01000001", rank: "29,199", decile: "9"}]
    (row,) = rows(read_here("imd_2019.csv", as_csv([vintage, rank, decile], listed)), "need_deprivation")
    assert (row["lsoa"], row["imd_rank"], row["imd_decile"]) == ("E01000001", 29199, 9)


def test_look_ups_give_today_and_every_former_name():
    parsed = read_here("la_district_region.csv", lookup())
    assert [r["district"] for r in rows(parsed, "districts")] == ["E07000105", "E07000110"]
    assert parsed.report.as_at == date(2024, 1, 1)
    former = rows(read_here("vintages.csv", vintages()), "district_names")
    assert [(r["name"], r["district"]) for r in former][-1] == ("Old Maidstone", "E07000110")


def topojson() -> bytes:
    """Two squares that share an edge, as arcs on a grid, beside a layer of other areas."""
    arcs = [[[1, 0], [0, 1]], [[1, 1], [-1, 0], [0, -1], [1, 0]], [[1, 0], [1, 0], [0, 1], [-1, 0]]]
    areas = [
        {"type": "Polygon", "arcs": [[0, 1]], "properties": {"AREACD": "E07000110"}},
        {"type": "Polygon", "arcs": [[2, -1]], "properties": {"AREACD": "E07000111"}},
    ]
    transform = {"scale": [0.1, 0.1], "translate": [0.5, 51.2]}
    layers = {"LTLA": {"type": "GeometryCollection", "geometries": areas}, "RGN": {"geometries": [areas[0]] * 3}}
    return json.dumps({"type": "Topology", "arcs": arcs, "transform": transform, "objects": layers}).encode()


def geopackage(system: int) -> bytes:
    """A GeoPackage with one layer of two districts, in degrees or in National Grid metres."""
    turn = Transformer.from_crs(4326, system, always_xy=True)
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m)")
    base.execute("INSERT INTO gpkg_geometry_columns VALUES ('LAD_2024', 'geom', 'POLYGON', ?, 0, 0)", (system,))
    base.execute("CREATE TABLE LAD_2024 (fid INTEGER PRIMARY KEY, LAD24CD, geom BLOB)")
    for code, ring in (("E07000110", SQUARE), ("E07000111", NEXT)):
        placed = [turn.transform(x, y) for x, y in ring]
        blob = b"GP\x00\x01" + struct.pack("<i", system) + shapely.to_wkb(shapely.Polygon(placed))
        base.execute("INSERT INTO LAD_2024 (LAD24CD, geom) VALUES (?, ?)", (code, blob))
    base.commit()
    return base.serialize()


@pytest.mark.parametrize(
    ("name", "body", "repairs"),
    [
        ("d_2024.geojson", collection(SQUARE, NEXT), set()),
        ("d_2024.topojson", topojson(), set()),
        ("d_2024.gpkg", geopackage(4326), set()),
        ("d_2024.gpkg", geopackage(27700), {"GEO-14"}),
    ],
)
def test_boundaries_of_every_kind_give_the_same_shapes(name, body, repairs):
    parsed = read_here(name, body)
    assert parsed.report.recognised_as == "district_boundaries"
    assert codes(parsed) == repairs
    shapes = shapely.from_wkb([row["geometry"] for row in rows(parsed, "shapes")])
    for shape, ring in zip(shapes, (SQUARE, NEXT), strict=True):
        assert shapely.hausdorff_distance(shape, shapely.Polygon(ring)) < 1e-4


def test_a_damaged_geopackage_is_refused():
    parsed = read_here("d_2024.gpkg", geopackage(4326)[:5000])
    assert parsed.report.verdict == "REJECT"
