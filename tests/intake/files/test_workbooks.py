"""Workbooks are looked through as XML: however a cell or a part is spelt, only what is harmful is refused."""

import io
import zipfile

import openpyxl
import pytest
from read_here import codes, read_here

ONE = "xl/worksheets/sheet1.xml"
HEADER = ("network", "year", "fund", "pounds")
LINK = '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"'


def saved(*sheets: list[tuple]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"Sheet{number}")
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


SOUND = saved([HEADER, ("h-1", "2016/17", "Core", 5)])


def rezipped(body: bytes, changed: dict[str, tuple[str, str]] | None = None, **added: bytes) -> bytes:
    """The workbook with one text for another in a part, and parts added (``__`` stands for a slash)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            content = before.read(name).decode()
            for old, new in [(changed or {}).get(name, ("", ""))]:
                assert old in content
                content = content.replace(old, new, 1) if old else content
            after.writestr(name, content)
        for name, content in added.items():
            after.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return out.getvalue()


def with_cell(xml: str) -> bytes:
    """The sound workbook with its last cell written so."""
    with zipfile.ZipFile(io.BytesIO(SOUND)) as book:
        content = book.read(ONE).decode()
    last = content[content.rindex("<c ") : content.index("</row></sheetData>")]
    return rezipped(SOUND, {ONE: (last, xml)})


@pytest.mark.parametrize(
    "xml",
    [
        "<c><f>1+1</f></c>",
        "<c r='D2'><f>1+1</f></c>",
        '<c\nt="n"\nr = "D2" ><f ca="1">SUM(A1,\n"&lt;")</f><v></v></c>',
        '<c r="D2"><f t="shared" si="0"/></c>',
        '<c r="D2"><f>1<!-- </f><v>7</v> --></f></c>',
        '<x:c xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="D2"><x:f>1+1</x:f></x:c>',
    ],
)
def test_a_formula_that_nobody_computed_is_refused_however_it_is_spelt(xml):
    assert codes(read_here("funding.xlsx", with_cell(xml))) == {"XLSX-11"}


@pytest.mark.parametrize(
    "xml",
    ['<c r="D2"><f>2+3</f><v>5</v></c>', '<c r="D2"><v>5</v></c><c r="E2" t="str"><f>IF(1,"")</f><v></v></c>'],
)
def test_a_formula_with_a_value_is_read_an_empty_text_too(xml):
    parsed = read_here("funding.xlsx", with_cell(xml))
    assert codes(parsed) == set()
    assert parsed.tables["funding"]["pounds"].to_pylist() == [5]


@pytest.mark.parametrize(
    "xml",
    [
        '<c r="XFD1048576"><v>1</v></c>',
        "<c r='AAA2'><v>1</v></c>",
        "<c r='D3000000'><v>1</v></c>",
        '</row><row r="999999999"><c><v>1</v></c>',
        '</row><row r="two"><c><v>1</v></c>',
        '<c r="nowhere"><v>1</v></c>',
        "<c/>" * 401,
    ],
)
def test_a_cell_too_far_away_is_refused_however_it_is_spelt(xml):
    assert codes(read_here("funding.xlsx", with_cell(xml))) == {"XLSX-10"}


def test_a_sheet_is_known_by_what_it_holds_not_by_the_name_of_its_part():
    far = b'<worksheet xmlns="http://x"><sheetData><row><c r="ZZZ9"/></row></sheetData></worksheet>'
    assert codes(read_here("funding.xlsx", rezipped(SOUND, **{"xl__elsewhere__one": far}))) == {"XLSX-10"}
    assert codes(read_here("funding.xlsx", rezipped(SOUND, **{"notes": "\ufeff".encode("utf-8") + far}))) == {"XLSX-10"}
    wide = far.decode().encode("utf-16")
    assert codes(read_here("funding.xlsx", rezipped(SOUND, **{"xl__wide_dot_xml": wide}))) == {"XLSX-10"}


def test_an_entity_is_refused_in_any_part_and_any_encoding():
    trap = '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    for body in (trap.encode(), trap.encode("utf-16")):
        assert codes(read_here("funding.xlsx", rezipped(SOUND, **{"docProps__more_dot_xml": body}))) == {"XLSX-02"}


@pytest.mark.parametrize(
    "part",
    ["xl__printerSettings__printerSettings1_dot_bin", "xl__customProperty1_dot_bin", "xl__media__image1_dot_png"],
)
def test_what_excel_keeps_beside_the_cells_does_no_harm(part):
    assert codes(read_here("funding.xlsx", rezipped(SOUND, **{part: b"\x01\x02\x00"}))) == set()


@pytest.mark.parametrize(
    ("part", "named"),
    [
        ("xl__vbaProject_dot_bin", "macros"),
        ("xl__activeX__activeX1_dot_bin", "ActiveX"),
        ("xl__embeddings__oleObject1_dot_bin", "embedded objects"),
        ("xl__externalLinks__externalLink1_dot_xml", "data elsewhere"),
    ],
)
def test_what_could_run_or_fetch_is_refused_by_name(part, named):
    parsed = read_here("funding.xlsx", rezipped(SOUND, **{part: b"<a/>"}))
    assert codes(parsed) == {"XLSX-01"}
    assert named in parsed.report.findings[-1].message


@pytest.mark.parametrize(
    ("kind", "named"),
    [("vbaProject", "macros"), ("oleObject", "objects"), ("connections", "elsewhere"), ("control", "ActiveX")],
)
def test_what_a_relationship_brings_in_is_refused_whatever_its_part_is_called(kind, named):
    links = f'{LINK.format(kind)} Target="harmless.txt"/></Relationships>'
    body = rezipped(SOUND, {"xl/_rels/workbook.xml.rels": ("</Relationships>", links)})
    parsed = read_here("funding.xlsx", body)
    assert codes(parsed) == {"XLSX-01"}
    assert named in parsed.report.findings[-1].message


def test_a_workbook_with_nothing_of_ours_asks_nothing():
    parsed = read_here("other.xlsx", saved([("Notes",)], [("Year", "Trains"), (2020, 4)], [("Year", "Boats")]))
    assert parsed.report.verdict == "UNRECOGNISED"
