"""Zip files, read in memory: entries are judged by the list at the end of the file before any of them is opened."""

import io
import stat
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from hubdata.intake.gates import ending
from hubdata.intake.limits import EXTENSIONS, MEGABYTE, Limits
from hubdata.intake.verdicts import Refused

PACKED = (".zip", ".gz", ".7z", ".rar", ".tar", ".bz2", ".xz")
SYSTEM = ("__macosx/", ".ds_store")


def members(body: bytes, limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file in the archive. Raises ``Refused`` before opening any, if one is not acceptable."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(body))
        entries = [e for e in archive.infolist() if not e.is_dir() and not _of_the_system(e.filename)]
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Refused("ZIP-01", "the archive is damaged or cut short: download it again") from error
    check_entries(archive.infolist(), limits)
    if not entries:
        raise Refused("ZIP-02", "the archive is empty")
    for entry in entries:
        yield PurePosixPath(entry.filename).name, read_entry(archive, entry)


def read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The bytes of one entry, never more than its declared size."""
    try:
        with archive.open(entry) as opened:
            content = opened.read(entry.file_size + 1)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError) as error:
        raise Refused("ZIP-01", "the archive is damaged, cut short or encrypted: download it again") from error
    if len(content) != entry.file_size:
        raise Refused("ZIP-03", "the archive says one size and holds another")
    return content


def check_entries(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Refuse too many entries, and what is neither a file of ours nor a folder."""
    if len(entries) > limits.entries:
        raise Refused("ZIP-04", f"{len(entries)} files in the archive, more than {limits.entries}")
    for entry in entries:
        _check_kind(entry)
    check_container(entries, limits)


def check_container(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Refuse paths that lead out, links, repeats, encryption and bombs: for archives and workbooks alike."""
    names = [entry.filename for entry in entries]
    if len(set(map(str.casefold, names))) < len(names):
        raise Refused("ZIP-05", "two files in the archive have the same name")
    for entry in entries:
        _check_path(entry)
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    # Below 10 MB unpacked nothing is a bomb, however well it packs.
    if unpacked > limits.unpacked_bytes or (unpacked > 10 * MEGABYTE and unpacked > limits.ratio * packed):
        said = f"{unpacked / MEGABYTE:,.0f} MB unpacked, {unpacked / packed:,.0f} times its size"
        raise Refused("ZIP-06", f"{said}: more than a file of ours needs")


def _check_path(entry: zipfile.ZipInfo) -> None:
    name = entry.filename.replace("\\", "/")
    if name.startswith("/") or ":" in name or ".." in name.split("/"):
        raise Refused("ZIP-07", "a file in the archive has a path that leads out of it")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise Refused("ZIP-08", "the archive holds a link instead of a file")
    if entry.flag_bits & 1:
        raise Refused("ZIP-09", "the archive is encrypted: take the password off")


def _check_kind(entry: zipfile.ZipInfo) -> None:
    kind = ending(entry.filename)
    if kind in PACKED:
        raise Refused("ZIP-10", "the archive holds another archive: unpack that first")
    if not entry.is_dir() and not _of_the_system(entry.filename) and kind not in EXTENSIONS:
        raise Refused("ZIP-11", f"the archive holds a '{kind[:10]}' file: zip the .csv alone")


def _of_the_system(name: str) -> bool:
    return name.lower().startswith(SYSTEM[0]) or name.lower().endswith(SYSTEM[1])
