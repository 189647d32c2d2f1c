"""What a zip (a workbook is one too) may not be: a way out of its folder, a link, a bomb; judged before it opens."""

import stat
import zipfile
import zlib

from hubdata.intake.limits import MEGABYTE, Limits
from hubdata.intake.verdicts import Refused


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


def read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The bytes of one entry, never more than its declared size."""
    try:
        with archive.open(entry) as opened:
            content = opened.read(entry.file_size + 1)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError, zlib.error) as error:
        raise Refused("ZIP-01", "the archive is damaged, cut short or encrypted: download it again") from error
    if len(content) != entry.file_size:
        raise Refused("ZIP-03", "the archive says one size and holds another")
    return content
