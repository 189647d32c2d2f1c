"""Rates that are printed rounded: to what, and how much less sure that makes them."""

import numpy as np
import pandas as pd

from hubdata.measures.statistics.rates import Z95


def steps(rows: pd.DataFrame) -> pd.Series:
    """To which fraction each rate is rounded as printed: 0.01 or 0.001, by edition; 0 where people are counted.

    Args:
        rows: release, rate and in_service, all the rows of an edition that are at hand.
    """
    whole = ((rows["rate"] * 100).sub((rows["rate"] * 100).round()).abs() < 1e-6) | rows["rate"].isna()
    by_edition = whole.groupby(rows["release"].astype("str")).transform("all")
    return pd.Series(np.where(by_edition, 0.01, 0.001), index=rows.index).where(rows["in_service"].isna(), 0.0)


def widened(table: pd.DataFrame) -> pd.DataFrame:
    """The table with the rounding of printed rates in its intervals: to 0.01 is an error of 0.01 / sqrt(12)."""
    rounding = Z95 * steps(table) / np.sqrt(12)
    low, high = (
        table["rate"] + side * np.hypot(table["rate"] - table[end], rounding)
        for side, end in ((-1, "low"), (1, "high"))
    )
    return table.assign(low=low.clip(0, 1), high=high.clip(0, 1))
