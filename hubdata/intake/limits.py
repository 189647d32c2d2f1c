"""Every threshold of the intake, in one place. Beyond one a file is refused, never cut short."""

from dataclasses import dataclass

MEGABYTE = 1_000_000

EXTENSIONS = (".csv", ".xlsx", ".xls", ".parquet", ".geojson", ".topojson", ".json", ".gpkg", ".zip")


@dataclass(frozen=True)
class Limits:
    """What one file, and the process that parses it, may use."""

    upload_bytes: int = 50 * MEGABYTE
    unpacked_bytes: int = 200 * MEGABYTE
    ratio: int = 100
    entries: int = 20
    sheet_rows: int = 250_000
    sheet_columns: int = 400
    sheet_cells: int = 750_000
    parquet_cells: int = 50_000_000
    text_columns: int = 400
    json_depth: int = 64
    shape_points: int = 10_000_000
    header_within: int = 15
    quarantined_share: float = 0.02
    keyless_share: float = 0.005
    refresh_loss: float = 0.02
    child_bytes: int = 2 * 1024**3
    child_seconds: int = 10
    # Of a file with one row a person; None is no limit, since its rows are counted where they stand.
    people_bytes: int | None = 50 * MEGABYTE
    people_cells: int | None = 50_000_000
    people_seconds: int = 10
    findings_shown: int = 200
    examples: int = 5


UPLOAD = Limits()
# Our own build reads files that somebody chose to download, such as the register unzipped: it may take longer and more.
BUILD = Limits(
    upload_bytes=300 * MEGABYTE,
    unpacked_bytes=300 * MEGABYTE,
    child_bytes=4 * 1024**3,
    child_seconds=60,
    people_bytes=None,
    people_cells=None,
    people_seconds=600,
)
