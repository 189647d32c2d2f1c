"""Trusts, federations and dioceses: which schools are run together."""

import numpy as np
import pandas as pd

from hubdata.illustrate.chance import chance
from hubdata.illustrate.ground.neighbours import together
from hubdata.illustrate.schools.families import dioceses, federations
from hubdata.illustrate.schools.words import settlements, words

SIZES = {1: 0.47, 2: 0.11, 3: 0.09, 4: 0.07, 5: 0.06, 7: 0.08, 10: 0.06, 15: 0.035, 24: 0.018, 40: 0.006, 60: 0.001}
UNNAMED = 0.01


def grouped(schools: pd.DataFrame, seed: int) -> pd.DataFrame:
    """The schools with trust, trust_name, federation and diocese; missing where there is none or nobody says.

    Args:
        schools: columns easting, northing, type_group, faith and phase.
        seed: of the whole England.
    """
    luck = chance(seed, "trusts")
    found = schools.assign(trust=None, trust_name=None, federation=None, diocese=None)
    run = found["type_group"].isin(["Academies", "Free Schools"])
    number = together(found[run], SIZES, luck)
    names = _names(number.max() + 1, words("trust"), luck)
    known = luck.random(len(number)) >= UNNAMED
    found.loc[run, "trust"] = [f"X{9001 + one}" if sure else None for one, sure in zip(number, known, strict=True)]
    found.loc[run, "trust_name"] = [names[one] if sure else None for one, sure in zip(number, known, strict=True)]
    found["federation"] = federations(found, luck)
    found["diocese"] = dioceses(found, luck)
    return found


def _names(count: int, endings: tuple[str, ...], luck: np.random.Generator) -> list[str]:
    return [f"{place} {luck.choice(endings)}" for place in settlements(count, luck)]
