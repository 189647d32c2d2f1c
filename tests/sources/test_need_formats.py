"""Need of schools: the school census, the performance tables' census, premium by year, deprivation by district."""

import io
import zipfile
from datetime import date

import pytest
from official_layouts import as_csv
from read_here import codes, read_here, rows

from hubdata.sources.schools.deprivation import DECILE, RANK
from hubdata.sources.schools.premium_years import PRINTED
from hubdata.sources.schools.school_census import LANGUAGE, MEALS

CENSUS = {
    "time_period": "202223", "urn": "100001", "la_name": "Kent", "school_name": "A", "phase_type_grouping": "Primary",
    "trust": "COAST TRUST", "opendate": "01/09/2012", "sex_of_school_description": "Mixed",
    "denomination": "Church of England", "admissions_policy": "Not applicable", "fsm_prop": "", MEALS: "12.5",
    LANGUAGE: "3.1", "headcount of pupils": "210",
}  # fmt: skip
TABLES = {
    "URN": "100001", "LA": "886", "NOR": "200", "PSENELSE": "3.0%", "PSENELK": "21.8%", "PNUMEAL": "53.5%",
    "NUMFSMEVER": "50", "PNUMFSMEVER": "21.9%",
}  # fmt: skip


def census(*changed: dict[str, str]) -> list[dict]:
    made = [CENSUS | change for change in changed]
    parsed = read_here("spc_school_level_2022-23.csv", as_csv(list(CENSUS), made, encoding="utf-8"))
    assert parsed.report.recognised_as == "school_census"
    assert parsed.report.as_at == date(2023, 1, 1)
    return rows(parsed, "census_schools")


def test_the_school_census_says_what_the_register_may_not():
    assert census({}) == [
        {"urn": "100001", "fsm": 12.5, "eal": 3.1, "opened": date(2012, 9, 1), "trust_name": "COAST TRUST",
         "religion": "Church of England", "sex": "Mixed", "admissions": None},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "column", "value"),
    [
        ({"denomination": "No religious character"}, "religion", "None"),
        ({"denomination": "Unknown"}, "religion", None),
        ({"admissions_policy": "Unknown"}, "admissions", None),
        ({"admissions_policy": "Selective"}, "admissions", "Selective"),
        ({"sex_of_school_description": "Unknown"}, "sex", None),
        ({MEALS: "z"}, "fsm", None),
        ({LANGUAGE: "0"}, "eal", 0.0),
    ],
)
def test_unknown_is_missing_and_nought_is_nought(printed, column, value):
    (row,) = census(printed)
    assert row[column] == value


def test_a_zip_of_the_statistics_service_has_guidance_beside_the_data():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("data/spc_2022-23.csv", as_csv(list(CENSUS), [CENSUS], encoding="utf-8"))
        archive.writestr("data-guidance/data-guidance.txt", "What the columns mean")
    parsed = read_here("school-census.zip", packed.getvalue())
    assert (parsed.report.recognised_as, parsed.report.loaded) == ("school_census", 1)


def test_a_zip_of_guidance_alone_is_left_out():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("data-guidance.txt", "What the columns mean")
    report = read_here("guidance.zip", packed.getvalue()).report
    assert (report.verdict, report.findings[0].code) == ("UNRECOGNISED", "ZIP-02")


def test_rows_of_an_earlier_year_are_left_out():
    assert [row["urn"] for row in census({}, {"urn": "100002", "time_period": "202122"})] == ["100001"]


def test_the_performance_tables_census_leaves_totals_out():
    made = [TABLES, TABLES | {"URN": "100002", "PNUMEAL": "NA", "PNUMFSMEVER": "NA"}, TABLES | {"URN": "NAT"}]
    parsed = read_here("census_2022-23.csv", as_csv(list(TABLES), made, encoding="utf-8"))
    assert parsed.report.recognised_as == "performance_census"
    assert (parsed.report.loaded, parsed.report.footer) == (2, 1)
    assert rows(parsed, "census_needs") == [
        {"urn": "100001", "ehc": 3.0, "sen": 21.8, "eal": 53.5, "ever_6": 21.9},
        {"urn": "100002", "ehc": 3.0, "sen": 21.8, "eal": None, "ever_6": None},
    ]


PREMIUM = {"URN": "100001", "LA": "886", "": "", "Percentage": "0.162"}


@pytest.mark.parametrize(
    ("cells", "encoding"),
    [(("234", "38", "50160"), "utf-8"), (("234.0", "38", "£50,160"), "utf-8"), (("234", "38", "£50,160"), "cp1252")],
)
def test_premium_of_three_layouts(cells, encoding):
    row = PREMIUM | dict(zip(PRINTED.values(), cells, strict=True))
    parsed = read_here("pupil_premium_2019-20.csv", as_csv(list(row), [row], encoding=encoding))
    assert rows(parsed, "premium") == [
        {"urn": "100001", "year": "2019/20", "pupils": 234.0, "eligible": 38.0, "pounds": 50160.0}
    ]


@pytest.mark.parametrize(
    ("name", "as_at", "year"),
    [("pp_2020-2021.csv", None, "2020/21"), ("pp.csv", date(2022, 3, 31), "2021/22"),
     ("pp.csv", date(2022, 4, 1), "2022/23")],
)  # fmt: skip
def test_the_year_of_the_premium_is_in_the_name_or_said(name, as_at, year):
    row = PREMIUM | dict.fromkeys(PRINTED.values(), "1")
    assert rows(read_here(name, as_csv(list(row), [row]), as_at), "premium")[0]["year"] == year


def test_premium_of_nobody_knows_which_year_is_refused():
    row = PREMIUM | dict.fromkeys(PRINTED.values(), "1")
    assert "PREMIUM-01" in codes(read_here("pp.csv", as_csv(list(row), [row])))


@pytest.mark.parametrize(("lsoa", "district"), [("LSOA code (2011)", "Local Authority District code (2019)"),
                                                ("lsoa21_code", "ltla24_code")])  # fmt: skip
def test_deprivation_by_district(lsoa, district):
    said = [("E01000001", "10", "1", "E07000110"), ("E01000002", "20", "2", "E07000110"),
            ("E01000003", "7", "1", "E07000105")]  # fmt: skip
    listed = [dict(zip((lsoa, RANK, DECILE, district), row, strict=True)) for row in said]
    parsed = read_here("imd_2019.csv", as_csv([lsoa, RANK, DECILE, district], listed))
    assert rows(parsed, "need_districts") == [
        {"district": "E07000105", "imd_rank": 7.0, "worst_tenth": 1, "neighbourhoods": 1},
        {"district": "E07000110", "imd_rank": 15.0, "worst_tenth": 1, "neighbourhoods": 2},
    ]
    assert len(rows(parsed, "need_deprivation")) == 3


def test_free_meals_alone_are_still_known_by_their_two_columns():
    meals = [{"urn": "100001", "fsm_prop": "12.5"}]
    assert read_here("fsm_2023.csv", as_csv(list(meals[0]), meals)).report.recognised_as == "free_meals"
