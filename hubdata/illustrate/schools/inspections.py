"""Ofsted's overall grades as they stood, each from an inspection before the register's day."""

import numpy as np
import pandas as pd

from hubdata.illustrate.chance import chance
from hubdata.illustrate.schools.quotas import shared

GRADES = ("Outstanding", "Good", "Requires improvement", "Serious Weaknesses", "Special Measures")
SHARES = {
    "Primary": (19.0, 68.5, 9.3, 1.2, 2.0),
    "Secondary": (23.0, 53.0, 18.0, 2.0, 4.0),
    "All-through": (23.0, 53.0, 18.0, 2.0, 4.0),
    "Nursery": (63.0, 35.5, 1.5, 0.0, 0.0),
    "Not applicable": (36.0, 54.0, 7.0, 1.0, 2.0),
    "16 plus": (22.0, 62.0, 15.0, 0.5, 0.5),
}
UNINSPECTED = 0.03
LAST, SPAN = np.datetime64("2021-08-01"), 4_600  # days back that the oldest grade goes


def inspected(schools: pd.DataFrame, seed: int) -> pd.DataFrame:
    """The schools with ofsted and ofsted_at; both missing for independent, new and not yet inspected schools.

    Larger schools with fewer free meals are rather likelier to be outstanding. Outstanding schools were exempt from
    inspection for years, so their grades are older.
    """
    luck = chance(seed, "inspections")
    merit = 0.35 * _rank(schools["pupils"]) - 0.25 * _rank(schools["fsm"]) + luck.normal(0, 0.4, len(schools))
    new = (schools["opened"] > np.datetime64("2019-01-01")).to_numpy() & (luck.random(len(schools)) < 0.35)
    outside = schools["type_group"].isin(["Independent schools", "Other types"]).to_numpy()
    graded = ~new & ~outside & (luck.random(len(schools)) > UNINSPECTED)
    grade = np.full(len(schools), None, object)
    for phase, shares in SHARES.items():
        there = np.flatnonzero(graded & (schools["phase"] == phase).to_numpy())
        there = there[np.argsort(-merit[there], kind="stable")]
        grade[there] = np.repeat(np.array(GRADES, object), shared(np.array(shares), len(there)))
    return schools.assign(ofsted=grade, ofsted_at=_days(grade, luck))


def _rank(values: pd.Series) -> np.ndarray:
    """Ranks from -0.5 to 0.5, unknown in the middle."""
    return values.rank(pct=True).fillna(0.5).to_numpy() - 0.5


def _days(grade: np.ndarray, luck: np.random.Generator) -> np.ndarray:
    back = np.where(grade == "Outstanding", luck.beta(1.7, 1.6, len(grade)), luck.beta(1.1, 3.2, len(grade)))
    days = LAST - (10 + back * SPAN).astype(int).astype("timedelta64[D]")
    return np.where(pd.isna(grade), np.datetime64("NaT"), days)
