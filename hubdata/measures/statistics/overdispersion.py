"""How far areas differ anyway, beyond the chance of their own people: added to that chance, never multiplied."""

from statistics import NormalDist

import numpy as np
import pandas as pd

from hubdata.measures.statistics.rates import numbers

WINSORISED = 0.1
# With fewer areas nobody can tell how far areas differ anyway: nothing is added.
FEWEST = 10
NORMAL = NormalDist()


def angle(rate: pd.Series) -> pd.Series:
    """The arcsine of the square root of a share, in radians: its variance is 1/(4n) whatever the share."""
    return pd.Series(np.arcsin(np.sqrt(numbers(rate).clip(0, 1))), index=rate.index)


def errors(size: pd.Series) -> pd.Series:
    """The standard error of the ``angle`` of a share of that many; missing where there is nobody."""
    whole = pd.Series(numbers(size), index=size.index)
    return 0.5 / np.sqrt(whole.where(whole > 0))


def tau_squared(gap: pd.Series, error: pd.Series, winsorised: float = WINSORISED) -> float:
    """The variance between areas beyond chance (D. Spiegelhalter, 2005, by the moments of DerSimonian and Laird, 1986).

    Args:
        gap: what each area lies above or below its target, on a scale where ``error`` is its standard error.
        error: that standard error. Areas without either are left out.
        winsorised: the share of z scores at each end that is drawn in to the next quantile, so that the areas that
            are looked for do not hide themselves. What drawing in takes from the squares of normal scores is given
            back (``kept_of``): without that, areas that differ at random would be flagged twice too often.

    Returns:
        0 where areas spread no more than chance would, and with fewer than ``FEWEST`` of them.
    """
    known = gap.notna() & error.notna()
    z, weight = (gap / error)[known], (1 / error[known] ** 2)
    if known.sum() < FEWEST:
        return 0.0
    spread = (z.clip(*z.quantile([winsorised, 1 - winsorised])) ** 2).sum() / kept_of(winsorised)
    return max(0.0, float((spread - (len(z) - 1)) / (weight.sum() - (weight**2).sum() / weight.sum())))


def kept_of(winsorised: float) -> float:
    """The mean square of standard normal scores after that share of them is drawn in at each end; 1 without."""
    if not winsorised:
        return 1.0
    edge = NORMAL.inv_cdf(1 - winsorised)
    return float(1 - 2 * winsorised - 2 * edge * NORMAL.pdf(edge) + 2 * winsorised * edge**2)


def chance(gap: pd.Series, error: pd.Series, between: float) -> pd.Series:
    """The two-sided p value of each gap, with the variance ``between`` areas added to its own chance."""
    from scipy.special import ndtr

    return pd.Series(2 * ndtr(-(gap / np.sqrt(error**2 + between)).abs()), index=gap.index)
