"""Is a difference in retention real or small-number noise; and a programme before and after, against its own trend."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from hubdata.measures.people.retention import number
from hubdata.measures.statistics.intervals import less
from hubdata.measures.statistics.rates import TOO_FEW, Z95, wilson

HIGHER, LOWER, UNCLEAR, FEW = "higher", "lower", "no clear difference", "too few to say"
FEWEST_BEFORE = 3
COUNTS = ("at_start", "in_service", "stayed")


def contrast(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """The difference of two rates, row by row, and what it allows one to say of the first.

    Args:
        first: at_start, rate, low and high of independent groups (any method: Wilson bands give Newcombe's interval).
        second: the same, on the same index.

    Returns:
        difference, low, high (by squaring and adding the arms: Zou and Donner, 2008) and verdict: higher, lower, no
        clear difference, or too few to say where either has under ten people or a number is missing.
    """
    gap, low, high = less(*((side["rate"], side["low"], side["high"]) for side in (first, second)))
    enough = np.minimum(number(first["at_start"]), number(second["at_start"])) >= TOO_FEW
    words = np.select([~enough | low.isna() | high.isna(), low > 0, high < 0], [FEW, HIGHER, LOWER], UNCLEAR)
    return pd.DataFrame({"difference": gap, "low": low, "high": high, "verdict": words}, index=first.index)


def rest_of(whole: pd.DataFrame, parts: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Everybody outside each part: the rows of table ``cohorts`` for the whole less those of each part.

    Args:
        whole: rows of the whole, one a cohort and years.
        parts: rows of the parts, with the columns of ``by``.
        by: what names a part, ``cohort`` apart.

    Returns:
        A row for each of ``parts`` in its order, with at_start, in_service and stayed of the rest; missing where a
        count is missing on either side. A part and its rest are independent, a part and its whole are not.
    """
    named = [*(name for name in by if name != "cohort"), "cohort", "years", *COUNTS]
    both = parts[named].merge(whole[["cohort", "years", *COUNTS]], on=["cohort", "years"], suffixes=("", "_whole"))
    left = {name: number(both[f"{name}_whole"]) - number(both[name]) for name in COUNTS}
    told = {name: whole[name].iloc[0] if len(whole) else "" for name in ("status", "release")}
    return both[[name for name in named if name not in COUNTS]].assign(**left, **told, rate=np.nan, mark="")


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
    table = pd.DataFrame(
        {"cohort": known["cohort"], "at_start": size.astype("Int64"), "rate": rate, "low": low, "high": high}
    )
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
