"""The gate of a zipped Shapefile, as the ONS portal gives it: its four parts looked at, and nothing else passed on."""

import io
import struct
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from hubdata.intake.account import Account
from hubdata.intake.filenames import ending
from hubdata.intake.files.boundaries import read_boundaries
from hubdata.intake.files.container import read_entry
from hubdata.intake.files.shapes import NO_AREA, Shapes
from hubdata.intake.gates import PARTS
from hubdata.intake.verdicts import Refused

# What may stand beside: the encoding of names, indexes and descriptions.
BESIDE = (".cpg", ".sbn", ".sbx", ".qix", ".qpj", ".qmd", ".xml", ".txt", ".html", ".pdf")
READ = (*PARTS, ".cpg")
# The ending under which the parts of one Shapefile go on together, in a zip of their own.
ZIPPED = ".shp"
POLYGONS = (5, 15, 25)  # flat, with heights, with measures
# ESRI Shapefile Technical Description, July 1998: the header of .shp and .shx is 100 bytes long.
FILE_CODE, HEADER = b"\x00\x00\x27\x0a", 100
MAGIC_AND_LENGTH, KIND = struct.Struct(">4s20xI"), struct.Struct("<I")


def stems(entries: Sequence[zipfile.ZipInfo]) -> list[str]:
    """What the parts of each Shapefile in an archive are called before their ending."""
    return [entry.filename[: -len(ZIPPED)] for entry in entries if ending(entry.filename) == ZIPPED]


def belongs(name: str, found: list[str]) -> bool:
    """Whether a file is part of, or stands beside, one of the Shapefiles ``found``."""
    return bool(found) and ending(name) in (*PARTS, *BESIDE)


def members(
    archive: zipfile.ZipFile, entries: Sequence[zipfile.ZipInfo], found: list[str]
) -> Iterator[tuple[str, bytes]]:
    """Each Shapefile ``found``: its name, and what is read of it, in a zip of its own."""
    for stem in found:
        body = io.BytesIO()
        with zipfile.ZipFile(body, "w") as own:
            for entry in entries:
                kind = entry.filename[len(stem) :].lower()
                if entry.filename.startswith(stem) and kind in READ:
                    own.writestr(f"areas{kind}", read_entry(archive, entry))
        yield f"{PurePosixPath(stem).name}{ZIPPED}", body.getvalue()


def open_shapefile(body: bytes, account: Account) -> Shapes:
    """The polygons of one Shapefile from the zip that ``members`` made. National Grid is turned into WGS84."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        parts = {ending(name): archive.read(name) for name in archive.namelist()}
    lacking = [kind for kind in PARTS if not parts.get(kind)]
    if lacking:
        raise Refused("GEO-19", f"the Shapefile lacks its {', '.join(lacking)}: zip its four parts together")
    shapes = _count(parts[".shp"], parts[".shx"])
    if _rows(parts[".dbf"]) != shapes:
        raise Refused("GEO-20", "the parts of the Shapefile do not belong together: download it again")
    if not shapes:
        raise Refused("GEO-02", "the file holds no areas: export them as a GeoJSON FeatureCollection")
    return read_boundaries(body, account)


def _count(shapes: bytes, places: bytes) -> int:
    """How many shapes there are. Raises ``Refused`` for headers that say something else than what is there."""
    for part in (shapes, places):
        if len(part) < HEADER or MAGIC_AND_LENGTH.unpack_from(part) != (FILE_CODE, len(part) // 2):
            raise Refused("GEO-13", "the Shapefile is damaged or cut short: download it again")
    if KIND.unpack_from(shapes, 32)[0] not in POLYGONS:
        raise Refused("GEO-04", NO_AREA)
    return (len(places) - HEADER) // 8


def _rows(table: bytes) -> int:
    """How many rows the .dbf says it has, if that many are there; else none."""
    rows, start, wide = struct.unpack_from("<4xIHH", table) if len(table) >= 32 else (0, 0, 0)
    return rows if len(table) >= start + rows * wide else 0
