"""Neighbours are alike: what would have been found had other authorities like these been drawn."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from hubdata.measures.statistics.rates import TOO_FEW

DRAWS, SEED = 999, 2011
LOST = 0.05  # of the draws: where more give no figure, the rest say nothing of the spread


@dataclass(frozen=True)
class Spread:
    """What drawing authorities again says of an estimate: its 95% interval, and the two-sided p value against 0."""

    low: float
    high: float
    p: float


UNKNOWN = Spread(float("nan"), float("nan"), float("nan"))


def drawn(counts: np.ndarray, draws: int = DRAWS, seed: int = SEED) -> np.ndarray:
    """Totals of so many draws: as many authorities as there are, drawn with replacement, all their schools together.

    Args:
        counts: a row an authority, a column a sum over its schools.
        draws: how often authorities are drawn.
        seed: the same seed gives the same draws.

    Returns:
        A row a draw, with the columns of ``counts`` (cluster bootstrap: Davison and Hinkley, 1997, section 3.8).
    """
    return _times(len(counts), draws, seed) @ counts


@lru_cache(maxsize=32)
def _times(authorities: int, draws: int, seed: int) -> np.ndarray:
    """How often each authority comes up, a row a draw."""
    chances = np.full(authorities, 1 / authorities)
    return np.random.default_rng(seed).multinomial(authorities, chances, size=draws).astype(float)


def spread(found: float, again: np.ndarray, authorities: int) -> Spread:
    """The interval and p value of an estimate from what the draws gave in its place.

    The standard deviation of the draws as standard error, at the t distribution with one degree of freedom fewer than
    there are authorities. Missing with fewer than ten authorities, where the estimate is, or where more than one draw
    in twenty gives none.
    """
    from scipy.stats import t

    known = again[np.isfinite(again)]
    if authorities < TOO_FEW or not np.isfinite(found) or len(known) < (1 - LOST) * len(again):
        return UNKNOWN
    error = float(known.std(ddof=1))
    if not error > 0:
        return UNKNOWN
    arm = float(t.ppf(0.975, authorities - 1)) * error
    return Spread(found - arm, found + arm, float(2 * t.sf(abs(found) / error, authorities - 1)))
