"""Files of something else that no gate lets in: named with their danger, and no folder is stopped by them."""

import io
import zipfile

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from official_layouts import gias, schools

from hubdata import snapshot
from hubdata.building import build

DATED = "edubasealldata20231116.csv"


def register() -> bytes:
    return gias(schools(60))


def workbook(*cells: tuple[str, object], macros: bool = False) -> bytes:
    book, kept = openpyxl.Workbook(), io.BytesIO()
    for at, value in (("A1", "Year"), ("B1", "Trains"), *cells):
        book.active[at] = value
    book.save(kept)
    if macros:
        with zipfile.ZipFile(kept, "a") as archive:
            archive.writestr("xl/vbaProject.bin", b"\xd0\xcf")
    return kept.getvalue()


def parquet(table: pa.Table) -> bytes:
    kept = io.BytesIO()
    pq.write_table(table, kept)
    return kept.getvalue()


def photographs(count: int) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for i in range(count):
            archive.writestr(f"photographs/{i}.jpg", b"\xff\xd8\xff")
    return packed.getvalue()


POINT = b'{"type":"Feature","properties":{"n":"a"},"geometry":{"type":"Point","coordinates":[0,51]}}'
DANGEROUS = {
    "far.xlsx": (lambda: workbook(("XFD1048576", 1)), "XLSX-10"),
    "macros.xlsx": (lambda: workbook(macros=True), "XLSX-01"),
    "macros.xlsm": (lambda: workbook(macros=True), "FILE-01"),
    "formulas.xlsx": (lambda: workbook(("A2", "=1+1")), ""),
    "nested.parquet": (lambda: parquet(pa.table({"who": [["a", "b"]]})), "PARQ-03"),
    "long.parquet": (lambda: parquet(pa.table({"n": pa.array([1] * 50_000_001, pa.int8())})), "PARQ-02"),
    "photographs.zip": (lambda: photographs(2), "ZIP-11"),
    "album.zip": (lambda: photographs(30), "ZIP-04"),
    "points.geojson": (lambda: b'{"type":"FeatureCollection","features":[' + POINT + b"]}", "GEO-04"),
    "wide.csv": (lambda: ",".join(f"g{i}" for i in range(900)).encode() + b"\n", ""),
    "tabs.tsv": (lambda: b"Year\tTrains\n2020\t4\n", "FILE-01"),
}


def test_what_is_dangerous_and_of_something_else_is_named_and_stops_no_folder(tmp_path):
    given = tmp_path / "given"
    given.mkdir()
    for name, (body, _) in DANGEROUS.items():
        (given / name).write_bytes(body())
    (given / DATED).write_bytes(register())
    built = build([given], tmp_path / "snapshot")
    named = {r.file: next((f.code for f in r.findings if f.severity == "REJECT"), "") for r in built.reports}
    assert {name: named[name] for name in DANGEROUS} == {name: code for name, (_, code) in DANGEROUS.items()}
    assert built.stopped_by == []
    assert not built.passed
    assert len(snapshot.read(str(tmp_path / "snapshot"))[1]["schools"]) == 60


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("members.parquet", lambda: parquet(pa.table({"network": [["a"]], "urn": ["1"], "role": ["x"]}))),
        ("members.xlsm", lambda: workbook(("A1", "network"), ("B1", "urn"), ("C1", "role"), ("D1", "since"))),
        ("edubasealldata20231117.csv", lambda: b"<html>Log in</html>"),
        ("edubasealldata20231117.csv", lambda: b""),
        ("extract.zip", lambda: b"PK\x03\x04 cut short"),
    ],
)
def test_what_is_or_may_be_ours_and_broken_stops_the_build(name, body, tmp_path):
    given = tmp_path / "given"
    given.mkdir()
    (given / name).write_bytes(body())
    (given / DATED).write_bytes(register())
    assert build([given], tmp_path / "snapshot").stopped_by == [name]
    assert not (tmp_path / "snapshot").exists()
