"""A programme before and after: each cohort beside what the trend of the cohorts before it would lead one to expect."""

import numpy as np
import pandas as pd

from hubdata.measures.statistics.rates import wilson
from hubdata.measures.statistics.verdicts import judged

FEWEST_BEFORE = 3
COLUMNS = ["cohort", "period", "at_start", "rate", "low", "high", "expected", "expected_low", "expected_high"]


def before_and_after(series: pd.DataFrame, since: float, revised: float = 0.0) -> tuple[pd.DataFrame, pd.Series]:
    """Each cohort beside the trend of those before a programme. Describes only.

    Args:
        series: one row a cohort: cohort (a number or text that begins with a year), at_start, rate (0 to 1) and, where
            rates are printed rounded, step (``measures.people.rounding.steps``). Rows without size or rate are out.
        since: the first cohort of the programme.
        revised: by how much later editions have moved such a rate (root mean square, 0 to 1).

    Returns:
        cohort, period (before or after), at_start, rate, low, high (Wilson), expected, expected_low, expected_high; and
        the verdict on each cohort since (``statistics.verdicts.judged``; missing before). The expected rate is a
        straight line through the cohorts before, weighted by their size. Its band is the t interval of one more cohort
        with the line's residual variance (a quasi-binomial one: what the years scatter, not chance alone), never
        narrower than chance, rounding and revisions make it. Missing with fewer than three cohorts before.
    """
    known = series.loc[series["rate"].notna() & (series["at_start"].astype("Float64") > 0)].reset_index(drop=True)
    year = known["cohort"].astype("str").str[:4].astype(float)
    size, rate = known["at_start"].astype(float), known["rate"].astype(float)
    low, high = wilson(rate * size, size)
    table = pd.DataFrame(
        {"cohort": known["cohort"], "at_start": size.astype("Int64"), "rate": rate, "low": low, "high": high}
    )
    step = known["step"].astype(float) if "step" in known else size * 0
    expected, error, freedom = _line(year - since, rate, size, step**2 / 12 + revised**2)
    table = table.assign(period=np.where(year < since, "before", "after"), **_band(expected, error, freedom))
    p = _chance(rate - expected, error, freedom).where(year >= since)
    return table[COLUMNS], judged(p, rate > expected, size.where(year >= since))


def _line(since: pd.Series, rate: pd.Series, size: pd.Series, printed: pd.Series) -> tuple[pd.Series, pd.Series, int]:
    """The rate expected of each cohort, the standard error of one more cohort there, and the degrees of freedom.

    Weighted least squares, as the prediction of statsmodels' WLS; ``printed`` is the variance of rounding and revision.
    """
    prior = (since < 0).to_numpy()
    freedom = int(prior.sum()) - 2
    if freedom < FEWEST_BEFORE - 2:
        nothing = pd.Series(np.nan, index=since.index)
        return nothing, nothing, 1
    design, weight = np.column_stack([np.ones(len(since)), since]), size.to_numpy()
    inside = design[prior]
    spread = np.linalg.inv(inside.T @ (weight[prior, None] * inside))
    expected = design @ (spread @ (inside.T @ (weight[prior] * rate.to_numpy()[prior])))
    scatter = (weight * (rate.to_numpy() - expected) ** 2)[prior].sum() / freedom
    pooled = np.average(rate[prior], weights=weight[prior])
    least = pooled * (1 - pooled) + weight * printed.to_numpy()
    line = max(scatter, least[prior].mean())
    reach = np.einsum("ij,jk,ik->i", design, spread, design)
    error = np.sqrt(np.maximum(scatter, least) / weight + line * reach)
    return pd.Series(expected, index=since.index), pd.Series(error, index=since.index), freedom


def _band(expected: pd.Series, error: pd.Series, freedom: int) -> dict[str, pd.Series]:
    from scipy.stats import t

    arm = t.ppf(0.975, freedom) * error
    ends = {"expected": expected, "expected_low": expected - arm, "expected_high": expected + arm}
    return {name: end.clip(0, 1) for name, end in ends.items()}


def _chance(gap: pd.Series, error: pd.Series, freedom: int) -> pd.Series:
    from scipy.stats import t

    return pd.Series(2 * t.sf((gap / error).abs(), freedom), index=gap.index)
