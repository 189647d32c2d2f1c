"""A look at a refused file's first rows alone: whether anything in it could be ours. What is not stops no folder."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from hubdata.intake.account import Account
from hubdata.intake.filenames import ending
from hubdata.intake.files.delimited import like_ours
from hubdata.intake.limits import EXTENSIONS
from hubdata.intake.rows.headers import Score

# An empty file, a web page or a file cut short is a download that failed, whatever it was to be: never passed over.
FAILED_DOWNLOADS = ("BYTES-01", "FILE-03", "FILE-04", "FILE-08")
AREA_CODE = re.compile(rb"[EWSN]\d{8}")
SHEETS, ENTRIES = 20, 500
TEXTS = (".csv", ".tsv", ".tab")
Glance = Callable[[bytes, Score, Account], bool]


def of_something_else(name: str, body: bytes, score: Score, account: Account) -> bool:
    """Whether the first rows show that nothing in the file is of ours. False where they cannot be looked at."""
    glance = GLANCES.get(ending(name))
    try:
        return glance is not None and glance(body, score, account)
    except Exception:
        # A file was refused already: whatever a damaged one makes its library trip over, nothing is known of it.
        return False


def _text(body: bytes, score: Score, account: Account) -> bool:
    return not like_ours(body, score, account)


def _workbook(body: bytes, score: Score, account: Account) -> bool:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(body), read_only=True, data_only=True, keep_links=False)
    if not openpyxl.DEFUSEDXML or len(book.worksheets) > SHEETS:
        return False
    limits = account.limits
    return all(score(row) <= 0 for sheet in book.worksheets for row in _rows(sheet, limits.header_within))


def _rows(sheet: Any, most: int) -> Iterator[Sequence[str]]:
    for row in sheet.iter_rows(max_row=most, max_col=400, values_only=True):
        yield ["" if value is None else str(value) for value in row]


def _parquet(body: bytes, score: Score, account: Account) -> bool:
    del account
    import pyarrow.parquet as pq

    return score(pq.ParquetFile(io.BytesIO(body), arrow_extensions_enabled=False).schema_arrow.names) <= 0


def _shapes(body: bytes, score: Score, account: Account) -> bool:
    del score, account
    return AREA_CODE.search(body) is None


def _archive(body: bytes, score: Score, account: Account) -> bool:
    """Whether no entry is of a kind that we read, but texts whose first rows are none of ours."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        entries = [entry for entry in archive.infolist() if ending(entry.filename) in EXTENSIONS]
        if len(entries) > ENTRIES or any(ending(entry.filename) not in TEXTS for entry in entries):
            return False
        return all(not like_ours(_head(archive, entry), score, account) for entry in entries)


def _head(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as opened:
        return opened.read(20_000)


GLANCES: dict[str, Glance] = {
    **dict.fromkeys(TEXTS, _text),
    **dict.fromkeys((".xlsx", ".xlsm"), _workbook),
    **dict.fromkeys((".geojson", ".topojson", ".json", ".gpkg"), _shapes),
    ".parquet": _parquet,
    ".zip": _archive,
}
