"""What makes a Parquet table of shapes one that every map program opens: GeoParquet 1.1.0."""

import json

from hubdata.schema import Table

# Without a ``crs`` the coordinates are longitude and latitude (OGC:CRS84).
DRAWN = {"encoding": "WKB", "geometry_types": ["Polygon", "MultiPolygon"]}


def geo(table: Table) -> dict[str, str] | None:
    """What the file's metadata say of the table's shapes; None where it has none."""
    shapes = [column.name for column in table.columns if column.kind == "shape"]
    if not shapes:
        return None
    said = {"version": "1.1.0", "primary_column": shapes[0], "columns": dict.fromkeys(shapes, DRAWN)}
    return {"geo": json.dumps(said)}
