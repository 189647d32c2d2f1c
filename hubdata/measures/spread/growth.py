"""Growth on baseline: where provision grew, against where it already was."""

import numpy as np
import pandas as pd


def slope(baseline: pd.Series, growth: pd.Series) -> tuple[int, float, float, float]:
    """The least-squares slope of growth on baseline over areas, with a 95% interval.

    The interval takes standard errors that hold when small areas vary more (HC3, MacKinnon and White, 1985), at the
    t distribution with n - 2 degrees of freedom. Above 0 provision grew where it already was; a baseline measured
    with chance in it pulls the slope below 0 by itself (regression to the mean), so a slope below 0 proves no
    catching up.

    Returns:
        Areas with both numbers, slope, low, high; missing with fewer than three areas or without a spread.
    """
    from scipy.stats import t

    known = baseline.notna() & growth.notna()
    x, y = baseline[known].to_numpy(float), growth[known].to_numpy(float)
    n = len(x)
    if n < 3 or np.ptp(x) == 0:
        return n, float("nan"), float("nan"), float("nan")
    away = x - x.mean()
    spread = (away**2).sum()
    found = (away * y).sum() / spread
    residual = y - y.mean() - found * away
    leverage = 1 / n + away**2 / spread
    with np.errstate(divide="ignore", invalid="ignore"):
        error = np.sqrt((away**2 * (residual / (1 - leverage)) ** 2).sum()) / spread
    reach = t.ppf(0.975, n - 2) * error if np.isfinite(error) else float("nan")
    return n, float(found), float(found - reach), float(found + reach)
