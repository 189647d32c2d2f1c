"""Places and schools like this one: the nearest by what they are, not where they are."""

import numpy as np
import pandas as pd

SCHOOL_WEIGHTS = {"pupils": 0.5, "fsm": 0.4, "eal": 0.2, "sen": 0.1}
AREA_WEIGHTS = {"fsm": 0.4, "rural": 0.4, "pupils": 0.2}


def similar(profiles: pd.DataFrame, of: str, weights: dict[str, float], top: int) -> pd.DataFrame:
    """The units most like one, with what each component adds.

    The distance is sqrt(sum of w (|difference| / range)^2), from 0 (alike) to 1, with the range taken over all the
    units. A component that the chosen unit or the data lack is left out and the other weights grow to make up; a unit
    that lacks a component in use is not compared.

    Args:
        profiles: a row a unit, its id as index, with the columns of ``weights`` that the data have.
        of: the id of the chosen unit.
        weights: component to weight; they need not sum to 1.
        top: how many.

    Returns:
        id, score and a column a component (its part of the squared score), the most alike first, then by id.
    """
    used = [name for name in weights if name in profiles and pd.notna(profiles.loc[of, name])]
    values = profiles[used].astype(float)
    values = values.loc[values.notna().all(axis=1)]
    if not used or len(values) < 2:
        return pd.DataFrame(columns=["id", "score", *used])
    total = sum(weights[name] for name in used)
    spread = (values.max() - values.min()).replace(0, np.nan)
    parts = ((values - values.loc[of]).abs() / spread).fillna(0) ** 2 * pd.Series(weights)[used] / total
    table = parts.assign(score=np.sqrt(parts.sum(axis=1))).drop(index=of).rename_axis("id").reset_index()
    return table.sort_values(["score", "id"], ignore_index=True).head(top)[["id", "score", *used]]
