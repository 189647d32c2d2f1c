"""When schools ceased to lead after 2018, and who came late, so that the published counts come out."""

import itertools

import numpy as np
import pandas as pd

from hubdata.illustrate.chance import chance
from hubdata.illustrate.networks.beginnings import LIST
from hubdata.illustrate.published import count_on

LAST = pd.Timestamp("2021-08-31")
COUNTS = [LIST, "2019-12-01", "2020-12-01", "2021-03-01"]
DAYS = {
    "2019-12-01": ["2018-08-31", "2018-12-31", "2019-04-30", "2019-08-31"],
    "2020-12-01": ["2020-04-30", "2020-08-31"],
    "2021-03-01": ["2020-12-31"],
}
NEWCOMERS = 8  # alliances designated between the list of 2018 and December 2019
NEW_DAY, LATE_DAY = pd.Timestamp("2019-04-01"), pd.Timestamp("2021-01-01")


def ended(leads: pd.DataFrame, waiting: np.ndarray, seed: int) -> pd.DataFrame:
    """The leads of 2018 and those that came after, with ``until``.

    Args:
        leads: columns row, alliance and since; the leads of the 2018 list.
        waiting: rows of schools that could still come to lead, keenest first.
        seed: of the whole England.

    Returns:
        Columns row, alliance, since, until.
    """
    luck = chance(seed, "endings")
    first = int(leads["alliance"].max()) + 1
    new = pd.DataFrame({"row": waiting[:NEWCOMERS], "alliance": first + np.arange(NEWCOMERS), "since": NEW_DAY})
    found = pd.concat([leads, new], ignore_index=True).assign(until=LAST)
    for before, after in itertools.pairwise(COUNTS):
        came = NEWCOMERS if before == LIST else 0
        over = count_on(before, "alliances") + came - count_on(after, "alliances")
        fewer = count_on(before, "teaching_schools") + came - count_on(after, "teaching_schools") - over
        found = _closed(found, over, before, after, luck)
        found = _left(found, fewer, after, luck) if fewer > 0 else found
        late = pd.DataFrame({"row": waiting[NEWCOMERS : NEWCOMERS + max(-fewer, 0)]})
        found = _joined(found, late)
    return found


def _closed(leads: pd.DataFrame, count: int, before: str, after: str, luck: np.random.Generator) -> pd.DataFrame:
    """Alliances with one lead that end between two dates."""
    active = leads[leads["until"] == LAST]
    alone = ~active["alliance"].duplicated(keep=False)
    chosen = luck.choice(active.index[alone & (active["since"] <= before)], count, replace=False)
    return _until(leads, chosen, after)


def _left(leads: pd.DataFrame, count: int, after: str, luck: np.random.Generator) -> pd.DataFrame:
    """Leads that leave an alliance that goes on; as many of pairs as leave the published share with one lead."""
    active = leads[leads["until"] == LAST]
    size = active.groupby("alliance")["alliance"].transform("size")
    last = ~active["alliance"].duplicated(keep="last")
    pairs = count
    if after == COUNTS[1]:
        share = count_on(after, "percent_of_alliances_with_one_teaching_school") / 100
        pairs = round(share * count_on(after, "alliances")) - int((size == 1).sum())
    chosen = [
        *luck.choice(active.index[last & (size == 2)], pairs, replace=False),
        *luck.choice(active.index[last & (size > 2)], count - pairs, replace=False),
    ]
    return _until(leads, luck.permutation(chosen), after)


def _until(leads: pd.DataFrame, chosen: np.ndarray, after: str) -> pd.DataFrame:
    days = pd.to_datetime(DAYS[after])
    found = leads.copy()
    found.loc[chosen, "until"] = [days[turn % len(days)] for turn in range(len(chosen))]
    return found


def _joined(leads: pd.DataFrame, late: pd.DataFrame) -> pd.DataFrame:
    """Late leads in alliances that had one: they came in the last months."""
    active = leads.loc[leads["until"] == LAST, "alliance"]
    alone = active[~active.duplicated(keep=False)].head(len(late)).to_numpy()
    return pd.concat([leads, late.assign(alliance=alone, since=LATE_DAY, until=LAST)], ignore_index=True)
