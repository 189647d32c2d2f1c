"""The register of schools: what each column becomes, and what is never let in."""

from datetime import date

import pytest
from official_layouts import GIAS_COLUMNS, as_csv, gias, school, schools
from read_here import codes, read_here, rows

NAME = "edubasealldata20231116.csv"


def first(**said: str) -> dict:
    """The first school of a register, some cells altered."""
    return rows(read_here(NAME, gias(schools(60, {"at": "0"} | said))), "schools")[0]


def test_a_school_is_read_as_the_schema_has_it():
    read = first()
    assert read["urn"] == "100000"
    assert (read["la"], read["la_code"], read["district"]) == ("E10000016", "886", "E07000110")
    assert (read["pupils"], read["fsm"]) == (150, 12.5)
    assert (read["easting"], read["northing"]) == (575000, 155000)
    assert (read["opened"], read["closed"]) == (date(2001, 9, 1), None)
    assert (read["ofsted"], read["ofsted_at"]) == ("Good", date(2017, 3, 12))


def test_the_date_comes_from_the_name_unless_somebody_says():
    assert read_here(NAME, gias(schools(60))).report.as_at == date(2023, 11, 16)
    assert read_here(NAME, gias(schools(60)), date(2023, 12, 1)).report.as_at == date(2023, 12, 1)
    undated = read_here("register.csv", gias(schools(60)))
    assert undated.report.as_at is None
    assert codes(undated) == {"DATE-03"}


@pytest.mark.parametrize(
    ("printed", "phase"),
    [
        ("Primary", "Primary"),
        ("Middle deemed primary", "Primary"),
        ("Middle deemed secondary", "Secondary"),
        ("All-through", "All-through"),
        ("16 plus", "16 plus"),
        ("Not applicable", "Not applicable"),
    ],
)
def test_middle_schools_take_their_deemed_phase(printed, phase):
    read = first(**{"PhaseOfEducation (name)": printed})
    assert (read["phase"], read["published_phase"]) == (phase, printed)


@pytest.mark.parametrize(
    ("code", "name", "ruc", "vintage", "rural"),
    [
        ("A1", "(England/Wales) Urban major conurbation", "Urban major conurbation", "RUC2011", "Urban"),
        ("F2", "(England/Wales) Rural hamlet and isolated dwellings in a sparse setting",
         "Rural hamlet and isolated dwellings in a sparse setting", "RUC2011", "Rural"),
        ("UF1", "(England) Urban: Further from a major town or city", "Urban: Further from a major town or city",
         "RUC2021", "Urban"),
        ("RSN1", "(England) Smaller rural: Nearer to a major town or city",
         "Smaller rural: Nearer to a major town or city", "RUC2021", "Rural"),
        ("", "(England) Larger rural: Further from a major town or city",
         "Larger rural: Further from a major town or city", "RUC2021", "Rural"),
        ("", "Rural village", "Rural village", "RUC2011", "Rural"),
        ("", "", "Not classified", None, "Not classified"),
    ],
)  # fmt: skip
def test_rural_classes_of_both_vintages(code, name, ruc, vintage, rural):
    read = first(**{"UrbanRural (code)": code, "UrbanRural (name)": name})
    assert (read["ruc"], read["ruc_vintage"], read["rural"]) == (ruc, vintage, rural)


@pytest.mark.parametrize("unknown", ["", "0"])
def test_a_school_without_a_location_is_kept(unknown):
    read = first(Easting=unknown, Northing=unknown)
    assert (read["easting"], read["northing"]) == (None, None)


def test_blank_zero_and_a_symbol_are_three_things():
    changed = ({"at": str(i), "NumberOfPupils": v} for i, v in enumerate(("", "0", "z")))
    parsed = read_here(NAME, gias(schools(60, *changed)))
    assert [row["pupils"] for row in rows(parsed, "schools")[:3]] == [None, 0, None]
    said = [f for f in parsed.report.findings if f.code == "NUM-06"]
    assert [(f.count, "not applicable" in f.message) for f in said] == [(1, True)]


