"""A table of counts as it may be shown: its sums, what is hidden in it, and what each cell alone gives away."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Equation:
    """A cell that is the sum of others, by their positions."""

    total: int
    parts: tuple[int, ...]

    @property
    def cells(self) -> tuple[int, ...]:
        """The total and its parts."""
        return (self.total, *self.parts)


@dataclass(frozen=True)
class Shown:
    """Counts as they may be shown: ``figures`` (NaN where hidden or missing) and which cells are hidden.

    ``slack`` is how far a shown value may be from the true one; it is public, as the rounding rule is. ``least`` is the
    least that a hidden cell can be: 1, as zeros are shown, but 0 where a zero had to be hidden with a share.
    """

    figures: np.ndarray
    hidden: np.ndarray
    slack: np.ndarray
    least: np.ndarray


def limits(shown: Shown) -> tuple[np.ndarray, np.ndarray]:
    """The least and most that each cell could be for all that is shown of it alone."""
    free = shown.hidden | np.isnan(shown.figures)
    low = np.where(free, np.where(shown.hidden, shown.least, 0.0), np.maximum(shown.figures - shown.slack, 0.0))
    return low, np.where(free, np.inf, shown.figures + shown.slack)
