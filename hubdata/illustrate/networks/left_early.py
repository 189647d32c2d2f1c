"""Alliances that ended before the list of 2018, after an inspection of their lead."""

import numpy as np
import pandas as pd

from hubdata.illustrate.chance import chance
from hubdata.illustrate.networks.beginnings import FIRST, KEY, LEFT_BEFORE, LEFT_OF_FIRST, LIST, MIDDLE, ROUNDS
from hubdata.illustrate.networks.leads import EVERYDAY


def left_early(schools: pd.DataFrame, keen: np.ndarray, seed: int) -> pd.DataFrame:
    """Leads whose alliance ended before 2018, each after an inspection that found it no longer outstanding.

    Returns:
        Columns row (of ``schools``), since and until.
    """
    luck = chance(seed, "left early")
    ranked = schools.assign(row=np.arange(len(schools)), keen=keen).sort_values("keen", ascending=False)
    ranked = ranked[(ranked["ofsted"] == "Good") & ranked["phase"].isin(EVERYDAY) & np.isfinite(ranked["keen"])]
    found = []
    for (after, before), count in zip([(MIDDLE, KEY), (KEY, LIST)], LEFT_BEFORE.values(), strict=True):
        ended = ranked["ofsted_at"] + pd.offsets.MonthEnd(2)
        chosen = ranked[(ended > after) & (ended < before)].head(count)
        found.append(pd.DataFrame({"row": chosen["row"], "until": ended[chosen.index]}))
    leavers = pd.concat(found, ignore_index=True).astype({"until": "datetime64[s]"})
    rounds = [FIRST] * LEFT_OF_FIRST + [ROUNDS[MIDDLE][turn % 3] for turn in range(len(leavers) - LEFT_OF_FIRST)]
    return leavers.assign(since=pd.to_datetime(luck.permutation(rounds)).astype("datetime64[s]"))
