"""Columns as true or false by row: where a mask holds, where a cell is filled, which row is the first of its kind."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc


def true_where(mask: pa.Array) -> np.ndarray:
    """An Arrow mask as numpy booleans, missing as False."""
    return pc.fill_null(mask, False).to_numpy(zero_copy_only=False)


def filled(text: pa.Array) -> np.ndarray:
    """Where a text column is not blank."""
    return true_where(pc.not_equal(text, ""))


def first_of_each(*columns: pa.Array) -> np.ndarray:
    """True at the first row of each distinct combination of the columns."""
    texts = [c.combine_chunks() if isinstance(c, pa.ChunkedArray) else c for c in columns]
    joined = pc.binary_join_element_wise(*texts, "\x1f")
    codes = pc.dictionary_encode(joined).indices.to_numpy()
    _, first = np.unique(codes, return_index=True)
    mask = np.zeros(len(joined), bool)
    mask[first] = True
    return mask
