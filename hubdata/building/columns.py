"""Small changes to Arrow tables: a column replaced, values put in other words, one row a key."""

from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc


def mapped(values: pa.ChunkedArray, names: Mapping[str, str]) -> pa.Array:
    """Each text replaced by what ``names`` says of it; others as they are."""
    whole = values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values
    text = whole.cast(pa.string())
    if not names:
        return text
    found = pc.index_in(text, value_set=pa.array(list(names), pa.string()))
    return pc.coalesce(pa.array(list(names.values()), pa.string()).take(found), text)


def with_column(table: pa.Table, name: str, values: pa.Array) -> pa.Table:
    """The table with one column replaced."""
    return table.set_column(table.column_names.index(name), name, values)


def as_arrow(frame: Any) -> pa.Table:
    """A frame, or a table that is one already."""
    return frame if isinstance(frame, pa.Table) else pa.Table.from_pandas(frame, preserve_index=False)


def one_a_key(table: pa.Table, key: Iterable[str]) -> pa.Table:
    """The first row of each key, in the order they came."""
    import numpy as np

    joined = pc.binary_join_element_wise(*(pc.fill_null(table[n].cast(pa.string()), "") for n in key), "\x1f")
    codes = joined.combine_chunks().dictionary_encode().indices.to_numpy()
    _, first = np.unique(codes, return_index=True)
    return table.take(pa.array(np.sort(first))) if len(first) < len(table) else table
