"""Kinds met in the field, numbered from 71: short rows, odd first lines, strange cells, odd layers, cells far away."""

import io
import sqlite3
import tempfile
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from bad.case import DATED, Case, kept, refused, register

MEMBERS = b"network,urn,role,since,until\n"
ROW = b"harbour,%d,supported,01-09-2016,\n"
MANY = 600
SHORT = ("ROWS-01", "ROWS-02")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
BOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>'
)
WORD = '<c t="inlineStr"><is><t>{}</t></is></c>'
HEADER = "".join(map(WORD.format, ("network", "year", "fund", "pounds")))
CELLS = "".join(map(WORD.format, ("h", "2016/17", "Core")))


def short(*rows: bytes, good: int = 200) -> bytes:
    """Members, and rows with too few fields under them."""
    return MEMBERS + b"".join(ROW % (900001 + i) for i in range(good)) + b"".join(rows)


def relations(kind: str, target: str) -> str:
    """A part that names one other part."""
    one = f'<Relationship Id="r1" Type="{OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{PACKAGE}relationships">{one}</Relationships>'


def sheet(rows: str, at: str = "worksheets/sheet1.xml") -> bytes:
    """A workbook of one sheet, its rows as XML, the sheet's part at a place of one's choice."""
    types = (
        f'<Types xmlns="{PACKAGE}content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/{at}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml'
        '.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.spreadsheetml.sheet.main+xml"/></Types>'
    )
    parts = {
        "[Content_Types].xml": types,
        "_rels/.rels": relations("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": relations("worksheet", at),
        f"xl/{at}": f"<worksheet xmlns='{MAIN}'><sheetData>{rows}</sheetData></worksheet>",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return packed.getvalue()


def formula(cell: str) -> bytes:
    """Funding with a cell that nobody computed."""
    return sheet(f"<row r='1'>{HEADER}</row><row r='2'>{CELLS}{cell}</row>")


def binary(kind: pa.DataType) -> bytes:
    """Networks whose codes are bytes that are no text."""
    word = b"\xff\xfe\x00"
    table = pa.table({"network": pa.array([word] * 5, kind), "kind": ["teaching_school_hub"] * 5, "name": ["x"] * 5})
    kept_in = io.BytesIO()
    pq.write_table(table, kept_in, store_schema=False)
    return kept_in.getvalue()


def layers(*said: object) -> bytes:
    """A GeoPackage that names its one layer oddly."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "odd.gpkg"
        with sqlite3.connect(path) as base:
            base.execute("CREATE TABLE gpkg_geometry_columns (table_name, column_name, srs_id)")
            base.execute("INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?)", said)
        base.close()
        return path.read_bytes()


def astray(**said: str) -> bytes:
    """A register in which one school has an authority that is none of ours."""
    return register({"at": "7", **said}, count=MANY)


CASES = [
    Case("71a", "a short row at the end", "members.csv", short(b"h,1,x\n"), "QUARANTINE", ("ROWS-02",), kept(201, 1)),
    Case("71b", "two short rows", "members.csv", short(b"h,1\n", b"h,2,x\n"), "QUARANTINE", ("ROWS-02",), kept(202, 2)),
    Case("71c", "all short", "members.csv", short(*[b"h,1\n"] * 9, good=0), "REJECT", SHORT, refused(9)),
    Case("72a", "cut in a word", "members.csv", short(b"h,9,supp"), "REJECT", ("ROWS-03",)),
    Case("72b", "cut in a number", "members.csv", short(b"harbour,90"), "REJECT", ("ROWS-03",)),
    Case("72c", "cut in the first word", "members.csv", short(b"harb"), "REJECT", ("ROWS-03",)),
    Case("73a", "sep names a letter", "networks.csv", b"sep=x\nnetwork,kind,name\n", "REJECT", ("TEXT-14",)),
    Case("73b", "sep names a sign", "networks.csv", "sep=§\nnetwork,kind,name\n".encode(), "REJECT", ("TEXT-14",)),
    Case("73c", "sep names nothing", "networks.csv", b"sep=\nnetwork,kind,name\n", "REJECT", ("TEXT-14",)),
    Case("74a", "bytes for text", "networks.parquet", binary(pa.binary()), "REJECT", ("PARQ-04",)),
    Case("74b", "bytes of one length", "networks.parquet", binary(pa.binary(3)), "REJECT", ("PARQ-04",)),
    Case("75a", "a layer named by a number", "odd.gpkg", layers(123, b"\x00", 4326), "REJECT", ("GEO-13",)),
    Case("75b", "a layer without a name", "odd.gpkg", layers(None, None, 4326), "REJECT", ("GEO-13",)),
    Case("75c", "a layer that is not there", "odd.gpkg", layers("gone", "geom", 4326), "REJECT", ("GEO-13",)),
    Case("76a", "nobody's number", DATED, astray(**{"LA (code)": "000"}), "QUARANTINE", ("GIAS-LA-01",), kept(MANY, 1)),
    Case("76b", "a Welsh number", DATED, astray(**{"LA (code)": "666"}), "QUARANTINE", ("GIAS-LA-01",), kept(MANY, 1)),
    Case("77a", "a formula alone", "funding.xlsx", formula("<c><f>1+1</f></c>"), "REJECT", ("XLSX-11",)),
    Case("77b", "a formula, other quotes", "funding.xlsx", formula("<c r='D2'><f>1</f></c>"), "REJECT", ("XLSX-11",)),
    Case("77c", "an empty value", "funding.xlsx", formula("<c r='D2'><f>1</f><v/></c>"), "REJECT", ("XLSX-11",)),
    Case(
        "78a", "a far cell in a part elsewhere", "funding.xlsx",
        sheet(f"<row r='1'>{HEADER}</row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>", "other/one.xml"),
        "REJECT", ("XLSX-10",),
    ),
    Case(
        "78b", "a row by a number of its own", "funding.xlsx",
        sheet(f"<row r='1'>{HEADER}</row><row r='1000000000'><c><v>1</v></c></row>"), "REJECT", ("XLSX-10",),
    ),
]  # fmt: skip
