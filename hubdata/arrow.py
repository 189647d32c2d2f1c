"""Frames to Arrow tables as the schema types them, and back."""

from typing import TYPE_CHECKING

import pyarrow as pa

from hubdata.geoparquet import geo
from hubdata.schema import Kind, Table

# pandas is imported where a frame is made or read: building from files needs none, and it costs a third of a second.
if TYPE_CHECKING:
    import pandas as pd

ARROW: dict[Kind, pa.DataType] = {
    "text": pa.string(),
    "code": pa.dictionary(pa.int32(), pa.string()),
    "whole": pa.int64(),
    "number": pa.float64(),
    "date": pa.date32(),
    "flag": pa.bool_(),
    "shape": pa.binary(),
}


def to_arrow(frame: "pd.DataFrame | pa.Table", table: Table) -> pa.Table:
    """The frame as the schema types it, columns in schema order. A column not in the schema is an error.

    A column that nobody has is left out; without its key it is an error.
    """
    given = frame.column_names if isinstance(frame, pa.Table) else list(frame.columns)
    extra = set(given) - set(table.names)
    if extra:
        raise ValueError(f"table {table.name}: columns not in the schema: {sorted(extra)}")
    kept = [column for column in table.columns if column.name in given or column.name in table.key]
    arrays = [_array(frame[column.name], column.kind) for column in kept]
    return pa.Table.from_arrays(arrays, names=[column.name for column in kept]).replace_schema_metadata(geo(table))


def _array(values: "pd.Series | pa.ChunkedArray", kind: Kind) -> pa.Array:
    if isinstance(values, pa.ChunkedArray):
        plain = values.cast(pa.string() if kind == "code" else ARROW[kind]).combine_chunks()
        return plain.dictionary_encode() if kind == "code" else plain
    import pandas as pd

    if kind == "date":
        return pa.array(pd.to_datetime(values).dt.date, type=ARROW[kind], from_pandas=True)
    if kind == "code":
        text = values.astype("str") if isinstance(values.dtype, pd.CategoricalDtype) else values
        return pa.array(text, type=pa.string(), from_pandas=True).dictionary_encode()
    return pa.array(values, type=ARROW[kind], from_pandas=True)


def from_arrow(arrow: pa.Table, table: Table) -> "pd.DataFrame":
    """A frame with codes as categories (sorted), dates as timestamps and whole numbers as Int64.

    A column that the table was written without is missing throughout; without its key it is an error.
    """
    import pandas as pd

    for column in table.columns:
        # A snapshot of an earlier release lacks what the schema has gained since: nobody knows it.
        if column.name not in arrow.column_names and column.name not in table.key:
            arrow = arrow.append_column(column.name, pa.nulls(len(arrow), ARROW[column.kind]))
    frame = arrow.select(table.names).to_pandas(
        types_mapper=lambda kind: pd.Int64Dtype() if kind == pa.int64() else None, date_as_object=False
    )
    for column in table.columns:
        values = frame[column.name]
        if column.kind == "date":
            frame[column.name] = values.astype("datetime64[s]")
        elif column.kind == "code":
            frame[column.name] = values.cat.reorder_categories(sorted(values.cat.categories))
    return frame
