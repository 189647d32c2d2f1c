"""Survival: the share of a cohort that has never left so far, with the people at risk and a band."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from hubdata.measures.people.retention import finished, number, told
from hubdata.measures.statistics.rates import Z95, wilson

WHOSE = ("base", "release", "cohort", "region", "la", "network", "phase", "rural", "route")


def survival(cohorts: pd.DataFrame, by: Sequence[str], z: float = Z95) -> pd.DataFrame:
    """The share who have never left so far (E. L. Kaplan and P. Meier, 1958): it never rises.

    Args:
        cohorts: rows of table ``cohorts``, as for ``retention.official``, with ``stayed``. A cohort leaves the risk set
            at its first missing year.
        by: columns to group by; without ``cohort`` the cohorts are pooled, younger ones censored where they end.
        z: the normal quantile of the band; 1.96 for 95%.

    Returns:
        The columns of ``by``, then ``retention.COLUMNS``: ``at_risk`` had not left before that year and could be seen
        in it, ``in_service`` of them still had not, ``rate`` is the product so far. The band is Greenwood's on the
        log(-log) scale; where nobody or everybody has left, Wilson's on those at risk in the first year.
    """
    steps = _at_risk(cohorts)
    grouped = steps.groupby([*by, "years"], observed=True, dropna=False, sort=True)
    sums = grouped[["at_start", "at_risk", "in_service"]].sum()
    rows = sums.join(told(steps.sort_values("release", kind="stable"), [*by, "years"])).reset_index()
    rows = rows.assign(**_banded(rows, by, z))
    unseen = rows["at_risk"] == 0
    rows.loc[unseen, ["at_risk", "in_service", "rate", "low", "high"]] = np.nan
    return finished(rows, by)


def product_limit(at_risk: pd.Series, stayed: pd.Series, group: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Survival after each year and its standard error (M. Greenwood, 1926).

    Args:
        at_risk: people at risk in each year, the years of a group in order.
        stayed: of them, how many did not leave.
        group: which curve each row belongs to.

    Returns:
        The two series. Nobody at risk makes that year and the later ones of its curve missing; once everybody has left
        the error is missing.
    """
    risk = at_risk.astype(float).where(at_risk > 0)
    stay = stayed.astype(float)
    survived = (stay / risk).groupby(group).cumprod(skipna=False)
    added = (risk - stay) / (risk * stay.where(stay > 0))
    return survived, survived * np.sqrt(added.groupby(group).cumsum(skipna=False))


def log_log_band(rate: pd.Series, error: pd.Series, z: float = Z95) -> tuple[pd.Series, pd.Series]:
    """The band of a survival rate on the log(-log) scale, inside 0 to 1; missing where the rate is 0 or 1."""
    inside = rate.where((rate > 0) & (rate < 1))
    spread = z * error / (inside * np.log(inside).abs())
    return inside ** np.exp(spread), inside ** np.exp(-spread)


def _at_risk(cohorts: pd.DataFrame) -> pd.DataFrame:
    """Each row with those at risk in its year and those who stayed; 0 from a cohort's first missing year on."""
    whose = [name for name in WHOSE if name in cohorts]
    rows = cohorts.sort_values([*whose, "years"]).astype(dict.fromkeys(whose, "str"))
    group = rows.groupby(whose, sort=False, dropna=False).ngroup()
    stayed, at_start = number(rows["stayed"]), number(rows["at_start"])
    before = stayed.groupby(group).shift().where(rows["years"].astype(int) > 1, at_start)
    gone = (stayed.isna() | before.isna()).groupby(group).cummax()
    return rows.assign(
        at_risk=before.where(~gone, 0.0), in_service=stayed.where(~gone, 0.0), at_start=at_start.fillna(0.0)
    )


def _banded(rows: pd.DataFrame, by: Sequence[str], z: float) -> dict[str, pd.Series]:
    group = rows.groupby(list(by), sort=False, dropna=False).ngroup() if by else pd.Series(0, index=rows.index)
    rate, error = product_limit(rows["at_risk"], rows["in_service"], group)
    first = rows["at_risk"].groupby(group).transform("first")
    low, high = log_log_band(rate, error, z)
    edge_low, edge_high = wilson(rate * first, first, z)
    return {"rate": rate, "low": low.fillna(edge_low), "high": high.fillna(edge_high)}


def effective(table: pd.DataFrame, by: Sequence[str]) -> pd.Series:
    """How many people, all followed to the end, would make each rate of ``survival`` as sure as its own error does.

    Args:
        table: what ``survival`` returned.
        by: its grouping.

    Returns:
        rate (1 - rate) over the square of Greenwood's error; those at risk in the first year where nobody or everybody
        has left.
    """
    group = table.groupby(list(by), sort=False, observed=True, dropna=False).ngroup() if by else table["years"] * 0
    risk, stayed = number(table["at_risk"]), number(table["in_service"])
    rate, error = product_limit(risk, stayed, group)
    inside = (rate > 0) & (rate < 1)
    return (rate * (1 - rate) / error**2).where(inside, risk.groupby(group).transform("first"))
