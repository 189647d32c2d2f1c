"""Which class each value falls in, and the colour and the words of each class."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from hubdata.palette import MISSING, SEQUENCE


@dataclass(frozen=True)
class Classes:
    """Fixed breaks, so that two maps of the same measure can be compared.

    ``edges`` are the lower ends of the classes, the first 0; a value on an edge falls in the class above it.
    """

    edges: tuple[float, ...]
    words: tuple[str, ...]
    colours: tuple[str, ...] = SEQUENCE
    missing: str = "Fewer than 10 schools"

    def of(self, values: pd.Series) -> pd.Series:
        """The class of each value, from 0; -1 where the value is missing."""
        found = np.searchsorted(np.array(self.edges), values.to_numpy(dtype=float), side="right") - 1
        return pd.Series(np.where(values.isna(), -1, np.maximum(found, 0)), index=values.index)

    def colour(self, index: int) -> str:
        """The colour of a class; grey for missing."""
        return MISSING if index < 0 else self.colours[index]

    def legend(self, present: pd.Series) -> list[tuple[str, str]]:
        """Colour and words of every class in order, and of missing where some value is missing."""
        rows = list(zip(self.colours, self.words, strict=False))
        return [*rows, (MISSING, self.missing)] if (present < 0).any() else rows


def percent_classes(*edges: float) -> Classes:
    """Classes of a rate from its lower edges in per cent: ``percent_classes(0, 20, 40, 60, 80)``."""
    ends = [*(f"{edge:g}" for edge in edges[1:]), None]
    words = tuple(
        f"{low:g} to under {high}%" if high else f"{low:g}% or more" for low, high in zip(edges, ends, strict=True)
    )
    return Classes(tuple(edge / 100 for edge in edges), words)
