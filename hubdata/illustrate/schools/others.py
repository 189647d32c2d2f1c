"""Everything that is not a mainstream state school: special, nursery, referral units, colleges, independent."""

from pathlib import Path

import numpy as np
import pandas as pd

from hubdata.illustrate.chance import chance

OTHERS = Path(__file__).with_name("others.csv")


def others(land: pd.DataFrame, seed: int) -> pd.DataFrame:
    """Establishments outside the population, as many of each type as ``others.csv`` says, in towns above all.

    Returns:
        The columns of ``land`` and type, type_group, phase, published_phase, word and pupils.
    """
    luck = chance(seed, "others")
    kinds = pd.read_csv(OTHERS, keep_default_na=False, na_values={"pupils": [""]})
    every = kinds.loc[kinds.index.repeat(kinds["count"])].reset_index(drop=True)
    places = np.sort(luck.choice(len(land), len(every), replace=False))
    every = every.iloc[luck.permutation(len(every))].reset_index(drop=True)
    found = pd.concat([land.iloc[places].reset_index(drop=True), every.drop(columns=["count", "pupils"])], axis=1)
    rolls = np.round(every["pupils"].to_numpy(float) * luck.gamma(4, 0.25, len(every))) + 3
    return found.assign(pupils=rolls, published_phase=found["phase"])
