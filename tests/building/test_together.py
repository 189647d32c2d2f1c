"""Files put together: areas by dated code, hub names resolved, lists held against the register."""

from datetime import date
from pathlib import Path

import pytest
import shapely
from bad.places import OLDER_CODE
from england_of_files import files, register, written
from official_layouts import HUB_COLUMNS, as_csv, gias, schools

from hubdata.building import Built, build, check

TODAY = date(2025, 1, 1)


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Built:
    return check([written(tmp_path_factory.mktemp("files"))])


def rows(built: Built, table: str) -> list[dict]:
    return built.tables[table].to_pylist()


def found(built: Built) -> dict[str, int]:
    return {finding.code: finding.count for finding in built.between}


def test_every_file_is_taken_and_accounted_for(built):
    assert built.passed
    assert all(report.recognised_as and report.balanced for report in built.reports)
    for sources in built.sources.values():
        for source in sources:
            assert source.rows_in == source.loaded + source.quarantined + source.duplicates + source.footer


def test_outlines_come_at_four_levels_and_meet(built):
    drawn = rows(built, "outlines")
    assert [(r["level"], r["code"]) for r in drawn] == [
        ("district", "E07000105"), ("district", "E07000110"), ("la", "E10000016"), ("region", "South East"),
        ("country", "E92000001"),
    ]  # fmt: skip
    shapes = shapely.from_wkb([r["geometry"] for r in drawn])
    assert shapely.is_valid(shapes).all()
    assert shapely.union_all(shapes[:2]).equals(shapes[2])


def test_hub_areas_resolve_names_of_every_year(built):
    served = {(r["network"], r["district"]): (r["shared"], r["part"]) for r in rows(built, "network_areas")}
    assert served == {
        ("X1", "E07000105"): (False, ""),
        ("X1", "E07000110"): (True, "Maidstone East"),
        ("X2", "E07000110"): (True, "Maidstone West"),
        ("X3", "E07000110"): (True, "Old Maidstone"),
    }
    assert (found(built)["HUB-03"], found(built)["HUB-04"]) == (3, 1)


def test_closed_leads_are_told(built):
    assert found(built)["LEAD-02"] == 1
    assert "LEAD-01" not in found(built)


def test_a_name_cut_at_the_separator_is_put_together_again(tmp_path):
    folder = written(tmp_path)
    listed = [
        {
            "area_code": "X1",
            "hub_name": "H",
            "areas": "Bournemouth; Christchurch and Poole;Dorset",
            "lead_school_urn": "100001",
        }
    ]
    (folder / "hubs_2025-10.csv").write_bytes(as_csv(HUB_COLUMNS, listed))
    (folder / "la_district_region.csv").unlink()
    assert [r["district"] for r in check([folder]).tables["network_areas"].to_pylist()] == ["E06000058", "E06000059"]


def test_areas_come_with_the_product_where_no_file_brings_them(tmp_path):
    path = tmp_path / "edubasealldata20231116.csv"
    path.write_bytes(register())
    built = check([path])
    assert len(rows(built, "districts")) == 296
    assert len(rows(built, "outlines")) == 459
    assert len({r["la"] for r in rows(built, "districts")}) == 153


@pytest.mark.parametrize("code", ["E08000016", "E08000038"])
def test_areas_speak_the_codes_of_the_register(tmp_path, code):
    path = tmp_path / "edubasealldata20231116.csv"
    path.write_bytes(gias(schools(60, {"at": "0"} | OLDER_CODE | {"GSSLACode (name)": code})))
    built = check([path])
    assert rows(built, "schools")[0]["la"] == code
    assert code in {r["la"] for r in rows(built, "districts")}
    las = {r["code"] for r in rows(built, "outlines") if r["level"] == "la"}
    assert code in las
    assert len(las) == 153
    assert las == {r["la"] for r in rows(built, "districts")}


def test_schools_of_a_former_authority_stand_where_they_are(tmp_path):
    by_district = {"at": "0", "LA (code)": "909", "LA (name)": "Cumbria", "GSSLACode (name)": "E10000006",
                   "DistrictAdministrative (code)": "E06000063", "GOR (name)": ""}  # fmt: skip
    by_place = by_district | {"at": "1", "DistrictAdministrative (code)": "", "Easting": "340000", "Northing": "555000"}
    nowhere = by_district | {"at": "2", "DistrictAdministrative (code)": "", "Easting": "", "Northing": ""}
    path = tmp_path / "edubasealldata20231116.csv"
    path.write_bytes(gias(schools(60, by_district, by_place, nowhere)))
    built = check([path])
    assert [r["la"] for r in rows(built, "schools")[:3]] == ["E06000063", "E06000063", "E10000006"]
    assert (found(built)["AREA-11"], found(built)["AREA-12"]) == (2, 1)


def test_the_same_list_twice_counts_once_and_the_newer_of_two_is_used(tmp_path):
    folder = written(tmp_path)
    body = files()["teaching_schools_2018-03-12.csv"]
    (folder / "again_2018-03-12.csv").write_bytes(body + b"\r\n")
    (folder / "edubasealldata20240101.csv").write_bytes(register(70))
    built = check([folder])
    assert len([m for m in rows(built, "members") if m["network"] in ("harbour-alliance", "coast-tsa")]) == 3
    assert len(rows(built, "schools")) == 70
    assert {"SAME-01", "SAME-02"} <= set(found(built))


def test_an_own_list_is_held_against_the_register_and_the_lists(tmp_path):
    folder = written(tmp_path)
    lines = ["Harbour Alliance,100005", "harbour-alliance,100006", "unheard of,100007", "coast-tsa,999999"]
    body = "network,urn,role\n" + "".join(f"{line},supported\n" for line in lines)
    (folder / "members.csv").write_text(body)
    built = build([folder], tmp_path / "snapshot")
    own = {m["urn"]: m["network"] for m in rows(built, "members") if m["role"] == "supported"}
    assert own == {"100005": "harbour-alliance", "100006": "harbour-alliance", "100007": "unheard of"}
    assert (found(built)["MEMBER-01"], found(built)["MEMBER-02"]) == (1, 1)
    (source,) = [s for s in built.sources["members"] if s.file == "members.csv"]
    assert (source.rows_in, source.loaded, source.quarantined) == (4, 3, 1)
    assert [n["kind"] for n in rows(built, "networks") if n["network"] == "unheard of"] == ["other"]


def test_a_wrong_path_is_said(tmp_path):
    with pytest.raises(FileNotFoundError, match="there is no file or folder"):
        check([Path(tmp_path / "none")])
