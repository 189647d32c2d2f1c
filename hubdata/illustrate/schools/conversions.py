"""The schools that became academies, as they were the day before."""

import numpy as np
import pandas as pd

CONVERTED = 0.5  # of academies that opened since 2010, how many have their old school in the register
DAY = pd.Timedelta(days=1)
OLD_TYPES = {"Church of England": "Voluntary controlled school", "Catholic": "Voluntary aided school"}


def before_academies(
    schools: pd.DataFrame, leading: np.ndarray, since: np.ndarray, luck: np.random.Generator
) -> pd.DataFrame:
    """The maintained schools that academies replaced: the columns of ``schools`` and ``successor``.

    Every lead that opened as an academy after it began to lead is among them, outstanding; other leads are not.

    Args:
        schools: open establishments by row.
        leading: rows of schools that have led.
        since: the first day of each of those.
        luck: random numbers.
    """
    academy = schools["type"].str.startswith("Academy") & schools["opened"].notna()
    kept = academy & (luck.random(len(schools)) < CONVERTED)
    opened = schools["opened"].to_numpy()[leading]
    forced = leading[(opened > since) & academy.to_numpy()[leading]]
    kept.iloc[forced] = True
    kept.iloc[np.setdiff1d(leading, forced)] = False
    rows = np.flatnonzero(kept)
    found = schools.iloc[rows].assign(successor=rows)
    special = found["type"].str.contains("special|alternative")
    kind = found["faith"].map(OLD_TYPES).fillna("Community school")
    return found.assign(
        name=found["name"].str.replace("Academy", "School"),
        type=kind.mask(special, "Community special school"),
        type_group=np.where(special, "Special schools", "Local authority maintained schools"),
        closed=found["opened"] - DAY,
        opened=pd.NaT,
        **_old_grades(found, np.isin(rows, leading), luck),
    )


def _old_grades(found: pd.DataFrame, led: np.ndarray, luck: np.random.Generator) -> dict[str, np.ndarray]:
    """The last grade before the close: outstanding for those that led, now and then known for the rest."""
    known = led | (luck.random(len(found)) < 0.4)
    grade = np.where(led, "Outstanding", luck.choice(["Good", "Requires improvement"], len(found)))
    day = (found["opened"] - pd.to_timedelta(luck.integers(200, 1_500, len(found)), unit="D")).to_numpy()
    return {"ofsted": np.where(known, grade, None), "ofsted_at": np.where(known, day, np.datetime64("NaT"))}
