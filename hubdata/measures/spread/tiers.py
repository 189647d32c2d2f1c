"""Two tiers: how far apart the well and the badly provided schools stand."""

import numpy as np
import pandas as pd

from hubdata.measures.statistics.rates import ends
from hubdata.measures.statistics.totals import quantiles, totals


def bimodality(values: pd.Series) -> float:
    """Sarle's coefficient, (skewness^2 + 1) / kurtosis: over 5/9 hints at two peaks; missing without a spread.

    A hint, not a test: heavy skew alone raises it too.
    """
    known = values.dropna().to_numpy(dtype=float)
    spread = known - known.mean() if len(known) else known
    variance = np.mean(spread**2) if len(known) else 0.0
    if variance <= 0:
        return float("nan")
    skewness, kurtosis = np.mean(spread**3) / variance**1.5, np.mean(spread**4) / variance**2
    return float((skewness**2 + 1) / kurtosis)


def tiers(schools: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """The spread of the number of networks that schools have within R, for each group.

    Args:
        schools: one row each, with within (networks within R; missing without a location, and then left out) and the
            columns of ``by``.
        by: columns to group by; none gives one row.

    Returns:
        The columns of ``by``, schools, p10, median, p90, ratio (p90 over p10; missing where p10 is 0), none (schools
        with no network within R), none_rate low and high (empty: a full count), bimodality.
    """
    known = schools.loc[schools["within"].notna()]
    known = known.assign(within=known["within"].astype(float), none=(known["within"] == 0).astype(int))
    table = quantiles(known, by, "within", {"p10": 0.1, "median": 0.5, "p90": 0.9})
    none = totals(known, by, ["none"])["none"]
    low, high = ends(none, table["schools"], sampled=False)
    peaks = _bimodality(known, by)
    ratio = table["p90"] / table["p10"].where(table["p10"] > 0)
    return table.assign(ratio=ratio, none=none, none_rate=none / table["schools"], low=low, high=high, bimodality=peaks)


def _bimodality(known: pd.DataFrame, by: list[str]) -> np.ndarray:
    if by:
        return known.groupby(by, observed=True, dropna=False)["within"].agg(bimodality).to_numpy()
    return np.array([bimodality(known["within"])] if len(known) else [])
