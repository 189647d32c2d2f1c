"""The design effect: how much less schools say together when those of one authority are alike."""

import pandas as pd

from hubdata.measures.statistics.rates import TOO_FEW, numbers


def design_effect(part: pd.Series, whole: pd.Series) -> float:
    """How many times wider than independent schools would make it the variance of the overall rate is (Kish, 1965).

    Args:
        part: the reached schools of each authority.
        whole: all the schools of each.

    Returns:
        The variance of the rate when authorities are drawn whole (linearised ratio, divided by one fewer) over the
        binomial variance. Missing with fewer than ten authorities, or where the rate is 0 or 1.
    """
    x, n = numbers(part), numbers(whole)
    x, n = x[n > 0], n[n > 0]
    if len(n) < TOO_FEW or not 0 < x.sum() < n.sum():
        return float("nan")
    rate = x.sum() / n.sum()
    between = ((x - n * rate) ** 2).sum() * len(n) / (len(n) - 1) / n.sum() ** 2
    return float(between / (rate * (1 - rate) / n.sum()))
