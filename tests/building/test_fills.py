"""Gaps of the register filled from the census: never overruled, credited, counted; hub lists of two days."""

from datetime import date

import pytest
from england_of_files import written
from official_layouts import HUB_COLUMNS, as_csv, gias, schools

from hubdata.building import Built, check
from hubdata.sources.schools.school_census import LANGUAGE, MEALS

COLUMNS = ["time_period", "urn", "trust", "opendate", "sex_of_school_description", "denomination", "admissions_policy",
           MEALS, LANGUAGE]  # fmt: skip
SELECTIVE = {"admissions_policy": "Selective", "denomination": "Jewish", "sex_of_school_description": "Girls"}


def said(number: int, **cells: str) -> dict[str, str]:
    return {"time_period": "202223", "urn": str(100000 + number), "opendate": "01/01/1999", MEALS: "50", LANGUAGE: "9",
            "trust": "COAST TRUST", **SELECTIVE, **cells}  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Built:
    folder = written(tmp_path_factory.mktemp("files"))
    academy = {"EstablishmentTypeGroup (name)": "Academies", "TypeOfEstablishment (name)": "Academy converter"}
    rows = schools(
        60,
        {"at": "1", "AdmissionsPolicy (name)": "Non-selective", "PercentageFSM": "", "OpenDate": "", **academy},
        {"at": "2", "Trusts (code)": "77", "Trusts (name)": "Coast Trust", **academy},
        {"at": "3", "EstablishmentStatus (name)": "Closed", "OpenDate": "", "CloseDate": "31-08-2020"},
    )
    (folder / "edubasealldata20231116.csv").write_bytes(gias(rows))
    census = [said(1), said(2), said(3), said(4)]
    (folder / "spc_2022-23.csv").write_bytes(as_csv(COLUMNS, census, encoding="utf-8"))
    return check([folder])


def school(built: Built, number: int) -> dict:
    return next(s for s in built.tables["schools"].to_pylist() if s["urn"] == str(100000 + number))


def test_a_blank_is_filled_and_what_the_register_says_stays(built):
    first = school(built, 1)
    assert (first["admissions"], first["fsm"], first["opened"]) == ("Non-selective", 50.0, date(1999, 1, 1))
    assert (first["religion"], first["sex"]) == ("Jewish", "Girls")
    fourth = school(built, 4)
    assert (fourth["fsm"], fourth["opened"], fourth["admissions"]) == (12.5, date(2001, 9, 1), "Selective")


def test_a_closed_school_is_left_as_it_was(built):
    assert school(built, 3)["opened"] is None
    assert school(built, 3)["religion"] is None


def test_an_academy_takes_the_registers_own_number_of_its_trust(built):
    assert (school(built, 1)["trust"], school(built, 1)["trust_name"]) == ("77", "Coast Trust")
    assert school(built, 4)["trust"] is None


def test_each_column_says_in_how_many_schools_it_was_filled(built):
    told = {f.message.split("'")[1]: f.count for f in built.between if f.code == "NEED-10"}
    assert told["religion"] == 3
    assert told["admissions"] == 2
    assert told["fsm"] == 1


def test_the_source_line_says_what_was_filled(built):
    (census,) = [source for source in built.sources["schools"] if source.fills]
    assert "religious character" in census.say()
    assert "where the register is silent" in census.say()
    assert not built.sources["schools"][0].fills


def test_first_language_stands_beside_the_register(built):
    eal = {row["urn"]: row["eal"] for row in built.tables["context"].to_pylist()}
    assert eal["100001"] == 9.0


OLD = ["Teaching School Hub area", "Teaching School Hub name", "URN"]


def test_an_older_hub_list_is_a_record_and_the_newer_one_serves(tmp_path):
    folder = written(tmp_path)
    for listed in folder.glob("*hub*"):
        listed.unlink()
    hub = {"area_code": "EE1", "hub_name": "New", "areas": "Maidstone", "lead_school_urn": "100002"}
    (folder / "hubs_2025-10.csv").write_bytes(as_csv(HUB_COLUMNS, [hub], encoding="utf-8"))
    old = dict(zip(OLD, ("SESL2 - Ashford, Maidstone", "Old", "100001"), strict=True))
    (folder / "hubs_2023-07.csv").write_bytes(as_csv(OLD, [old], encoding="utf-8"))
    built = check([folder])
    hubs = [n["network"] for n in built.tables["networks"].to_pylist() if n["kind"] == "teaching_school_hub"]
    assert hubs == ["EE1"]
    lists = built.tables["hub_lists"].to_pylist()
    assert {(r["listed"], r["area"], r["district"], r["urn"]) for r in lists} == {
        (date(2023, 7, 1), "SESL2", "E07000105", "100001"),
        (date(2023, 7, 1), "SESL2", "E07000110", "100001"),
        (date(2025, 10, 1), "EE1", "E07000110", "100002"),
    }
    assert {r["network"] for r in built.tables["network_areas"].to_pylist()} == {"EE1"}
