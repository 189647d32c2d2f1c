"""Parquet files: judged by their footer, read only when plain and of a size to hold, turned to text like any other."""

import io
from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import Score
from hubdata.intake.sheet import Page, Sheet
from hubdata.intake.verdicts import Refused


def open_parquet(body: bytes, score: Score, account: Account) -> Page | None:
    """The page of a Parquet file; None where no format claims its columns."""
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(io.BytesIO(body), arrow_extensions_enabled=False)
        schema, rows = file.schema_arrow, file.metadata.num_rows
    except (pa.ArrowException, OSError, ValueError) as error:
        raise Refused("PARQ-01", "the Parquet file is damaged or cut short: download it again") from error
    _check(schema, rows, account)
    if score(schema.names) <= 0:
        return None
    return Page(schema.names, lambda places: _read(file, places))


def _check(schema: pa.Schema, rows: int, account: Account) -> None:
    limits = account.limits
    if rows * max(1, len(schema)) > limits.parquet_cells or len(schema) > limits.text_columns:
        said = f"{rows:,} rows by {len(schema)} columns"
        raise Refused("PARQ-02", f"{said}: more than can be read safely, send fewer columns or rows")
    nested = [f.name for f in schema if pa.types.is_nested(f.type) or isinstance(f.type, pa.BaseExtensionType)]
    marked = [f.name for f in schema if (f.metadata or {}).get(b"ARROW:extension:name")]
    if nested or marked:
        message = (
            f"columns of lists, records or unknown types ({', '.join((nested or marked)[:5])}): send plain columns"
        )
        raise Refused("PARQ-03", message, count=len(nested or marked))


def _read(file: "pa.parquet.ParquetFile", places: Mapping[str, int]) -> Sheet:
    try:
        table = file.read(columns=[file.schema_arrow.names[place] for place in places.values()])
        columns = {name: _text(name, table.column(i).combine_chunks()) for i, name in enumerate(places)}
    except Refused:
        raise
    except (pa.ArrowException, OSError, ValueError) as error:
        raise Refused("PARQ-01", "the Parquet file is damaged or cut short: download it again") from error
    return Sheet(pa.table(columns), np.arange(1, table.num_rows + 1, dtype=np.int64))


def _text(name: str, values: pa.Array) -> pa.Array:
    """A column as it would stand in a CSV: missing blank, whole numbers without ``.0``."""
    if pa.types.is_dictionary(values.type):
        values = values.dictionary_decode()
    try:
        said = values.cast(pa.string())
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        message = f"column '{name}' is of kind {values.type}, which is no text: write it as text or numbers"
        raise Refused("PARQ-04", message, name) from error
    if pa.types.is_floating(values.type):
        said = pc.replace_substring_regex(said, r"\.0$", "")
    return pc.utf8_trim_whitespace(pc.fill_null(said, ""))
