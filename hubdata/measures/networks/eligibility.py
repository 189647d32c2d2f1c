"""Who may lead: the pool of schools with the grade, and how many of them lead."""

import pandas as pd

from hubdata.measures.statistics.rates import wilson
from hubdata.measures.statistics.totals import totals

GRADES = ("Outstanding", "Good")


def has_grade(ofsted: pd.Series, grade: str) -> pd.Series:
    """Whether the last headline grade is at least ``grade`` (Good admits Outstanding too); false without a grade."""
    return ofsted.astype("str").isin(GRADES[: GRADES.index(grade) + 1]).fillna(False)


def eligibility(schools: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """The eligible schools of each group and the share of them that lead.

    Args:
        schools: one row each, with eligible and lead (true or false) and the columns of ``by``.
        by: columns to group by; none gives one row.

    Returns:
        The columns of ``by``, eligible, designated (leads among the eligible), conversion and its 95% Wilson interval
        low to high. A group whose pool is empty keeps its row, with the conversion missing.
    """
    eligible = schools["eligible"].astype(bool)
    rows = schools.assign(
        eligible=eligible.astype(int), designated=(eligible & schools["lead"].astype(bool)).astype(int)
    )
    sums = totals(rows, by, ["eligible", "designated"])
    low, high = wilson(sums["designated"], sums["eligible"])
    conversion = sums["designated"] / sums["eligible"].where(sums["eligible"] > 0)
    return sums.assign(conversion=conversion.astype(float), low=low, high=high)
