"""Kinds of file from the field: nothing vanishes, nothing good is refused, what is of something else stops nothing."""

import csv
import io

import pytest
from official_layouts import GIAS_COLUMNS, as_csv, gias, schools
from read_here import codes, read_here, rows

DATED = "edubasealldata20231116.csv"
MEMBERS = ["network,urn,role,since,until"] + [f"harbour,{900001 + i},supported,01-09-2016," for i in range(200)]
REQUIRED = [
    "URN", "LA (code)", "EstablishmentName", "TypeOfEstablishment (name)", "EstablishmentTypeGroup (name)",
    "EstablishmentStatus (name)", "CloseDate", "PhaseOfEducation (name)", "NumberOfPupils", "GSSLACode (name)",
    "Easting", "Northing",
]  # fmt: skip


def text(*lines: str, end: str = "\n") -> bytes:
    return ("\n".join(lines) + end).encode()


def register(*changed: dict[str, str], count: int = 60) -> bytes:
    return gias(schools(count, *changed))


def renamed(how) -> bytes:
    """The register under names that another program made of its own."""
    listed = list(csv.reader(io.StringIO(register().decode("cp1252"))))
    out = io.StringIO()
    csv.writer(out).writerows([[how(name) for name in listed[0]], *listed[1:]])
    return out.getvalue().encode()


def by_r(name: str) -> str:
    return "".join(c if c.isalnum() or c in "._" else "." for c in name)


@pytest.mark.parametrize("short", ["harbour,900999,supported,01-09-2016", "harbour,900999,supported", "harbour,900999"])
def test_a_short_row_is_set_aside_wherever_it_stands(short):
    for lines in ([*MEMBERS, short], [*MEMBERS[:9], short, *MEMBERS[9:]]):
        report = read_here("members.csv", text(*lines)).report
        assert (report.verdict, report.rows_in, report.loaded, report.quarantined) == ("QUARANTINE", 201, 200, 1)


@pytest.mark.parametrize("cut", ["harbour,900999,supp", "harbour,9", "harb", "9"])
def test_a_last_line_cut_short_is_a_truncated_file(cut):
    parsed = read_here("members.csv", text(*MEMBERS, cut, end=""))
    assert (parsed.report.verdict, codes(parsed)) == ("REJECT", {"ROWS-03"})
    assert "truncated" in parsed.report.findings[-1].message


@pytest.mark.parametrize("end", ["\n", ""])
def test_notes_are_a_few_lines_of_one_cell_and_the_first_is_printed(end):
    notes = ["Source: a made-up list", '"Notes: none, of any kind"', "Printed by nobody"]
    parsed = read_here("members.csv", text(*MEMBERS, *notes, end=end))
    assert (parsed.report.loaded, parsed.report.footer, parsed.report.quarantined) == (200, 3, 0)
    said = " ".join(finding.message for finding in parsed.report.findings if finding.code == "ROWS-05")
    assert "Source: a made-up list" in said


def test_more_notes_than_anybody_writes_are_data_gone_wrong():
    report = read_here("members.csv", text(*MEMBERS, *["harbour-alliance"] * 30)).report
    assert (report.footer, report.quarantined) == (0, 230)
    assert report.verdict == "REJECT"


@pytest.mark.parametrize("mark", ["NA", "NULL", "None", ""])
def test_a_mark_for_nothing_is_missing_in_every_column_but_names(mark):
    gone = dict.fromkeys(["OpenDate", "UKPRN", "NumberOfPupils", "PercentageFSM", "Town", "Easting"], mark)
    parsed = read_here(DATED, register({"at": "3", **gone, "EstablishmentName": "None"}))
    row = rows(parsed, "schools")[3]
    assert [row[name] for name in ("opened", "pupils", "town", "easting", "name")] == [None, None, None, None, "None"]
    assert parsed.report.quarantined == 0


@pytest.mark.parametrize("junk", ["unknown", "12", "n/k"])
def test_a_column_that_nothing_uses_never_costs_a_school(junk):
    parsed = read_here(DATED, register({"at": "3", "UKPRN": junk}))
    assert (parsed.report.loaded, codes(parsed)) == (60, {"GIAS-UKPRN-02"})


