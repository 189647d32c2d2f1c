"""Schools that closed: those that became academies, infants and juniors that joined, and those that just ended."""

import numpy as np
import pandas as pd

from hubdata.illustrate.chance import chance
from hubdata.illustrate.schools.conversions import before_academies

ENDED = 260
DAY = pd.Timedelta(days=1)
BLANK = {"pupils": np.nan, "fsm": np.nan, "trust": None, "trust_name": None, "federation": None}


def closed(schools: pd.DataFrame, leading: np.ndarray, since: np.ndarray, seed: int) -> pd.DataFrame:
    """Closed establishments, with the columns of ``schools`` and ``successor``: the row of the school that followed.

    Args:
        schools: open establishments, rows numbered from 0.
        leading: rows of schools that have led an alliance.
        since: the first day of each of those.
        seed: of the whole England. A lead that opened as an academy after it began to lead always has its old school.

    Returns:
        ``successor`` is -1 where no school followed.
    """
    luck = chance(seed, "closures")
    before = before_academies(schools, leading, since, luck)
    joined = _infants_and_juniors(schools)
    over = _ended(schools, luck)
    return pd.concat([before, joined, over], ignore_index=True).assign(status="Closed", **BLANK)


def _infants_and_juniors(schools: pd.DataFrame) -> pd.DataFrame:
    """The two schools that each merged primary took the place of."""
    rows = np.flatnonzero(schools["merged"])
    found = schools.iloc[rows].assign(successor=rows, closed=schools["opened"].iloc[rows] - DAY, opened=pd.NaT)
    parts = [found.assign(name=found["name"].str.replace("Primary", word)) for word in ("Infant", "Junior")]
    return pd.concat(parts).assign(**_no_grade())


def _ended(schools: pd.DataFrame, luck: np.random.Generator) -> pd.DataFrame:
    """Mostly small country primaries, on the site and with the name of one that stays, as Old."""
    small = (schools["phase"] == "Primary") & (schools["pupils"] < 160)
    rows = luck.choice(np.flatnonzero(small), ENDED, replace=False)
    found = schools.iloc[rows].assign(successor=-1, opened=pd.NaT, type="Community school", **_no_grade())
    days = pd.Timestamp("2005-08-31") + pd.to_timedelta(365.25 * luck.integers(0, 16, ENDED), unit="D")
    return found.assign(
        name="Old " + found["name"],
        type_group="Local authority maintained schools",
        closed=days.to_numpy().astype("datetime64[M]").astype("datetime64[D]") - np.timedelta64(1, "D"),
    )


def _no_grade() -> dict[str, object]:
    return {"ofsted": None, "ofsted_at": pd.NaT}
