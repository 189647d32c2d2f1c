"""Intervals for two shares against each other: their ratio and their difference."""

import numpy as np
import pandas as pd

from hubdata.measures.statistics.rates import Z95, wilson

Interval = tuple[pd.Series, pd.Series, pd.Series]


def ratio(part_a: pd.Series, whole_a: pd.Series, part_b: pd.Series, whole_b: pd.Series) -> Interval:
    """The ratio of share a to share b with its 95% interval by the log method (Katz and others, 1978).

    Counts need not be whole numbers. The ratio is missing where a whole or part b is 0. The interval is also missing
    where part a is 0 and where both shares are whole: the method then knows no spread.
    """
    a, b = _share(part_a, whole_a), _share(part_b, whole_b)
    found = a / b.where(b > 0)
    spread = np.sqrt(log_variance(part_a, whole_a) + log_variance(part_b, whole_b))
    low, high = (found * np.exp(side * Z95 * spread.where(spread > 0)) for side in (-1, 1))
    return found, low, high


def log_variance(part: pd.Series, whole: pd.Series) -> pd.Series:
    """The variance of the logarithm of a share, 1/part - 1/whole; missing where the part is 0."""
    counted = part.astype(float)
    return 1 / counted.where(counted > 0) - 1 / whole.astype(float).where(whole > 0)


def difference(part_a: pd.Series, whole_a: pd.Series, part_b: pd.Series, whole_b: pd.Series) -> Interval:
    """Share a less share b with its 95% interval by Newcombe's hybrid score method (1998, method 10).

    Counts need not be whole numbers. All three are missing where a whole is 0.
    """
    a, b = _share(part_a, whole_a), _share(part_b, whole_b)
    (low_a, high_a), (low_b, high_b) = wilson(part_a, whole_a), wilson(part_b, whole_b)
    return less((a, low_a, high_a), (b, low_b, high_b))


def less(a: Interval, b: Interval) -> Interval:
    """The first estimate less the second, each with its own interval, by squaring and adding the arms.

    The two must be independent (Zou and Donner, 2008); with Wilson intervals this is Newcombe's method.
    """
    found = a[0] - b[0]
    low = found - np.hypot(a[0] - a[1], b[2] - b[0])
    high = found + np.hypot(a[2] - a[0], b[0] - b[1])
    return found, low, high


def _share(part: pd.Series, whole: pd.Series) -> pd.Series:
    return part.astype(float) / whole.astype(float).where(whole > 0)
