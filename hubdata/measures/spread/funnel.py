"""The funnel plot: which areas differ from the whole by more than chance, without ranking them."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

VERDICTS = ("low998", "low95", "within", "high95", "high998")
TAILS = {"low998": 0.001, "low95": 0.025, "high95": 0.975, "high998": 0.999}


@dataclass(frozen=True)
class Dispersion:
    """How far areas spread beyond chance.

    ``phi`` is the mean squared z score after winsorising; ``limit`` is what it must pass; ``units`` is the number of
    areas; ``over`` says whether it does; ``outside95`` and ``outside998`` are the areas to expect outside by chance.
    """

    phi: float
    limit: float
    units: int

    @property
    def over(self) -> bool:
        """Whether the spread is more than chance allows."""
        return self.phi > self.limit

    @property
    def outside95(self) -> float:
        """Areas expected outside the 95% limits by chance."""
        return 0.05 * self.units

    @property
    def outside998(self) -> float:
        """Areas expected outside the 99.8% limits by chance."""
        return 0.002 * self.units


def dispersion(part: pd.Series, whole: pd.Series, overall: float) -> Dispersion:
    """The spread of areas about the overall rate (Spiegelhalter, 2005): z winsorised at 10% and 90%, then squared.

    Missing without an area, or where the overall rate is 0 or 1 and nothing can spread.
    """
    counted = whole > 0
    units = int(counted.sum())
    spread = np.sqrt(overall * (1 - overall) / whole[counted].astype(float))
    if not units or not 0 < overall < 1:
        return Dispersion(float("nan"), float("nan"), units)
    z = (part[counted] / whole[counted] - overall) / spread
    z = z.clip(*z.quantile([0.1, 0.9]))
    return Dispersion(float((z**2).mean()), 1 + 2 * np.sqrt(2 / units), units)


def limits(whole: pd.Series, overall: float, widened: float = 1.0) -> pd.DataFrame:
    """The limits between which the rate of an area of that size lies by chance, at 95% and 99.8%.

    The limit counts are the quantiles of the exact binomial about the overall rate: fewer than the lower one comes up
    in under 2.5% (0.1%) of draws, more than the upper one likewise. ``widened`` stretches them about the overall rate
    (the square root of phi); they never leave 0 to 1. Missing where ``whole`` is 0; not whole numbers are rounded.
    """
    from scipy.stats import binom

    trials = whole.astype(float).round().where(whole > 0)
    columns = {}
    for name, tail in TAILS.items():
        exact = binom.ppf(tail, trials.fillna(0), overall) / trials
        columns[name] = (overall + widened * (exact - overall)).clip(0, 1)
    return pd.DataFrame(columns, index=whole.index)


def verdicts(rate: pd.Series, bounds: pd.DataFrame) -> pd.Series:
    """Where a rate lies: one of VERDICTS; missing where the rate or a limit is."""
    share = rate.round(12)
    edges = bounds.round(12)
    cases = [share < edges["low998"], share > edges["high998"], share < edges["low95"], share > edges["high95"]]
    words = np.select(cases, ["low998", "high998", "low95", "high95"], "within")
    return pd.Series(words, index=rate.index).where(rate.notna() & bounds.notna().all(axis=1))


def funnel(areas: pd.DataFrame, overall: float, widened: float = 1.0) -> pd.DataFrame:
    """The areas with their limits and verdict.

    Args:
        areas: a row an area with reached, schools and, where they are weighted, trials (the number of independent
            schools that carry the limits).
        overall: the rate that the limits stand about.
        widened: 1 for the exact binomial, the square root of phi where areas spread by more than chance.

    Returns:
        The areas with rate, low95, high95, low998, high998 and verdict.
    """
    rate = areas["reached"] / areas["schools"].where(areas["schools"] > 0)
    bounds = limits(areas["trials"] if "trials" in areas else areas["schools"], overall, widened)
    ordered = bounds[["low95", "high95", "low998", "high998"]]
    kept = areas.drop(columns="trials", errors="ignore")
    return kept.assign(rate=rate.astype(float), **ordered, verdict=verdicts(rate, bounds))
