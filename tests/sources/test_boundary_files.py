"""Boundary files as GDAL reads them: four kinds and no other, whatever a file is called; specks go, districts stay."""

import json
import subprocess
import sys

import pytest
import shapely
from bad.maps import NEXT, SQUARE, collection
from conftest import ROOT
from drawn_files import CODES, STEM, VRT, assert_the_two_squares, districts, geopackage, parts, with_speck, zipped
from read_here import codes, read_here

from hubdata.intake.files.collapsed import without_collapsed

METRES = 27700
GUARDED = """
import sys
from hubdata.intake.files.boundaries import DRIVERS, only_our_drivers
only_our_drivers()
import geopandas, pyogrio
assert set(pyogrio.list_drivers()) == set(DRIVERS), pyogrio.list_drivers()
print(len(geopandas.read_file(sys.argv[1])))
try:
    print(len(geopandas.read_file(sys.argv[2])))
except Exception as error:
    print(type(error).__name__)
"""


@pytest.mark.parametrize(
    ("name", "body", "repairs"),
    [
        ("districts_2023-12.gpkg", geopackage(districts()), set()),
        ("districts_2023-12.gpkg", geopackage(districts().to_crs(METRES)), {"GEO-14"}),
        ("districts_2023-12.zip", zipped(parts(districts())), set()),
        ("districts_2023-12.zip", zipped(parts(districts().to_crs(METRES)), "in a folder/"), {"GEO-14"}),
        ("districts_2023-12.zip", zipped(parts(districts()) | {f"{STEM}.shp.xml": b"<metadata/>"}), set()),
        ("districts_2023-12.json", collection(SQUARE, NEXT), set()),
        ("districts_2023-12.topojson", collection(SQUARE, NEXT), set()),
    ],
)
def test_every_kind_gives_the_same_districts(name, body, repairs):
    parsed = read_here(name, body)
    assert_the_two_squares(parsed)
    assert codes(parsed) - {"DATE-03"} == repairs


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("districts_2023-12.geojson", with_speck("geojson", "GeoJSON")),
        ("districts_2023-12.gpkg", with_speck("gpkg", "GPKG")),
        ("districts_2023-12.zip", with_speck("shp", "ESRI Shapefile")),
    ],
)
def test_a_speck_is_left_out_and_its_district_stays(name, body):
    parsed = read_here(name, body)
    assert_the_two_squares(parsed)
    assert [(f.code, f.count) for f in parsed.report.findings if f.code == "GEO-16"] == [("GEO-16", 1)]


def topology(**changed) -> bytes:
    """A district, a speck of another, and a hole in the first that is a line, as steps on a grid."""
    areas = [
        {"type": "Polygon", "arcs": [[0], [2]], "properties": {"LAD24CD": CODES[0]}},
        {"type": "MultiPolygon", "arcs": [[[~3]], [[1]]], "properties": {"LAD24CD": CODES[1]}},
    ]
    arcs = [
        [[0, 0], [1, 0], [0, 1], [-1, 0], [0, -1]],
        [[5, 5], [0, 0]],
        [[0, 0], [1, 1], [-1, -1]],
        [[1, 0], [1, 0], [0, 1], [-1, 0], [0, -1]],
    ]
    transform = {"scale": [0.1, 0.1], "translate": [0.5, 51.2]}
    whole = {"objects": {"LAD": {"geometries": areas}}, "arcs": arcs, "transform": transform, "type": "Topology"}
    return json.dumps(whole | changed).encode()


@pytest.mark.parametrize("name", ["districts_2024-05.topojson", "districts_2024-05.json", "districts_2024-05.geojson"])
def test_a_topology_is_known_by_what_it_says(name):
    parsed = read_here(name, topology())
    assert_the_two_squares(parsed)
    assert [(f.code, f.count) for f in parsed.report.findings if f.code == "GEO-16"] == [("GEO-16", 2)]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"arcs": [[[0, 0], [1, 0]]]}, "GEO-11"),
        ({"arcs": [[["0", "0"]]] * 4}, "GEO-11"),
        ({"transform": {"scale": [1]}}, "GEO-11"),
        ({"objects": {"LAD": {"geometries": [{"type": "Polygon", "arcs": [["0"]]}]}}}, "GEO-11"),
        ({"objects": {"LAD": {"geometries": [{"type": "Polygon", "arcs": [[1]]}]}}}, "GEO-04"),
        ({"objects": {"LAD": {"geometries": [{"type": "Polygon", "arcs": [[0] * 2_500_000]}]}}}, "GEO-17"),
        ({"objects": {"LAD": {"geometries": [{"type": None}]}}}, "GEO-02"),
    ],
)
def test_a_topology_that_cannot_be_drawn_is_refused(changed, code):
    parsed = read_here("districts_2024-05.topojson", topology(**changed))
    assert parsed.report.verdict == "REJECT"
    assert code in codes(parsed)


def test_json_of_something_else_is_left_out():
    assert read_here("package.json", b'{"name": "something else"}').report.verdict == "UNRECOGNISED"
    assert read_here("list.json", b"[1, 2]").report.verdict == "UNRECOGNISED"


def test_no_other_driver_answers_and_no_file_is_followed(tmp_path):
    sound, virtual = tmp_path / "sound.geojson", tmp_path / "virtual.geojson"
    sound.write_bytes(collection(SQUARE, NEXT))
    virtual.write_text(VRT.format(sound), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", GUARDED, sound, virtual], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout.split() == ["2", "DataSourceError"]
    assert read_here("districts_2024-05.geojson", virtual.read_bytes()).report.verdict == "REJECT"


@pytest.mark.parametrize("wkb", [b"", b"\x01\x06", shapely.to_wkb(shapely.Point(0, 51)), None])
def test_what_is_no_polygon_is_no_polygon(wkb):
    with pytest.raises(ValueError, match="polygon"):
        without_collapsed(wkb)


def test_heights_stay_with_the_rings_that_stay():
    solid = shapely.Polygon([[x, y, 9.0] for x, y in SQUARE])
    kept, dropped = without_collapsed(shapely.to_wkb(solid, flavor="iso"))
    assert dropped == 0
    assert shapely.get_coordinates(shapely.from_wkb(kept), include_z=True)[:, 2].tolist() == [9.0] * 5
