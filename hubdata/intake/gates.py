"""The first gates, before anything is parsed: the name's ending, the size and the first bytes."""

from hubdata.intake.filenames import ending
from hubdata.intake.limits import EXTENSIONS, MEGABYTE, Limits
from hubdata.intake.verdicts import Refused

TEXT = (".csv", ".geojson", ".topojson", ".json")
FIRST_BYTES = {
    b"PK\x03\x04": "a zip or Excel file",
    b"\xd0\xcf\x11\xe0": "an older Office file",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"MZ": "a program",
    b"\x7fELF": "a program",
    b"\x1f\x8b": "a gzip file",
    b"PAR1": "a Parquet file",
    b"SQLite format 3": "a database",
}
EXPECTED = {
    ".zip": b"PK",
    ".xlsx": b"PK\x03\x04",
    ".xls": b"\xd0\xcf\x11\xe0",
    ".parquet": b"PAR1",
    ".gpkg": b"SQLite format 3",
}
# Kinds in which a list of ours may well come: refused with what to send instead, not passed over.
NEARLY = (".xlsm", ".xlsb", ".ods", ".tsv", ".tab", ".gz", ".7z", ".rar", ".tar", ".bz2", ".xz", ".feather", ".arrow")
# Of these the first rows can be looked at, to see whether a list of ours is there at all.
LOOKED_AT = (".xlsm", ".tsv", ".tab")
# Of a Shapefile: shapes, their places in that file, codes and names, and the system of the coordinates.
PARTS = (".shp", ".shx", ".dbf", ".prj")
HTML = (b"<!doctype", b"<html", b"<head", b"<?xml", b"<script")


def check_ending(name: str) -> None:
    """Refuse an ending that no reader of ours takes, saying what to send instead."""
    if ending(name) in PARTS:
        raise Refused("FILE-01", "a Shapefile has several parts: zip its .shp, .shx, .dbf and .prj together")
    if ending(name) not in (*EXTENSIONS, *NEARLY):
        message = f"files ending in '{ending(name)[:10]}' are not read: the file is left out"
        raise Refused("FILE-01", message, left_out=True)
    if ending(name) not in EXTENSIONS:
        message = f"files ending in '{ending(name)[:10]}' are not read: save as .xlsx or .csv"
        raise Refused("FILE-01", message)


def check_size(size: int, limits: Limits) -> None:
    """Refuse a file beyond the limit before a byte of it is read."""
    if size > limits.upload_bytes:
        said = (
            f"{size / MEGABYTE:,.0f} MB, more than {limits.upload_bytes / MEGABYTE:.0f} MB: send it zipped or in parts"
        )
        raise Refused("FILE-02", said)


def check_first_bytes(name: str, body: bytes) -> None:
    """Refuse a file whose first bytes contradict its name, such as a web page saved as .csv."""
    kind = ending(name)
    if not body:
        raise Refused("BYTES-01", "the file is empty: download it again")
    expected = EXPECTED.get(kind)
    if expected and not body.startswith(expected):
        if kind == ".xlsx" and body.startswith(EXPECTED[".xls"]):
            raise Refused("FILE-05", "the workbook is encrypted or older: save it as .xlsx without a password")
        raise Refused("FILE-03", f"this is not a {kind} file inside: download it again")
    if kind in TEXT:
        _check_text(body)


def _check_text(body: bytes) -> None:
    said = next((what for mark, what in FIRST_BYTES.items() if body.startswith(mark)), None)
    if said:
        raise Refused("FILE-03", f"this is {said} with another name: send the .csv itself")
    if body[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(HTML):
        raise Refused("FILE-04", "this is a web page, such as a log-in or an error: download the file again")
