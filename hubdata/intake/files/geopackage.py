"""The gate of GeoPackage: SQLite in memory, from which the table of one layer is copied, and nothing that could run.

What GDAL gets is a new GeoPackage of that table alone: no view, no trigger, no table that is a program.
"""

import sqlite3
from collections.abc import Sequence

from hubdata.intake.account import Account
from hubdata.intake.files.boundaries import ELSEWHERE, NATIONAL_GRID, WGS84, read_boundaries
from hubdata.intake.files.shapes import BROKEN, Shapes
from hubdata.intake.verdicts import Refused

DAMAGED = "the GeoPackage is damaged or cut short: download it again"
LAYERS = "SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns ORDER BY table_name"
PLAIN = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND lower(name) = lower(?) AND sql NOT LIKE ?"
# OGC 12-128r19, GeoPackage: the tables that a reader looks for.
EMPTY = """
PRAGMA application_id = 0x47504B47;
PRAGMA user_version = 10400;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT, description TEXT,
  last_change DATETIME, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER);
CREATE TABLE gpkg_geometry_columns (table_name TEXT PRIMARY KEY, column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL);
INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, 'undefined', NULL);
INSERT INTO gpkg_spatial_ref_sys VALUES ('OSGB36', 27700, 'EPSG', 27700, 'undefined', NULL);
"""
LAYER = "INSERT INTO gpkg_contents (table_name, data_type, srs_id) VALUES ('areas', 'features', ?)"
COLUMN = "INSERT INTO gpkg_geometry_columns VALUES ('areas', 'the shape', 'GEOMETRY', ?, 2, 2)"


def open_geopackage(body: bytes, account: Account) -> Shapes:
    """The polygons of the only layer (or of the one named for districts). National Grid is turned into WGS84."""
    base = sqlite3.connect(":memory:")
    try:
        base.deserialize(body)
        base.execute("PRAGMA trusted_schema = OFF")
        base.execute("PRAGMA query_only = ON")
        table, column, system = _layer(base.execute(LAYERS).fetchall(), account)
        _check_plain(base, table)
        cursor = base.execute(f"SELECT * FROM {_quoted(table)}")  # noqa: S608 - a name quoted as SQL quotes names
        names, rows = [told[0] for told in cursor.description], cursor.fetchall()
    except Refused:
        raise
    except (sqlite3.Error, ValueError, OverflowError, MemoryError) as error:
        raise Refused("GEO-13", DAMAGED) from error
    finally:
        base.close()
    if column not in names:
        raise Refused("GEO-13", f"layer {table[:30]} has no column {column[:30]}: export the areas again")
    return read_boundaries(_copy(names, rows, names.index(column), system), account)


def _layer(layers: Sequence[tuple], account: Account) -> tuple[str, str, int]:
    if not layers:
        raise Refused("GEO-02", "the file holds no areas: export them as a GeoJSON FeatureCollection")
    if any(not isinstance(name, str) for layer in layers for name in layer[:2]):
        raise Refused("GEO-13", "the GeoPackage names a layer or a column by what is no text: export the areas again")
    chosen = next((one for one in layers if one[0].upper().startswith(("LAD", "LTLA"))), layers[0])
    if chosen[2] not in (WGS84, NATIONAL_GRID):
        raise Refused("GEO-07", ELSEWHERE)
    account.leave_out("GEO-12", f"layer {chosen[0][:30]} is read, the others are left out", len(layers) - 1)
    return chosen


def _check_plain(base: sqlite3.Connection, table: str) -> None:
    """Refuse a layer that is a view or a virtual table: a query, not areas."""
    if not base.execute(PLAIN, (table, "create virtual%")).fetchone()[0]:
        raise Refused("GEO-13", f"layer {table[:30]} is no table of areas: export the areas again")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _copy(names: Sequence[str], rows: Sequence[tuple], shape: int, system: int) -> bytes:
    """A GeoPackage of one layer: the shapes as they are, everything else as text."""
    if not rows:
        raise Refused("GEO-02", "the file holds no areas: export them as a GeoJSON FeatureCollection")
    if any(not isinstance(row[shape], bytes) for row in rows):
        raise Refused("GEO-03", BROKEN)
    told = [i for i in range(len(names)) if i != shape]
    columns = "".join(f", {_quoted(names[i])} TEXT" for i in told)
    copy = sqlite3.connect(":memory:")
    try:
        copy.executescript(EMPTY)
        copy.execute(LAYER, (system,))
        copy.execute(COLUMN, (system,))
        copy.execute(f'CREATE TABLE areas ("the number" INTEGER PRIMARY KEY, "the shape" BLOB{columns})')
        into = f"INSERT INTO areas VALUES (NULL{', ?' * (1 + len(told))})"  # noqa: S608 - marks alone
        copy.executemany(into, ((row[shape], *(_text(row[i]) for i in told)) for row in rows))
        copy.commit()
        return copy.serialize()
    except sqlite3.Error as error:
        raise Refused("GEO-13", DAMAGED) from error
    finally:
        copy.close()


def _text(value: object) -> str:
    return "" if value is None else str(value)
