"""Tables to and from a folder of Parquet with a manifest; never half a snapshot.

Data files carry their checksum in their name and are written first; ``manifest.json`` is replaced last, in one step.
A write killed at any moment therefore leaves the old manifest and every file it names.
"""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import fsspec
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from hubdata import atomic
from hubdata.provenance import Source, Status
from hubdata.schema import TABLES, Kind, Table

MANIFEST = "manifest.json"
FORMAT = 1
KEYS = {"format", "status", "tables", "sources"}
OURS = re.compile(r"[a-z_]+-[0-9a-f]{12}\.parquet")
ARROW: dict[Kind, pa.DataType] = {
    "text": pa.string(),
    "code": pa.dictionary(pa.int32(), pa.string()),
    "whole": pa.int64(),
    "number": pa.float64(),
    "date": pa.date32(),
    "flag": pa.bool_(),
    "shape": pa.binary(),
}


class Broken(ValueError):
    """A snapshot that cannot be trusted: a file is missing, altered or of another format."""


@dataclass(frozen=True)
class Manifest:
    """What a snapshot holds: for each table its file, checksum, rows and the sources it was made from."""

    status: Status
    tables: Mapping[str, dict[str, Any]]
    sources: Mapping[str, tuple[Source, ...]]
    hash: str


def to_arrow(frame: pd.DataFrame | pa.Table, table: Table) -> pa.Table:
    """The frame as the schema types it, columns in schema order. A column not in the schema is an error."""
    given = frame.column_names if isinstance(frame, pa.Table) else list(frame.columns)
    extra = set(given) - set(table.names)
    if extra:
        raise ValueError(f"table {table.name}: columns not in the schema: {sorted(extra)}")
    arrays = [_array(frame[column.name], column.kind) for column in table.columns]
    return pa.Table.from_arrays(arrays, names=table.names)


def _array(values: pd.Series | pa.ChunkedArray, kind: Kind) -> pa.Array:
    if isinstance(values, pa.ChunkedArray):
        plain = values.cast(pa.string() if kind == "code" else ARROW[kind]).combine_chunks()
        return plain.dictionary_encode() if kind == "code" else plain
    if kind == "date":
        return pa.array(pd.to_datetime(values).dt.date, type=ARROW[kind], from_pandas=True)
    if kind == "code":
        text = values.astype("str") if isinstance(values.dtype, pd.CategoricalDtype) else values
        return pa.array(text, type=pa.string(), from_pandas=True).dictionary_encode()
    return pa.array(values, type=ARROW[kind], from_pandas=True)


def from_arrow(arrow: pa.Table, table: Table) -> pd.DataFrame:
    """A frame with codes as categories (sorted), dates as timestamps and whole numbers as Int64."""
    frame = arrow.select(table.names).to_pandas(
        types_mapper=lambda kind: pd.Int64Dtype() if kind == pa.int64() else None
    )
    for column in table.columns:
        values = frame[column.name]
        if column.kind == "date":
            frame[column.name] = pd.to_datetime(values).astype("datetime64[s]")
        elif column.kind == "code":
            frame[column.name] = values.cat.reorder_categories(sorted(values.cat.categories))
    return frame


def write(
    tables: Mapping[str, pd.DataFrame | pa.Table], sources: Mapping[str, tuple[Source, ...]], to: Path, status: Status
) -> Manifest:
    """Write the tables to the folder ``to`` and return the manifest.

    An existing snapshot there stays readable until the last step; its data files stay one round longer, for readers
    that had just opened it, and older ones are swept.
    """
    to.mkdir(parents=True, exist_ok=True)
    with atomic.alone(to):
        entries = {name: _write_table(frame, TABLES[name], to) for name, frame in sorted(tables.items())}
        written = {
            "format": FORMAT,
            "status": str(status),
            "tables": entries,
            "sources": {name: [source.to_json() for source in sources.get(name, ())] for name in entries},
        }
        kept = _named_files(to) | {entry["file"] for entry in entries.values()}
        body = _sealed(written)
        atomic.replace(to / MANIFEST, body)
        atomic.sweep(to, OURS, kept)
    return _manifest(body)


def _sealed(written: dict[str, Any]) -> bytes:
    """The manifest with a checksum of itself, so that a single altered byte is noticed."""
    return _plain(written | {"check": hashlib.sha256(_plain(written)).hexdigest()})


def _plain(written: dict[str, Any]) -> bytes:
    return json.dumps(written, indent=1, sort_keys=True, ensure_ascii=False).encode()


def _write_table(frame: pd.DataFrame | pa.Table, table: Table, to: Path) -> dict[str, Any]:
    sink = io.BytesIO()
    pq.write_table(to_arrow(frame, table), sink, compression="zstd", compression_level=9)
    body = sink.getvalue()
    digest = hashlib.sha256(body).hexdigest()
    path = to / f"{table.name}-{digest[:12]}.parquet"
    if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
        atomic.replace(path, body)
    return {"file": path.name, "sha256": digest, "rows": len(frame)}


def _named_files(folder: Path) -> set[str]:
    """Files that the snapshot now in the folder names; none when there is no readable one."""
    try:
        return {entry["file"] for entry in json.loads((folder / MANIFEST).read_bytes())["tables"].values()}
    except (OSError, ValueError, KeyError):
        return set()


def _manifest(body: bytes) -> Manifest:
    try:
        written = json.loads(body)
        rest = {name: value for name, value in written.items() if name != "check"}
        if set(rest) != KEYS or ("check" in written and body != _sealed(rest)):
            raise Broken("the snapshot's manifest was altered: build it again")
        if written["format"] != FORMAT:
            raise Broken(f"the snapshot has format {written['format']}, this version reads {FORMAT}: build it again")
        sources = {name: tuple(Source.from_json(s) for s in given) for name, given in written["sources"].items()}
        return Manifest(Status(written["status"]), written["tables"], sources, hashlib.sha256(body).hexdigest())
    except Broken:
        raise
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Broken(f"the snapshot's manifest cannot be read: {error}") from error


def _folder(location: str) -> tuple[fsspec.AbstractFileSystem, str]:
    if location.lower().endswith(".zip"):
        location = f"zip://::{location}"
    return fsspec.core.url_to_fs(location)


def read_manifest(location: str) -> Manifest:
    """What a snapshot says it holds, without reading its tables. Raises ``Broken`` when there is none to trust."""
    files, root = _folder(location)
    return _manifest(_bytes(files, (f"{root}/" if root else "") + MANIFEST))


def read(location: str) -> tuple[Manifest, dict[str, pd.DataFrame]]:
    """Every table of a snapshot, each checked against its checksum. Raises ``Broken`` when one does not match."""
    files, root = _folder(location)
    prefix = f"{root}/" if root else ""
    found = _manifest(_bytes(files, prefix + MANIFEST))
    return found, {
        name: _read_table(_bytes(files, prefix + entry["file"]), entry, TABLES[name])
        for name, entry in found.tables.items()
        if name in TABLES
    }


def _bytes(files: fsspec.AbstractFileSystem, path: str) -> bytes:
    try:
        return files.cat_file(path)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise Broken(f"no snapshot here: {Path(path).name} cannot be read") from error


def _read_table(body: bytes, entry: Mapping[str, Any], table: Table) -> pd.DataFrame:
    if hashlib.sha256(body).hexdigest() != entry["sha256"]:
        raise Broken(f"table {table.name} does not match its checksum: build the snapshot again")
    return from_arrow(pq.read_table(pa.BufferReader(body)), table)
