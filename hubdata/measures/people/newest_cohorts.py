"""Whether the newest cohort is kept better than the one before it, or only by chance."""

import numpy as np
import pandas as pd

from hubdata.measures.people.differences import contrast
from hubdata.measures.people.rounding import widened


def newest_two(table: pd.DataFrame, year: int = 1) -> str:
    """The verdict on the newest cohort against the one before it, after that many years.

    Args:
        table: what ``measures.people.retention.official`` or ``survival`` returned by cohort.
        year: the year after qualifying; cohorts without an interval then are not among the two.

    Returns:
        One of ``statistics.verdicts.VERDICTS``; missing with fewer than two cohorts. Rates that are printed rounded
        have the wider interval that this makes.
    """
    rows = widened(table).loc[(table["years"] == year) & table["low"].notna()]
    if len(rows) < 2:
        return np.nan
    last, before = (rows.iloc[[at]].reset_index(drop=True) for at in (-1, -2))
    return contrast(last, before)["verdict"].iloc[0]
