"""Is a difference in retention real or small-number noise; and a programme before and after, against its own trend."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from hubdata.measures.rates import TOO_FEW, Z95, wilson

Verdict = Literal["higher", "lower", "no clear difference", "too few to say"]
FEWEST_BEFORE = 3


@dataclass(frozen=True)
class Difference:
    """A rate less another (both 0 to 1), with its 95% interval and what it allows one to say of the first."""

    rate: float
    other: float
    difference: float
    low: float
    high: float
    verdict: Verdict


def of_shares(part: float, whole: float, other_part: float, other_whole: float) -> Difference:
    """The difference of two independent shares, interval by R. G. Newcombe's method 10 (1998).

    Under ten people on either side there is no verdict; nobody on a side makes the numbers missing.
    """
    parts, wholes = pd.Series([part, other_part], dtype=float), pd.Series([whole, other_whole], dtype=float)
    low, high = wilson(parts, wholes)
    first, second = (parts / wholes.where(wholes > 0)).tolist()
    gap = first - second
    down = np.hypot(first - low[0], high[1] - second)
    up = np.hypot(high[0] - first, second - low[1])
    return _judged(first, second, (gap - down, gap + up), min(whole, other_whole))


def of_curves(rate: float, error: float, size: float, other: tuple[float, float, float]) -> Difference:
    """The difference of two independent survival rates, normal interval from their Greenwood errors.

    Args:
        rate: survival of the first, 0 to 1.
        error: its standard error; missing (nobody left) counts as none.
        size: people it began with.
        other: the same three of the second.
    """
    second, its_error, its_size = other
    spread = Z95 * np.hypot(np.nan_to_num(error), np.nan_to_num(its_error))
    gap = rate - second
    return _judged(rate, second, (max(gap - spread, -1.0), min(gap + spread, 1.0)), min(size, its_size))


def _judged(first: float, second: float, band: tuple[float, float], fewest: float) -> Difference:
    low, high = band
    verdict: Verdict = "no clear difference"
    if not fewest >= TOO_FEW or np.isnan([low, high]).any():
        verdict = "too few to say"
    elif low > 0 or high < 0:
        verdict = "higher" if low > 0 else "lower"
    return Difference(first, second, first - second, low, high, verdict)


def before_and_after(series: pd.DataFrame, since: float) -> pd.DataFrame:
    """Each cohort beside what the trend of the cohorts before a programme would lead one to expect. Describes only.

    Args:
        series: one row a cohort: cohort (a number or text that begins with a year), at_start, rate (0 to 1); rows
            without either are left out.
        since: the first cohort of the programme.

    Returns:
        cohort, period (before or after), at_start, rate, low, high (Wilson), expected, expected_low, expected_high. The
        expected rate is a straight line through the cohorts before, weighted by their size; its interval covers chance
        in the line and in the cohort itself. Missing with fewer than three cohorts before.
    """
    known = series.loc[series["rate"].notna() & (series["at_start"].astype("Float64") > 0)]
    year = known["cohort"].astype("str").str[:4].astype(float)
    size, rate = known["at_start"].astype(float), known["rate"].astype(float)
    low, high = wilson(rate * size, size)
    table = pd.DataFrame({"cohort": known["cohort"], "at_start": size, "rate": rate, "low": low, "high": high})
    table.insert(1, "period", np.where(year < since, "before", "after"))
    return table.assign(**_trend(year, rate, size, since)).reset_index(drop=True)


def _trend(year: pd.Series, rate: pd.Series, size: pd.Series, since: float) -> dict[str, pd.Series]:
    prior = year < since
    nothing = pd.Series(np.nan, index=year.index)
    if prior.sum() < FEWEST_BEFORE:
        return {"expected": nothing, "expected_low": nothing, "expected_high": nothing}
    design = np.column_stack([np.ones(len(year)), year - since])
    inside = design[prior]
    weight = size[prior].to_numpy()
    spread_in = np.linalg.inv(inside.T @ (weight[:, None] * inside))
    expected = design @ (spread_in @ (inside.T @ (weight * rate[prior].to_numpy())))
    chance = np.clip(expected, 0.0, 1.0) * (1 - np.clip(expected, 0.0, 1.0))
    pooled = rate[prior].mean() * (1 - rate[prior].mean())
    error = Z95 * np.sqrt(chance / size.to_numpy() + pooled * np.einsum("ij,jk,ik->i", design, spread_in, design))
    bounds = {"expected": expected, "expected_low": expected - error, "expected_high": expected + error}
    return {name: pd.Series(np.clip(values, 0.0, 1.0), index=year.index) for name, values in bounds.items()}