def test_a_date_nobody_knows_is_missing():
    assert first(OpenDate="01-01-1900")["opened"] is None


def test_no_grade_has_no_day():
    read = first(**{"OfstedRating (name)": "", "OfstedLastInsp": "12-03-2017"})
    assert (read["ofsted"], read["ofsted_at"]) == (None, None)


def test_other_countries_are_read_counted_and_left_out():
    wales = {"at": "0", "LA (code)": "681", "TypeOfEstablishment (name)": "Welsh establishment", "GSSLACode (name)": ""}
    parsed = read_here(NAME, gias(schools(60, wales)))
    assert (parsed.report.rows_in, parsed.report.loaded, len(rows(parsed, "schools"))) == (60, 60, 59)
    assert [f.count for f in parsed.report.findings if f.code == "GIAS-TYPE-01"] == [1]


@pytest.mark.parametrize(
    ("printed", "policy"),
    [
        ("Selective", "Selective"),
        ("Selective (grammar)", "Selective"),
        ("Non-selective", "Non-selective"),
        ("Comprehensive (secondary)", "Non-selective"),
        ("Modern (secondary)", "Non-selective"),
        ("Not applicable", None),
        ("Not collected", None),
        ("", None),
    ],
)
def test_policies_of_every_release_say_whether_a_school_selects(printed, policy):
    assert first(**{"AdmissionsPolicy (name)": printed})["admissions"] == policy


def test_a_policy_nobody_knows_is_flagged_and_left_missing():
    parsed = read_here(NAME, gias(schools(60, {"at": "3", "AdmissionsPolicy (name)": "By lot"})))
    assert rows(parsed, "schools")[3]["admissions"] is None
    assert [(f.count, f.where) for f in parsed.report.findings if f.code == "GIAS-ADM-01"] == [
        (1, "AdmissionsPolicy, row 5")
    ]


def test_an_extract_without_policies_is_read_with_the_same_verdicts():
    columns = [name for name in GIAS_COLUMNS if not name.startswith("AdmissionsPolicy")]
    without, whole = (read_here(NAME, gias(schools(60), kept)) for kept in (columns, GIAS_COLUMNS))
    assert rows(without, "schools") == rows(whole, "schools")
    assert codes(without) == codes(whole)
    assert without.report.verdict == whole.report.verdict
    assert {row["admissions"] for row in rows(without, "schools")} == {None}


def test_names_of_people_are_never_let_in():
    parsed = read_here(NAME, gias(schools(60, {"at": "0", "NumberOfPupils": "none"})))
    assert not any("Head" in name for name in parsed.tables["schools"].column_names)
    everything = str([rows(parsed, "schools"), parsed.quarantine.to_pylist(), parsed.report])
    assert "Somebody" not in everything
    assert "Private" not in everything


def test_a_row_set_aside_says_its_number_and_why():
    parsed = read_here(NAME, gias(schools(60, {"at": "7", "NumberOfPupils": "many"})))
    (row,) = parsed.quarantine.to_pylist()
    assert (row["row"], row["urn"], row["pupils"]) == (9, "100007", "many")
    assert row["why"].startswith("NUM-02")


def test_order_of_rows_and_columns_changes_nothing():
    plain = rows(read_here(NAME, gias(schools(60))), "schools")
    turned = rows(read_here(NAME, as_csv(GIAS_COLUMNS[::-1], schools(60)[::-1])), "schools")
    assert sorted(turned, key=lambda row: row["urn"]) == plain


def test_the_columns_of_another_release_read_the_same():
    names = {name: name.replace(" (name)", "_name").replace(" (code)", "_code") for name in GIAS_COLUMNS}
    renamed = [{names[k]: v for k, v in school(i).items()} for i in range(60)]
    read = rows(read_here(NAME, as_csv(list(names.values()), renamed)), "schools")
    assert read == rows(read_here(NAME, gias(schools(60))), "schools")
