"""The inventory of data files: what each is, who published it, and the checksum by which an altered one is found."""

import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path

from hubdata import snapshot
from hubdata.provenance import Source

INVENTORY = "SOURCES.csv"
COLUMNS = ["file", "sha256", "publisher", "licence", "as_at", "address", "dataset", "read_from", "read_sha256"]
NOT_SAID = "not said"
NO_FILE = dict.fromkeys(("dataset", "read_from", "read_sha256"), "")


def write_inventory(folder: Path, made: tuple[str, ...]) -> None:
    """Write the inventory of ``folder``: fresh rows for the snapshots just made, other rows as they stand.

    Args:
        folder: the data folder.
        made: names of the folders in it that hold a snapshot just made.
    """
    kept = [row for row in listed(folder) if row["file"].split("/")[0] not in made]
    fresh = [row for name in made for row in _snapshot_rows(folder, name)]
    with (folder / INVENTORY).open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(kept + fresh, key=lambda row: (row["file"], row.get("read_from", ""))))


def listed(folder: Path) -> list[dict[str, str]]:
    """The rows of the folder's inventory, one a file and source; none where there is no inventory yet."""
    path = folder / INVENTORY
    if not path.exists():
        return []
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def faults(folder: Path) -> list[str]:
    """What is wrong: files that the inventory does not list, has listed and cannot find, or that were altered."""
    known = {row["file"]: row["sha256"] for row in listed(folder)}
    found = {str(path.relative_to(folder).as_posix()): _sha256(path) for path in _files(folder)}
    unlisted = [f"{file} is not in the inventory" for file in sorted(found.keys() - known.keys())]
    missing = [f"{file} is in the inventory but not there" for file in sorted(known.keys() - found.keys())]
    altered = [f"{file} was altered" for file in sorted(known.keys() & found.keys()) if known[file] != found[file]]
    return unlisted + missing + altered


def _snapshot_rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    """A row for each table and file it was read from; what was read from none is credited as the first source is."""
    manifest = snapshot.read_manifest(str(folder / name))
    tables = {entry["file"]: manifest.sources.get(table, ()) for table, entry in manifest.tables.items()}
    first = next(sources[0] for sources in manifest.sources.values() if sources)
    for path in _files(folder / name):
        read = [source for source in tables.get(path.name, ()) if source.sha256]
        for credit in map(_credit, read or [first]):
            yield {"file": f"{name}/{path.name}", "sha256": _sha256(path), **(credit if read else credit | NO_FILE)}


def _credit(source: Source) -> dict[str, str]:
    return {
        "publisher": source.publisher,
        "licence": source.licence,
        "as_at": source.as_at.isoformat() if source.as_at else NOT_SAID,
        "address": source.address,
        "dataset": source.dataset,
        "read_from": source.file,
        "read_sha256": source.sha256,
    }


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name != INVENTORY)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
