"""Which secondary schools select by ability: few in all, many of them in a handful of authorities."""

import numpy as np
import pandas as pd

from hubdata.illustrate.chance import chance
from hubdata.schema import ADMISSIONS, SELECTING

# England's, as counted by the House of Commons Library, Grammar school statistics.
GRAMMARS, AUTHORITIES = 163, 36
MOST = 0.45  # of the schools of an authority that could select
NEVER = ("Free schools", "Studio schools", "University technical college")  # opened when no new school might select
UNRECORDED = 0.012


def admitted(schools: pd.DataFrame, seed: int) -> np.ndarray:
    """The admissions policy of each school: missing but for secondary and all-through schools, and for a few of those.

    Args:
        schools: columns la, phase, published_phase, type, fsm and ofsted.
        seed: of the whole England.
    """
    luck = chance(seed, "admissions")
    able = (schools["published_phase"] == "Secondary") & ~schools["type"].isin(NEVER)
    wanted = _by_authority(schools.loc[able, "la"], luck)
    merit = (schools["ofsted"] == "Outstanding") - 2 * schools["fsm"].rank(pct=True).fillna(0.5)
    ranked = (merit + luck.normal(0, 0.3, len(schools)))[able].sort_values(ascending=False, kind="stable")
    place = ranked.groupby(schools["la"]).cumcount()
    chosen = place.index[place < schools.loc[place.index, "la"].map(wanted).fillna(0)]
    silent = ~schools["phase"].isin(SELECTING) | (luck.random(len(schools)) < UNRECORDED)
    policy = np.where(silent, None, ADMISSIONS[1]).astype(object)
    policy[schools.index.get_indexer(chosen)] = ADMISSIONS[0]
    return policy


def _by_authority(la: pd.Series, luck: np.random.Generator) -> pd.Series:
    """How many schools select in each authority that has any, large authorities being likelier to have some.

    Args:
        la: the authority of each school that could select.
        luck: random numbers.
    """
    room = np.floor(la.value_counts().sort_index() * MOST).astype(int)
    keen = luck.choice(room.index, AUTHORITIES, replace=False, p=room / room.sum())
    # A first place for each; the others are drawn from the room left, most of them where keenness is greatest.
    left = np.repeat(keen, room[keen] - 1)
    worth = pd.Series(luck.exponential(size=AUTHORITIES) ** 2, keen)[left].to_numpy()
    more = luck.choice(left, GRAMMARS - AUTHORITIES, replace=False, p=worth / worth.sum())
    return pd.Series([*keen, *more]).value_counts()
