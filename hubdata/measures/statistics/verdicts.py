"""The one verdict: which of the areas shown lie below or above what they are compared with, by more than chance."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from hubdata.measures.statistics.false_finds import RATE, threshold
from hubdata.measures.statistics.rates import TOO_FEW, numbers

VERDICTS = ("below", "within", "above", "too few")
BELOW, WITHIN, ABOVE, FEW = VERDICTS


@dataclass(frozen=True)
class Judged:
    """How many areas were judged; ``outside`` is how many of them chance alone would put beyond 95% limits."""

    areas: int

    @property
    def outside(self) -> float:
        """5% of the areas judged."""
        return RATE * self.areas


def judged(p: pd.Series, above: pd.Series, n: pd.Series) -> pd.Series:
    """The verdict on each of the areas shown together: of those called below or above, 5% are expected to be wrong.

    Args:
        p: the two-sided p value of each area (0 to 1), missing where nothing is known.
        above: whether the area's rate lies above what it is compared with.
        n: the denominator of the rate. Areas with fewer than ten do not enter the calculation.

    Returns:
        One of VERDICTS an area, on the index of ``p``: too few under ten, below or above where the p value stands
        (see ``threshold``), else within; missing where ``n`` is missing, or ``p`` of an area of ten and more.
    """
    chance, size = numbers(p), numbers(n)
    enough = (size >= TOO_FEW) & ~np.isnan(chance)
    stands = enough & (chance <= threshold(chance[enough]))
    side = np.where(above.fillna(False).to_numpy(dtype=bool), ABOVE, BELOW)
    words = np.select([size < TOO_FEW, stands], [FEW, side], WITHIN)
    return pd.Series(words, index=p.index, dtype="str").where(enough | (size < TOO_FEW))


def counted(verdicts: pd.Series) -> Judged:
    """How many areas a column of verdicts judges: those that are neither too few nor missing."""
    return Judged(int(verdicts.isin((BELOW, WITHIN, ABOVE)).sum()))
