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
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from hubdata import atomic
from hubdata.arrow import from_arrow as from_arrow
from hubdata.arrow import to_arrow as to_arrow
from hubdata.provenance import Source, Status
from hubdata.schema import TABLES, Table

DATA = Path(__file__).parents[1] / "data"  # what comes with the product: two snapshots, areas, published figures
PLACES, PUBLISHED = DATA / "places", DATA / "published"

if TYPE_CHECKING:
    import fsspec
    import pandas as pd

MANIFEST = "manifest.json"
FORMAT = 1
KEYS = {"format", "status", "tables", "sources"}
OURS = re.compile(r"[a-z_]+-[0-9a-f]{12}\.parquet")


class Broken(ValueError):
    """A snapshot that cannot be trusted: a file is missing, altered or of another format."""


@dataclass(frozen=True)
class Manifest:
    """What a snapshot holds: for each table its file, checksum, rows and the sources it was made from."""

    status: Status
    tables: Mapping[str, dict[str, Any]]
    sources: Mapping[str, tuple[Source, ...]]
    hash: str


def write(
    tables: Mapping[str, "pd.DataFrame | pa.Table"],
    sources: Mapping[str, tuple[Source, ...]],
    to: Path,
    status: Status,
    *,
    effort: int = 9,
) -> Manifest:
    """Write the tables to the folder ``to`` and return the manifest; ``effort`` (1-22) buys smaller files with time.

    An existing snapshot there stays readable until the last step; its data files stay one round longer, for readers
    that had just opened it, and older ones are swept.
    """
    to.mkdir(parents=True, exist_ok=True)
    with atomic.alone(to):
        entries = {name: _write_table(frame, TABLES[name], to, effort) for name, frame in sorted(tables.items())}
        written = {
            "format": FORMAT,
            "status": str(status),
            "tables": entries,
            "sources": {name: [source.to_json() for source in sources.get(name, ())] for name in entries},
        }
        kept = _named_files(to) | {entry["file"] for entry in entries.values()}
        body = sealed(written)
        atomic.replace(to / MANIFEST, body)
        atomic.sweep(to, OURS, kept)
    return _manifest(body)


def sealed(written: dict[str, Any]) -> bytes:
    """The manifest with a checksum of itself, so that a single altered byte is noticed."""
    return _plain(written | {"check": hashlib.sha256(_plain(written)).hexdigest()})


def _plain(written: dict[str, Any]) -> bytes:
    return json.dumps(written, indent=1, sort_keys=True, ensure_ascii=False).encode()


def _write_table(frame: "pd.DataFrame | pa.Table", table: Table, to: Path, effort: int) -> dict[str, Any]:
    sink = io.BytesIO()
    pq.write_table(to_arrow(frame, table), sink, compression="zstd", compression_level=effort)
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
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return set()


def _manifest(body: bytes) -> Manifest:
    try:
        written = json.loads(body)
        rest = {name: value for name, value in written.items() if name != "check"}
        if set(rest) != KEYS or body != sealed(rest):
            raise Broken("the snapshot's manifest was altered: build it again")
        if not all(map(_sound, written["tables"].values())):
            raise Broken("the snapshot's manifest says no file, checksum or count of a table: build it again")
        if any(Path(entry["file"]).name != entry["file"] for entry in written["tables"].values()):
            raise Broken("the snapshot's manifest names files elsewhere: build it again")
        if written["format"] != FORMAT:
            raise Broken(f"the snapshot has format {written['format']}, this version reads {FORMAT}: build it again")
        sources = {name: tuple(Source.from_json(s) for s in given) for name, given in written["sources"].items()}
        return Manifest(Status(written["status"]), written["tables"], sources, hashlib.sha256(body).hexdigest())
    except Broken:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Broken(f"the snapshot's manifest cannot be read: {str(error)[:100]}") from error


def _sound(entry: Any) -> bool:
    kinds = {"file": str, "sha256": str, "rows": int}
    return isinstance(entry, dict) and all(isinstance(entry.get(name), kind) for name, kind in kinds.items())


def folder(location: str) -> tuple["fsspec.AbstractFileSystem", str]:
    """Where a snapshot's files are: a file system and the folder in it; a ``.zip`` is looked into."""
    import fsspec

    if location.lower().endswith(".zip"):
        location = f"zip://::{location}"
    return fsspec.core.url_to_fs(location)


def read_manifest(location: str) -> Manifest:
    """What a snapshot says it holds, without reading its tables. Raises ``Broken`` when there is none to trust."""
    files, root = folder(location)
    return _manifest(_bytes(files, (f"{root}/" if root else "") + MANIFEST))


def mark(location: str) -> str:
    """What tells a snapshot from the one that replaces it: the hash of its manifest. Raises ``Broken``."""
    files, root = folder(location)
    return hashlib.sha256(_bytes(files, (f"{root}/" if root else "") + MANIFEST)).hexdigest()


def read(location: str) -> tuple[Manifest, dict[str, "pd.DataFrame"]]:
    """Every table of a snapshot, each checked against its checksum. Raises ``Broken`` when one does not match."""
    found, packed = read_packed(location)
    return found, {name: unpacked(name, body) for name, body in packed.items()}


def read_arrow(location: str) -> tuple[Manifest, dict[str, pa.Table]]:
    """``read``, with Arrow tables as they were written."""
    found, packed = read_packed(location)
    return found, {name: _read(body) for name, body in packed.items()}


def read_packed(location: str) -> tuple[Manifest, dict[str, bytes]]:
    """``read``, with each table still as the bytes of its file: checked, for ``unpacked`` to open when it is needed."""
    files, root = folder(location)
    prefix = f"{root}/" if root else ""
    found = _manifest(_bytes(files, prefix + MANIFEST))
    return found, {
        name: _checked(_bytes(files, prefix + entry["file"]), entry, name)
        for name, entry in found.tables.items()
        if name in TABLES
    }


def unpacked(name: str, body: bytes) -> "pd.DataFrame":
    """The table of that name from the bytes of its file."""
    return from_arrow(_read(body), TABLES[name])


def _read(body: bytes) -> pa.Table:
    # Not ``read_table``, which imports what it needs for folders of many files first.
    return pq.ParquetFile(pa.BufferReader(body)).read()


def _bytes(files: "fsspec.AbstractFileSystem", path: str) -> bytes:
    try:
        return files.cat_file(path)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise Broken(f"no snapshot here: {Path(path).name} cannot be read") from error


def _checked(body: bytes, entry: Mapping[str, Any], name: str) -> bytes:
    if hashlib.sha256(body).hexdigest() != entry["sha256"]:
        raise Broken(f"table {name} does not match its checksum: build the snapshot again")
    return body