@pytest.mark.parametrize(
    "how",
    [by_r, lambda name: name.replace(" (", "_").replace(")", ""), lambda name: name.lower(), str.upper],
    ids=["R", "underscores", "small", "capitals"],
)
def test_headers_as_other_programs_write_them(how):
    parsed = read_here(DATED, renamed(how))
    assert (parsed.report.recognised_as, parsed.report.loaded) == ("gias", 60)
    assert rows(parsed, "schools") == rows(read_here(DATED, register()), "schools")


def test_a_register_cut_down_to_what_it_must_have_is_read():
    parsed = read_here(DATED, gias(schools(60), REQUIRED))
    assert (parsed.report.verdict, parsed.report.loaded) == ("PASS", 60)


@pytest.mark.parametrize("missing", ["URN", "EstablishmentName", "Northing"])
def test_a_register_that_lacks_a_column_is_ours_but_broken(missing):
    parsed = read_here(DATED, gias(schools(60), [name for name in GIAS_COLUMNS if name != missing]))
    assert (parsed.report.recognised_as, parsed.report.verdict) == ("gias", "REJECT")
    assert missing in parsed.report.findings[-1].message


@pytest.mark.parametrize(
    "columns",
    [
        ["time_period", "region_name", "la_name", "URN", "school_name", "Total pupils", "SEN support"],
        ["urn", "name", "postcode", "headcount"],
        ["LSOA code (2011)", "Index of somewhat else"],
    ],
)
def test_a_file_of_something_else_is_left_out_with_the_nearest_format_and_what_it_lacks(columns):
    parsed = read_here("other_2023.csv", as_csv(columns, [dict.fromkeys(columns, "1")]))
    assert (parsed.report.verdict, parsed.report.recognised_as) == ("UNRECOGNISED", "")
    (finding,) = parsed.report.findings
    assert (finding.code, finding.left_out) == ("FORMAT-01", True)
    assert "the nearest is '" in finding.message
    assert "lacks '" in finding.message


DURHAM = {"LA (code)": "840", "LA (name)": "Durham", "GSSLACode (name)": "E06000047", "GOR (name)": "North East"}


def test_codes_come_before_a_former_or_shorter_spelling_of_the_same_authority():
    placed = DURHAM | {"Easting": "427000", "Northing": "542000"}
    parsed = read_here(DATED, register({"at": "1", **placed}, {"at": "2", **placed, "LA (name)": "Durham, County of"}))
    assert parsed.report.loaded == 60
    assert [f.count for f in parsed.report.findings if f.code == "GIAS-LA-04"] == [2]


@pytest.mark.parametrize(
    "change", [{"LA (name)": "Essex"}, {"LA (name)": "Nowhere"}, {"GSSLACode (name)": "E10000012"}]
)
def test_another_authority_is_never_read_as_a_spelling(change):
    parsed = read_here(DATED, register({"at": "1", **DURHAM, **change}, count=600))
    assert (parsed.report.quarantined, codes(parsed) >= {"GIAS-LA-02"}) == (1, True)


@pytest.mark.parametrize("error", ["#N/A", "#REF!"])
@pytest.mark.parametrize("column", ["UKPRN", "LastChangedDate", "CensusDate", "EstablishmentNumber"])
def test_an_error_in_a_column_that_nothing_uses_costs_no_school(column, error):
    assert read_here(DATED, register({"at": "3", column: error})).report.loaded == 60
    used = read_here(DATED, register({"at": "3", "NumberOfPupils": error}, count=600)).report
    assert (used.loaded, used.quarantined) == (599, 1)


def test_a_whole_column_of_shortened_numbers_that_nothing_uses_refuses_no_register():
    parsed = read_here(DATED, register(*({"at": str(i), "UKPRN": "1.00E+07"} for i in range(60))))
    assert (parsed.report.loaded, codes(parsed)) == (60, {"GIAS-UKPRN-03"})


def test_a_mark_that_no_keyboard_writes_in_a_name_is_judged_like_any_letter():
    parsed = read_here(DATED, register({"at": "3", "LA (name)": "Ke\x1fnt"}, count=600))
    assert (parsed.report.quarantined, codes(parsed)) == (1, {"GIAS-LA-02"})
