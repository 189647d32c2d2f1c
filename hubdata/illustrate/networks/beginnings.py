"""When schools began to lead, so that the published counts come out: cohort by cohort from September 2011."""

import numpy as np
import pandas as pd

from hubdata.illustrate.chance import chance
from hubdata.illustrate.published import count_on

FIRST, MIDDLE, KEY, LIST = "2011-09-01", "2013-06-30", "2016-07-31", "2018-03-12"
ROUNDS = {
    MIDDLE: ["2012-04-01", "2012-09-01", "2013-03-01"],
    KEY: ["2014-03-01", "2014-09-01", "2015-03-01", "2016-02-01"],
    LIST: ["2016-11-01", "2017-04-01", "2018-02-01"],
}
ALLIANCES_OF_2013 = 300  # nobody published them; most schools led alone
LEFT_BEFORE = {KEY: 16, LIST: 12}  # alliances that ended before each date; nobody published them either
LEFT_OF_FIRST = 12  # how many of those were in the first cohort
HEAD_START = 0.12  # how much sooner alliances of several leads began


def begun(leads: pd.DataFrame, seed: int) -> pd.Series:
    """The day each lead of the 2018 list began.

    Args:
        leads: column alliance, one row a lead; the first row of an alliance is its founder.
        seed: of the whole England.
    """
    luck = chance(seed, "beginnings")
    started = leads["alliance"].map(_alliances(leads["alliance"], luck))
    founder = ~leads["alliance"].duplicated()
    return started.where(founder, _joined(started[~founder], luck).reindex(leads.index))


def _alliances(alliance: pd.Series, luck: np.random.Generator) -> pd.Series:
    """The first day of each alliance."""
    sizes = alliance.value_counts().sort_index()
    soon = luck.random(len(sizes)) - HEAD_START * (sizes > 1)
    order = soon.sort_values(kind="stable").index
    cuts = [
        count_on(FIRST, "alliances") - LEFT_OF_FIRST,
        ALLIANCES_OF_2013 - sum(LEFT_BEFORE.values()),
        count_on(KEY, "alliances") - LEFT_BEFORE[LIST],
    ]
    groups = np.split(order.to_numpy(), cuts)
    started = dict.fromkeys(groups[0], FIRST)
    for days, group in zip(ROUNDS.values(), groups[1:], strict=True):
        started |= {number: days[turn % len(days)] for turn, number in enumerate(group)}
    return pd.to_datetime(pd.Series(started)).astype("datetime64[s]")


def _joined(started: pd.Series, luck: np.random.Generator) -> pd.Series:
    """The day further leads joined: as many by the middle of 2013 as were published, the rest in later rounds."""
    soon, later = (pd.to_datetime(days) for days in (ROUNDS[MIDDLE], ROUNDS[KEY] + ROUNDS[LIST]))
    able = started.index[started <= soon[-1]]
    early = set(luck.choice(able, count_on(MIDDLE, "teaching_schools") - ALLIANCES_OF_2013, replace=False))
    rounds = {lead: soon if lead in early else later for lead in started.index}
    found = {lead: luck.choice(days[days >= started[lead]].to_numpy()) for lead, days in rounds.items()}
    return pd.Series(found).astype("datetime64[s]")
