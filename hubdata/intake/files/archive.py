"""Zip files, read in memory: entries are judged by the list at the end of the file before any of them is opened."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from hubdata.intake.filenames import ending
from hubdata.intake.files import shapefile
from hubdata.intake.files.container import check_container, read_entry
from hubdata.intake.limits import EXTENSIONS, Limits
from hubdata.intake.verdicts import Refused

PACKED = (".zip", ".gz", ".7z", ".rar", ".tar", ".bz2", ".xz")
SYSTEM = ("__macosx/", ".ds_store")
# What publishers put beside their tables: read by people, left out here.
GUIDANCE = (".txt", ".md", ".pdf", ".htm", ".html", ".doc", ".docx", ".odt", ".rtf")


def members(body: bytes, limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file in the archive; the parts of a Shapefile are one file, zipped on their own.

    Raises ``Refused`` before opening any, if one is not acceptable.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(body))
        entries = [e for e in archive.infolist() if not e.is_dir() and not _beside(e.filename)]
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Refused("ZIP-01", "the archive is damaged or cut short: download it again") from error
    check_entries(archive.infolist(), limits)
    if not entries:
        raise Refused("ZIP-02", "the archive holds no file that is read", left_out=bool(guidance(body)))
    drawn = shapefile.stems(entries)
    yield from shapefile.members(archive, entries, drawn)
    for entry in entries:
        if not shapefile.belongs(entry.filename, drawn):
            yield PurePosixPath(entry.filename).name, read_entry(archive, entry)


def guidance(body: bytes) -> list[str]:
    """The names of what stands beside the tables of an archive for people to read."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        entries = archive.infolist()
    drawn = shapefile.stems(entries)
    names = [e.filename for e in entries if not shapefile.belongs(e.filename, drawn)]
    return [PurePosixPath(name).name for name in names if ending(name) in GUIDANCE]


def check_entries(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Refuse too many entries, and what is neither a file of ours nor a folder."""
    if len(entries) > limits.entries:
        raise Refused("ZIP-04", f"{len(entries)} files in the archive, more than {limits.entries}")
    drawn = shapefile.stems([entry for entry in entries if not _beside(entry.filename)])
    for entry in entries:
        if not shapefile.belongs(entry.filename, drawn):
            _check_kind(entry)
    check_container(entries, limits)


def _check_kind(entry: zipfile.ZipInfo) -> None:
    kind = ending(entry.filename)
    if kind in PACKED:
        raise Refused("ZIP-10", "the archive holds another archive: unpack that first")
    if not entry.is_dir() and not _beside(entry.filename) and kind not in EXTENSIONS:
        raise Refused("ZIP-11", f"the archive holds a '{kind[:10]}' file: zip the .csv alone")


def _beside(name: str) -> bool:
    """Whether an entry is no data: what a system leaves in archives, or guidance."""
    if ending(name) in GUIDANCE:
        return True
    return name.lower().startswith(SYSTEM[0]) or name.lower().endswith(SYSTEM[1])
