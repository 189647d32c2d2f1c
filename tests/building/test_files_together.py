"""Several files together: what is of something else changes nothing, the newer register wins, a look-up is believed."""

import io
import zipfile
from datetime import date

import pytest
from england_of_files import lookup
from official_layouts import as_csv, gias, schools

from hubdata.building import check

DATED = "edubasealldata20231116.csv"


def register(*changed: dict[str, str]) -> bytes:
    return gias(schools(60, *changed))


def junk() -> dict[str, bytes]:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("data/trains.csv", "Year,Trains\n2020,4\n")
        archive.writestr("guidance.txt", "Trains")
    return {
        "readme.txt": b"Words",
        "paper.docx": b"PK",
        "picture.png": b"\x89PNG",
        "~$register.xlsx": b"\x05owner",
        ".hidden.csv": b"",
        "trains.csv": b"Year,Trains\n2020,4\n",
        "torn.csv": b'Year,Trains\n2020,"4\n',
        "letters.csv": b"Year,Trains\n2020,\xc3\xa9\x9d\n",
        "nul.csv": b"Year,Trains\n2020,\x00\n",
        "sep.csv": "sep=\u00a7\nYear\u00a7Trains\n".encode(),
        "settings.json": b'{"a": 1}',
        "trains.zip": packed.getvalue(),
    }


def test_files_of_something_else_beside_ours_change_nothing_but_the_report(tmp_path):
    for name, body in junk().items():
        (tmp_path / name).write_bytes(body)
    (tmp_path / DATED).write_bytes(register())
    built = check([tmp_path], {})
    assert built.passed, built.refused
    assert len(built.tables["schools"]) == 60
    assert {r.verdict for r in built.reports if r.file != DATED} == {"UNRECOGNISED"}


def of_june() -> bytes:
    return register({"at": "1", "OpenDate": "01-06-2023"})


def of_november() -> bytes:
    return register({"at": "1", "OpenDate": "01-11-2023"})


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("edubasealldata20230601.csv", "edubase_16-11-2023.csv"),
        ("register a.csv", "register b.csv"),
        ("zz 2023.csv", "aa 2023.csv"),
        ("edubasealldata20230601.csv", "edubase 2023.csv"),
        ("zz.csv", "edubasealldata20231116.csv"),
    ],
)
def test_the_newer_of_two_registers_is_the_one_that_the_data_bear_out(earlier, later, tmp_path):
    (tmp_path / earlier).write_bytes(of_june())
    (tmp_path / later).write_bytes(of_november())
    opened = check([tmp_path], {}).tables["schools"]["opened"].to_pylist()
    assert date(2023, 11, 1) in opened
    assert date(2023, 6, 1) not in opened


def test_a_name_with_two_readings_asks_and_a_reply_or_a_day_given_answers(tmp_path):
    (tmp_path / "edubase_05-06-2023.csv").write_bytes(register())
    built = check([tmp_path], {})
    (finding,) = [f for f in built.reports[0].findings if f.severity == "ASK"]
    assert (finding.code, finding.replies) == ("DATE-05", ("2023-06-05", "2023-05-06"))
    assert check([tmp_path], {"edubase_05-06-2023.csv": date(2023, 6, 5)}).passed


def test_an_authority_that_came_later_is_known_when_a_look_up_beside_says_so(tmp_path):
    new = {"LA (code)": "987", "LA (name)": "Newshire", "GSSLACode (name)": "E06000099"}
    (tmp_path / DATED).write_bytes(register(*({"at": str(i), **new} for i in range(30))))
    assert not check([tmp_path], {}).passed
    columns = [
        "old_la_code",
        "new_la_code",
        "la_name",
        "lad_code",
        "lad_name",
        "region_name",
        "most_recent_year_included",
    ]
    cells = ["987", "E06000099", "Newshire", "E06000099", "Newshire", "South East", "2027"]
    (tmp_path / "lookup.csv").write_bytes(as_csv(columns, [dict(zip(columns, cells, strict=True))]))
    built = check([tmp_path], {})
    assert built.passed, [f.message for r in built.reports for f in r.findings]
    assert built.tables["schools"]["la"].to_pylist().count("E06000099") == 30


def ons(code: str, name: str) -> bytes:
    return as_csv(["LAD27CD", "LAD27NM", "RGN27CD", "RGN27NM"], [
        {"LAD27CD": code, "LAD27NM": name, "RGN27CD": "E12000008", "RGN27NM": "South East"},
    ])  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        {"LA (code)": "987", "LA (name)": "Newshire", "GSSLACode (name)": "E06000099"},
        {"LA (code)": "886", "LA (name)": "Kent", "GSSLACode (name)": "E06000099"},
    ],
    ids=["a new authority", "a new code of an old one"],
)
def test_a_look_up_without_the_authoritys_number_makes_it_known_by_its_other_code(said, tmp_path):
    (tmp_path / DATED).write_bytes(register(*({"at": str(i), **said} for i in range(30))))
    assert not check([tmp_path], {}).passed
    (tmp_path / "LAD_RGN_APR_2027.csv").write_bytes(ons(said["GSSLACode (name)"], said["LA (name)"]))
    built = check([tmp_path], {})
    assert built.passed, [f.message for r in built.reports for f in r.findings]
    assert built.tables["schools"]["la"].to_pylist().count("E06000099") == 30
    placed = {row["la"]: row["region"] for row in built.tables["districts"].to_pylist()}
    assert placed["E06000099"] == "South East"


def test_a_look_up_lets_no_code_in_that_it_does_not_name(tmp_path):
    wrong = [{"at": "1", "LA (code)": "666"}, {"at": "2", "LA (code)": "123", "GSSLACode (name)": "E09999999"}]
    (tmp_path / DATED).write_bytes(gias(schools(600, *wrong)))
    (tmp_path / "LAD_RGN_APR_2027.csv").write_bytes(ons("E06000099", "Newshire"))
    assert [r.quarantined for r in check([tmp_path], {}).reports] == [0, 2]


def test_of_two_look_ups_in_different_forms_the_newer_is_used(tmp_path):
    (tmp_path / "LAD_RGN_APR_2027.csv").write_bytes(ons("E06000099", "Newshire"))
    (tmp_path / "LAD_RGN_APR_2019.csv").write_bytes(ons("E06000098", "Oldshire"))
    (tmp_path / "la_district_region.csv").write_bytes(lookup())
    built = check([tmp_path], {})
    districts = built.tables["districts"]["district"].to_pylist()
    assert ("E06000099" in districts, "E06000098" in districts) == (True, False)
    assert [f.code for f in built.between] == ["SAME-02", "SAME-02"]
