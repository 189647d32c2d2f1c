"""Rows of text with our column names, whatever file they came from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa


@dataclass(frozen=True)
class Sheet:
    """Allow-listed columns as text (blank is an empty string) and each row's number in the file (header is 1)."""

    columns: pa.Table
    rows: np.ndarray

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def has(self, name: str) -> bool:
        """Whether the file had this column."""
        return name in self.columns.column_names

    def text(self, name: str) -> pa.Array:
        """A column as text; all blank where the file lacks it."""
        if not self.has(name):
            return pa.array([""] * len(self), pa.string())
        return self.columns.column(name).combine_chunks()


@dataclass(frozen=True)
class Page:
    """A file opened as far as its header: the printed names, and how to read the columns wanted (our name to place)."""

    header: Sequence[str]
    read: Callable[[Mapping[str, int]], Sheet]
