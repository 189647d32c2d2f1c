"""Shares with Wilson intervals, and how few schools are too few for one."""

from statistics import NormalDist

import numpy as np
import pandas as pd

Z95 = NormalDist().inv_cdf(0.975)
TOO_FEW = 10


def wilson(part: pd.Series, whole: pd.Series, z: float = Z95) -> tuple[pd.Series, pd.Series]:
    """The Wilson score interval of ``part / whole`` (E. B. Wilson, 1927), as two fractions from 0 to 1.

    Args:
        part: successes, at least 0 and at most ``whole``; need not be whole numbers.
        whole: trials. Where it is 0 or missing, or ``part`` is missing, both ends are missing.
        z: the normal quantile; 1.96 for 95%.
    """
    # Plain arrays: a page asks for a dozen intervals at once, and each step on a Series costs as much as on all rows.
    found, trials = numbers(part), numbers(whole)
    trials = np.where(trials > 0, trials, np.nan)
    centre = 2 * found + z**2
    with np.errstate(invalid="ignore"):
        spread = z * np.sqrt(z**2 + 4 * found * (1 - found / trials))
    low, high = ((centre + side * spread) / (2 * (trials + z**2)) for side in (-1, 1))
    # At 0 and at the whole the formula gives the ends exactly; rounding would leave 1e-17 instead.
    low, high = np.where(found > 0, low, 0.0), np.where(found < trials, high, 1.0)
    unknown = np.isnan(trials) | np.isnan(found)
    return tuple(pd.Series(np.where(unknown, np.nan, end), index=part.index) for end in (low, high))


def numbers(values: pd.Series) -> np.ndarray:
    """The values as floating-point numbers, missing as not a number."""
    return values.to_numpy(dtype=float, na_value=np.nan)


def with_rate(
    counts: pd.DataFrame, part: str = "reached", whole: str = "schools", *, sampled: bool = False
) -> pd.DataFrame:
    """The counts with rate, low and high (95% Wilson) and mark (``u`` where the whole is under 10).

    A full count has no sampling error: ``low`` and ``high`` are missing unless what is counted is ``sampled``, that is
    a sample or an event that could have gone otherwise.
    """
    low, high = ends(counts[part], counts[whole], sampled=sampled)
    trials = numbers(counts[whole])
    rate = numbers(counts[part]) / np.where(trials > 0, trials, np.nan)
    mark = np.where(trials < TOO_FEW, "u", "")
    return counts.assign(rate=rate, low=low, high=high, mark=mark)


def ends(part: pd.Series, whole: pd.Series, *, sampled: bool) -> tuple[pd.Series, pd.Series]:
    """Both ends of the interval of what is sampled; both missing for a full count."""
    if sampled:
        return wilson(part, whole)
    return tuple(pd.Series(np.nan, index=part.index, dtype=float) for _ in range(2))


def with_weighted_rate(
    sums: pd.DataFrame, part: str = "reached", whole: str = "schools", *, sampled: bool = False
) -> pd.DataFrame:
    """As ``with_rate`` for sums of weights, with the sum of squared weights in column ``squares``, which goes.

    Pupils of one school are reached together, so they are not independent trials. The interval is Wilson's at Kish's
    effective number of schools, (sum of weights)^2 / (sum of squared weights), and so is the mark.
    """
    trials = effective(sums[whole], sums["squares"])
    rate = sums[part].astype(float) / sums[whole].astype(float).where(sums[whole] > 0)
    low, high = ends(rate * trials, trials, sampled=sampled)
    mark = np.where(trials.fillna(0) < TOO_FEW, "u", "")
    return sums.drop(columns="squares").assign(rate=rate, low=low, high=high, mark=mark)


def effective(weights: pd.Series, squares: pd.Series) -> pd.Series:
    """Kish's effective number of units: the squared sum of weights over the sum of squared weights; missing at 0."""
    return weights.astype(float) ** 2 / squares.astype(float).where(squares > 0)
