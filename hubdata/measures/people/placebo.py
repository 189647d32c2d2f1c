"""What the test of a programme says of first cohorts in which nothing began."""

from dataclasses import dataclass

import pandas as pd

from hubdata.measures.people.trend import before_and_after
from hubdata.measures.statistics.verdicts import ABOVE, BELOW, FEW


@dataclass(frozen=True)
class Placebo:
    """The same question asked of every other first cohort: in how many of ``tried`` one since lies ``outside``."""

    tried: int
    outside: int


def placebo(series: pd.DataFrame, since: float, revised: float = 0.0) -> Placebo:
    """The same asked of every other first cohort that has a trend: of earlier ones without the programme's own cohorts.

    Args: as ``before_and_after``. A start after which every cohort is too small to judge is not tried.
    """
    year = series["cohort"].astype("str").str[:4].astype(float)
    others = [start for start in sorted(year.unique()) if start != since]
    rows = {start: series.loc[year < since] if start < since else series for start in others}
    verdicts = [before_and_after(rows[start], start, revised)[1] for start in others]
    said = [one.dropna() for one in verdicts]
    said = [one for one in said if (one != FEW).any()]
    return Placebo(len(said), sum(bool(one.isin((BELOW, ABOVE)).any()) for one in said))
