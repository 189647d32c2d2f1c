"""Lists of networks: teaching schools, hub areas, School Direct, links, and what they become."""

from datetime import date

import pytest
from official_layouts import HUB_COLUMNS, LINK_COLUMNS, TEACHING_COLUMNS, as_csv
from older_workbook import older_workbook
from read_here import codes, read_here, rows

from hubdata.sources.names import address_of

LIST = [
    {"Alliance Name": "St Ives’ & Penzance TSA", "Teaching School": "A", "URN": "100001"},
    {"Alliance Name": "St Ives’ & Penzance TSA", "Teaching School": "B", "URN": "100002"},
    {"Alliance Name": "Coast", "Teaching School": "C", "URN": "100003"},
]


@pytest.fixture(params=["csv", "xls"])
def teaching(request):
    """The same list as CSV and as the older workbook that was published, its headers led by a space."""
    if request.param == "csv":
        return read_here("180312_list.csv", as_csv(TEACHING_COLUMNS, LIST, encoding="utf-8"))
    header = [TEACHING_COLUMNS[0], *(f" {name}" for name in TEACHING_COLUMNS[1:])]
    cells = [[row.get(n, "") if n != "URN" else float(row["URN"]) for n in TEACHING_COLUMNS] for row in LIST]
    return read_here("180312_list.xls", older_workbook([header, *cells]))


def test_teaching_schools_lead_their_alliances(teaching):
    assert teaching.report.recognised_as == "teaching_schools"
    assert [(m["network"], m["urn"], m["role"]) for m in rows(teaching, "members")] == [
        ("coast", "100003", "lead"),
        ("st-ives-penzance-tsa", "100001", "lead"),
        ("st-ives-penzance-tsa", "100002", "lead"),
    ]


def test_alliances_carry_the_date_of_the_list_and_the_end_of_the_programme(teaching):
    networks = rows(teaching, "networks")
    assert [n["name"] for n in networks] == ["Coast", "St Ives’ & Penzance TSA"]
    assert {(n["kind"], n["since"], n["until"], n["listed"]) for n in networks} == {
        ("teaching_school_alliance", date(2018, 3, 12), date(2021, 8, 31), date(2018, 3, 12))
    }


def test_an_undated_list_starts_with_the_programme():
    parsed = read_here("list.csv", as_csv(TEACHING_COLUMNS, LIST, encoding="utf-8"))
    assert codes(parsed) == {"DATE-03"}
    assert {(n["since"], n["listed"]) for n in rows(parsed, "networks")} == {(date(2011, 9, 1), None)}


def test_headers_led_by_a_space_are_repaired_and_said():
    header = [f" {name}" for name in TEACHING_COLUMNS]
    body = as_csv(header, [{f" {k}": v for k, v in row.items()} for row in LIST], encoding="utf-8")
    parsed = read_here("180312_list.csv", body)
    assert len(rows(parsed, "members")) == 3
    assert codes(parsed) <= {"COL-04"}


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Derby Teaching Schools Alliance", "derby-teaching-schools-alliance"),
        ("École & Co.", "ecole-co"),
        ("  A  ", "a"),
    ],
)
def test_names_made_safe_for_an_address(name, address):
    assert address_of(name) == address


def test_hub_areas_keep_their_code_and_no_person():
    listed = [
        {"area_code": "X1", "hub_name": "Hub", "website": "www.example", "areas": "A;B", "lead_school_urn": "100001"}
    ]
    parsed = read_here("hubs_2025-10.csv", as_csv(HUB_COLUMNS, listed))
    (network,) = rows(parsed, "networks")
    assert (network["network"], network["kind"], network["since"]) == ("X1", "teaching_school_hub", date(2025, 10, 1))
    assert network["until"] is None
    assert "website" not in str(parsed.tables)


def test_links_say_before_or_after_and_others_are_left_out():
    said = ["Successor", "Predecessor - merged", "Result of Amalgamation", "Sixth Form Centre Link", "Successor"]
    listed = [{"URN": "100001", "LinkURN": f"10000{i + 2}", "LinkType": kind} for i, kind in enumerate(said[:4])]
    listed.append(listed[0])
    parsed = read_here("links.csv", as_csv(LINK_COLUMNS, listed))
    assert [(r["link_urn"], r["relation"]) for r in rows(parsed, "links")] == [
        ("100002", "successor"),
        ("100003", "predecessor"),
        ("100004", "successor"),
    ]
    assert (parsed.report.rows_in, parsed.report.loaded, parsed.report.duplicates) == (5, 4, 1)


def test_school_direct_lead_schools_lead_a_partnership_each():
    columns = ["urn", "name", "town", "postcode", "lead_school", "open_date", "close_date"]
    listed = [
        {"urn": "100001", "name": "A", "lead_school": "true"},
        {"urn": "100002", "name": "B", "lead_school": "false"},
    ]
    parsed = read_here("lead_schools_2022-07-06.csv", as_csv(columns, listed))
    assert [m["network"] for m in rows(parsed, "members")] == ["school-direct-100001"]
    assert [n["kind"] for n in rows(parsed, "networks")] == ["training_partnership"]
    assert parsed.report.loaded == 2
