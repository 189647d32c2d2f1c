"""The gates of a file with one row a person: judged by its bytes, a piece at a time, before an engine sees a row."""

import codecs
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from hubdata.intake.files.decode import UTF16
from hubdata.intake.gates import check_first_bytes
from hubdata.intake.verdicts import Refused
from hubdata.records.cohorts import COLUMNS

PIECE = 4 * 1024**2
PARQUET = ".parquet"
USE_BUILD = "more than a page counts, use `python -m hubdata build`"


def readable(path: Path, ending: str, cells: int | None, folder: Path) -> Path:
    """The file as an engine reads it: itself, or its text as UTF-8 in ``folder``. Raises ``Refused`` with the reason.

    Args:
        path: a file of any size; no more than a few megabytes are held at once.
        ending: ``.csv`` or ``.parquet``.
        cells: rows by columns that are let in; None lets in any number.
        folder: where a copy may stand.
    """
    with path.open("rb") as file:
        check_first_bytes(f"file{ending}", file.read(4096))
    if ending.lower() == PARQUET:
        _check_footer(path, cells)
        return path
    return _as_utf8(path, folder)


def _check_footer(path: Path, cells: int | None) -> None:
    try:
        file = pq.ParquetFile(path, arrow_extensions_enabled=False)
        schema, rows = file.schema_arrow, file.metadata.num_rows
    except (pa.ArrowException, OSError, ValueError) as error:
        raise Refused("PARQ-01", "the Parquet file is damaged or cut short: download it again") from error
    if cells is not None and rows * max(1, len(schema)) > cells:
        raise Refused("PARQ-02", f"{rows:,} rows by {len(schema)} columns: {USE_BUILD}")
    ours = [field for field in schema if field.name in COLUMNS]
    nested = [f.name for f in ours if pa.types.is_nested(f.type) or isinstance(f.type, pa.BaseExtensionType)]
    if nested:
        raise Refused(
            "PARQ-03", f"columns of lists or records ({', '.join(nested)}): send plain columns", count=len(nested)
        )
    binary = [f.name for f in ours if pa.types.is_binary(f.type) or pa.types.is_large_binary(f.type)]
    if binary:
        raise Refused("PARQ-03", f"columns of bytes ({', '.join(binary)}): send them as text", count=len(binary))


def _as_utf8(path: Path, folder: Path) -> Path:
    with path.open("rb") as file:
        encoding = "utf-16" if file.read(2) in UTF16 else "utf-8"
    try:
        copy = folder / "as-utf8.csv" if encoding == "utf-16" else None
        _through(path, encoding, copy)
        return copy or path
    except UnicodeDecodeError as error:
        if encoding == "utf-16":
            raise _no_letter(error, "UTF-16") from None
        where = error
    if not _plain_before(path, where.start):
        raise _no_letter(where, "UTF-8")
    copy = folder / "as-utf8.csv"
    try:
        _through(path, "cp1252", copy)
    except UnicodeDecodeError as error:
        raise _no_letter(error, "UTF-8 or Windows-1252") from None
    return copy


def _through(path: Path, encoding: str, copy: Path | None) -> None:
    """Decode the whole file, into a copy if one is wanted; the first byte that is no letter raises with its place."""
    decoder = codecs.getincrementaldecoder(encoding)()
    out = copy.open("w", encoding="utf-8", newline="") if copy else None
    try:
        for at, piece, last in _pieces(path):
            if encoding != "utf-16" and b"\x00" in piece:
                place = at + piece.index(b"\x00")
                raise Refused("TEXT-07", f"byte {place:,} is a NUL: the file is damaged, download it again")
            kept = len(decoder.getstate()[0])
            try:
                text = decoder.decode(piece, last)
            except UnicodeDecodeError as error:
                error.start += at - kept
                raise
            if out:
                out.write(text)
    finally:
        if out:
            out.close()


def _pieces(path: Path) -> Iterator[tuple[int, bytes, bool]]:
    """Where each piece begins, the piece, and whether it is the last."""
    size, at = path.stat().st_size, 0
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield at, piece, at + len(piece) >= size
            at += len(piece)


def _plain_before(path: Path, end: int) -> bool:
    """Whether everything before a broken byte is ASCII: else the file is UTF-8 and damaged."""
    return all(piece[: max(0, end - at)].isascii() for at, piece, _ in _pieces(path) if at < end)


def _no_letter(error: UnicodeDecodeError, encoding: str) -> Refused:
    return Refused("TEXT-05", f"byte {error.start:,} is no letter in {encoding}: save the file again as UTF-8")
