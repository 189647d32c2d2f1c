"""GeoPackage: the SQLite file read by SQL in memory, one layer of polygons, no library that runs its triggers."""

import sqlite3
import struct

from hubdata.intake.account import Account
from hubdata.intake.files.shapes import Shapes, shapes_of_wkb
from hubdata.intake.verdicts import Refused

WGS84, NATIONAL_GRID = 4326, 27700
# Bytes of the envelope, by the three bits of the flags that say which envelope there is.
ENVELOPES = (0, 32, 48, 48, 64)
LAYERS = "SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns ORDER BY table_name"


def open_geopackage(body: bytes, account: Account) -> Shapes:
    """The polygons of the only layer (or of the one named for districts). National Grid is turned into WGS84."""
    base = sqlite3.connect(":memory:")
    try:
        base.deserialize(body)
        base.execute("PRAGMA trusted_schema = OFF")
        base.execute("PRAGMA query_only = ON")
        table, column, system = _layer(base.execute(LAYERS).fetchall(), account)
        if system not in (WGS84, NATIONAL_GRID):
            raise Refused("GEO-07", "the file is not in longitude and latitude: export it as WGS84 (EPSG:4326)")
        cursor = base.execute(f"SELECT * FROM {_quoted(table)}")  # noqa: S608 - a name quoted as SQL quotes names
        names = [told[0] for told in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor]
    except (sqlite3.Error, ValueError, MemoryError) as error:
        raise Refused("GEO-13", "the GeoPackage is damaged or cut short: download it again") from error
    finally:
        base.close()
    wkb = [_wkb(row.pop(column)) for row in rows]
    properties = [{k: "" if v is None else str(v) for k, v in row.items()} for row in rows]
    return shapes_of_wkb(properties, wkb, account, national_grid=system == NATIONAL_GRID)


def _layer(layers: list[tuple[str, str, int]], account: Account) -> tuple[str, str, int]:
    if not layers:
        raise Refused("GEO-02", "the file holds no areas: export them as a GeoJSON FeatureCollection")
    chosen = next((one for one in layers if one[0].upper().startswith(("LAD", "LTLA"))), layers[0])
    account.leave_out("GEO-12", f"layer {chosen[0][:30]} is read, the others are left out", len(layers) - 1)
    return chosen


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _wkb(blob: bytes | None) -> bytes:
    """The shape inside a GeoPackage blob: after ``GP``, a version, flags, the system and an envelope."""
    if not isinstance(blob, bytes) or blob[:2] != b"GP" or len(blob) < 9:
        raise Refused("GEO-03", "a shape is broken: export the areas again")
    kind = blob[3] >> 1 & 7
    struct.unpack_from("<i" if blob[3] & 1 else ">i", blob, 4)
    if kind >= len(ENVELOPES):
        raise Refused("GEO-03", "a shape is broken: export the areas again")
    return blob[8 + ENVELOPES[kind] :]
