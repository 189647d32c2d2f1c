"""Governance: who runs a school, and the mix of each group."""

import numpy as np
import pandas as pd

from hubdata.measures.statistics.rates import with_rate
from hubdata.measures.statistics.totals import totals
from hubdata.schema import NOT_KNOWN, TRUST_SIZES
from hubdata.vocabulary import GOVERNANCE


def governance(type_group: pd.Series, trust_size: pd.Series, federation: pd.Series) -> pd.Series:
    """Who runs each school, one of GOVERNANCE: maintained alone or in a federation, or a trust of a size.

    An academy whose trust the data do not name is Not known; it can be in no federation.
    """
    maintained = ~type_group.isin(["Academies", "Free Schools"])
    size = trust_size.astype("str")
    cases = [maintained & federation.notna(), maintained, size == TRUST_SIZES[1]]
    words = np.select(cases, list(GOVERNANCE[:3]), "Trust of " + size.where(size != NOT_KNOWN, ""))
    words = np.where(~maintained & (size == NOT_KNOWN), NOT_KNOWN, words)
    return pd.Series(pd.Categorical(words, categories=GOVERNANCE, ordered=True), index=type_group.index)


def mix(schools: pd.DataFrame, by: list[str], kind: str) -> pd.DataFrame:
    """The share of each kind of school in each group.

    Args:
        schools: one row each, with the column ``kind`` (a missing value is a kind) and those of ``by``.
        by: columns to group by; none gives one group.
        kind: the column whose values make the mix.

    Returns:
        The columns of ``by``, the kind, count, schools (of the group), rate, low, high, mark. A kind that no school
        of the group is has no row.
    """
    counts = totals(schools.assign(count=1), [*by, kind], ["count"])
    grouped = counts.groupby(by, observed=True, dropna=False)["count"] if by else None
    whole = grouped.transform("sum") if grouped is not None else counts["count"].sum()
    return with_rate(counts.assign(schools=whole), "count", "schools")
