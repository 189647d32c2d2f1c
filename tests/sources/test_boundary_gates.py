"""What stands at the gate of Shapefiles and GeoPackages: every oddity is refused with its reason, before GDAL reads."""

import sqlite3

import pytest
from drawn_files import STEM, VRT, assert_the_two_squares, districts, geopackage, parts, zipped
from read_here import codes, read_here

SOUND = parts(districts())


def without(ending: str) -> dict[str, bytes]:
    return {name: content for name, content in SOUND.items() if not name.endswith(ending)}


def altered(ending: str, content: bytes) -> dict[str, bytes]:
    return without(ending) | {f"{STEM}{ending}": content}


@pytest.mark.parametrize(
    ("files", "code"),
    [
        (without(".shx"), "GEO-19"),
        (without(".dbf"), "GEO-19"),
        (without(".prj"), "GEO-19"),
        (altered(".shp", SOUND[f"{STEM}.shp"][:-20]), "GEO-13"),
        (altered(".shp", VRT.format("a.gpkg").encode()), "GEO-13"),
        (altered(".shx", b"\x00" * 116), "GEO-13"),
        (altered(".dbf", SOUND[f"{STEM}.dbf"][:-60]), "GEO-20"),
        (altered(".dbf", b"\x03"), "GEO-20"),
        (altered(".prj", b"nowhere"), "GEO-07"),
        (parts(districts().to_crs(3857)), "GEO-07"),
        (parts(districts().set_geometry(districts().representative_point())), "GEO-04"),
        (SOUND | {"../out.dbf": b""}, "ZIP-07"),
        (SOUND | {"run.exe": b"MZ"}, "ZIP-11"),
        (SOUND | {f"{STEM.lower()}.shp": b""}, "ZIP-05"),
    ],
)
def test_a_shapefile_is_looked_at_before_it_is_read(files, code):
    parsed = read_here("districts_2023-12.zip", zipped(files))
    assert parsed.report.verdict == "REJECT"
    assert code in codes(parsed)


def test_a_part_alone_is_told_how_to_come():
    parsed = read_here("districts.shp", SOUND[f"{STEM}.shp"])
    assert "zip its .shp, .shx, .dbf and .prj together" in parsed.report.findings[0].message


def made(*statements: str) -> bytes:
    """A database after statements, begun as a GeoPackage of two districts without its own triggers."""
    base = sqlite3.connect(":memory:")
    base.deserialize(geopackage(districts()))
    for (name,) in base.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        base.execute(f"DROP TRIGGER {name}")
    base.executescript(";".join(statements))
    base.commit()
    return base.serialize()


@pytest.mark.parametrize(
    ("statements", "code", "said"),
    [
        (["UPDATE gpkg_geometry_columns SET column_name = X'00'"], "GEO-13", "no text"),
        (["UPDATE gpkg_geometry_columns SET column_name = 'shape'"], "GEO-13", "has no column shape"),
        (["UPDATE gpkg_geometry_columns SET table_name = 'gone'"], "GEO-13", "no table of areas"),
        (["DELETE FROM gpkg_geometry_columns"], "GEO-02", "no areas"),
        (["DROP TABLE gpkg_geometry_columns"], "GEO-13", "damaged"),
        ([f"UPDATE {STEM} SET geom = NULL"], "GEO-03", "broken"),
        ([f"UPDATE {STEM} SET geom = X'47500001'"], "GEO-03", "broken"),
        ([f"ALTER TABLE {STEM} RENAME TO real", f"CREATE VIEW {STEM} AS SELECT * FROM real"], "GEO-13", "no table"),
        (["UPDATE gpkg_geometry_columns SET srs_id = 3857"], "GEO-07", "longitude and latitude"),
    ],
)
def test_an_odd_geopackage_is_refused_with_its_reason(statements, code, said):
    parsed = read_here("districts_2023-12.gpkg", made(*statements))
    (refusal,) = [f for f in parsed.report.findings if f.severity == "REJECT"]
    assert refusal.code == code
    assert said in refusal.message


def test_triggers_of_a_geopackage_never_run():
    trigger = f"CREATE TRIGGER t AFTER INSERT ON {STEM} BEGIN DELETE FROM {STEM}; END"
    assert_the_two_squares(read_here("districts_2023-12.gpkg", made(trigger)))
