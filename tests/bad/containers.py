"""Cases 19-26: workbooks, archives and Parquet files that are traps, damaged, or of the wrong kind."""

import io
import stat
import zipfile

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
from bad.case import DATED, ROWS, Case, kept, register
from official_layouts import GIAS_COLUMNS, schools

SHEET = DATED.replace(".csv", ".xlsx")
ZIPPED = DATED.replace(".csv", ".zip")
PARQUET = DATED.replace(".csv", ".parquet")


def workbook(rows: int = ROWS) -> openpyxl.Workbook:
    """The register as a workbook of one sheet."""
    book = openpyxl.Workbook()
    book.active.append(GIAS_COLUMNS)
    for row in schools(rows):
        book.active.append([row.get(name, "") for name in GIAS_COLUMNS])
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    """A workbook as the bytes of its file."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rezipped(body: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """A workbook with some bytes of one of its parts replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, content.replace(old, new, 1) if name == part else content)
    return out.getvalue()


def archive(*entries: tuple[str, bytes], link: bool = False) -> bytes:
    """A zip with these names and contents; with ``link`` each is said to be a symbolic link."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries:
            entry = zipfile.ZipInfo(name)
            entry.external_attr = (stat.S_IFLNK if link else stat.S_IFREG | 0o644) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, content)
    return out.getvalue()


def parquet(table: pa.Table) -> bytes:
    """A table as the bytes of a Parquet file."""
    out = io.BytesIO()
    pq.write_table(table, out)
    return out.getvalue()


def many_rows() -> bytes:
    """Some hundred million equal rows in a few kilobytes: what counts is what the footer says."""
    column = pa.DictionaryArray.from_arrays(pa.array([0] * 30_000_000, pa.int8()), pa.array(["x"]))
    return parquet(pa.table({"URN": column, "EstablishmentName": column}))


ONE_SHEET = "xl/worksheets/sheet1.xml"
PLAIN = saved(workbook())
FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
GOOD = pa.Table.from_pylist([{name: row.get(name, "") for name in GIAS_COLUMNS} for row in schools(ROWS)])
CASES = [
    Case("19a", ".xlsm", "register.xlsm", PLAIN, "REJECT", ("FILE-01",)),
    Case("19b", ".ods", "register.ods", PLAIN, "REJECT", ("FILE-01",)),
    Case("19c", "encrypted", SHEET, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "REJECT", ("FILE-05",)),
    Case("19d", "some .xls", "list.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "REJECT", ("FILE-06",)),
    Case(
        "20", "an entity", SHEET,
        rezipped(PLAIN, ONE_SHEET, b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "a">]><worksheet'), "REJECT", ("XLSX-02",),
    ),
    Case("21", "the last cell", SHEET, rezipped(PLAIN, ONE_SHEET, b"</sheetData>", FAR), "REJECT", ("XLSX-10",)),
    Case(
        "22", "packed 100:1", SHEET, rezipped(PLAIN, ONE_SHEET, b"</sheetData>", b" " * 30_000_000 + b"</sheetData>"),
        "REJECT", ("ZIP-06",),
    ),
    Case("23a", "path out", ZIPPED, archive(("../register.csv", register())), "REJECT", ("ZIP-07",)),
    Case("23b", "absolute path", ZIPPED, archive(("/etc/register.csv", register())), "REJECT", ("ZIP-07",)),
    Case("23c", "link", ZIPPED, archive(("register.csv", b"other.csv"), link=True), "REJECT", ("ZIP-08",)),
    Case("23d", "nested", ZIPPED, archive(("inner.zip", archive(("a.csv", b"a")))), "REJECT", ("ZIP-10",)),
    Case("23e", "many", ZIPPED, archive(*((f"{i}.csv", b"a") for i in range(21))), "REJECT", ("ZIP-04",)),
    Case("23f", "repeated", ZIPPED, archive(("A.csv", b"a"), ("a.csv", b"b")), "REJECT", ("ZIP-05",)),
    Case("23g", "bomb", ZIPPED, archive(("a.csv", b"0" * 40_000_000)), "REJECT", ("ZIP-06",)),
    Case("23h", "cut short", ZIPPED, archive(("a.csv", register()))[:-40], "REJECT", ("ZIP-01",)),
    Case("23i", "sound", ZIPPED, archive((DATED, register())), "PASS", (), kept()),
    Case("24", ".gz", DATED + ".gz", b"\x1f\x8b\x08\x00", "REJECT", ("FILE-01",)),
    Case("25", "many rows", PARQUET, many_rows(), "REJECT", ("PARQ-02",)),
    Case("26a", "nested type", PARQUET, parquet(pa.table({"URN": [["1"], ["2"]]})), "REJECT", ("PARQ-03",)),
    Case("26b", "bad footer", PARQUET, parquet(GOOD)[:-9] + b"\x00" * 5 + b"PAR1", "REJECT", ("PARQ-01",)),
    Case("26c", "cut short", PARQUET, parquet(GOOD)[:900], "REJECT", ("PARQ-01",)),
    Case("26d", "sound", PARQUET, parquet(GOOD), "PASS", (), kept()),
]  # fmt: skip
