"""What a register does not know: where some schools are, and what class of place that is."""

import numpy as np
import pandas as pd

from hubdata.illustrate.chance import chance

LOST = {"Open": 0.0014, "Closed": 0.12, "Proposed to open": 0.2}  # share of schools without a location


def lost(every: pd.DataFrame, leading: np.ndarray, seed: int) -> pd.DataFrame:
    """Some schools without a location and, outside the population, without a rural-urban class."""
    luck = chance(seed, "lost")
    share = every["status"].map(LOST).fillna(LOST["Open"]).to_numpy(float)
    leads = every["row"].isin(leading) | every["successor"].isin(leading)
    gone = (luck.random(len(every)) < share) & ~leads.to_numpy()
    found = every.copy()
    found = found.astype({"easting": float, "northing": float})
    found.loc[gone, ["easting", "northing", "district"]] = [np.nan, np.nan, None]
    blank = gone & ~found["status"].str.startswith("Open").to_numpy()
    blank |= (found["phase"] == "Not applicable").to_numpy() & (luck.random(len(found)) < 0.02)
    found.loc[blank, ["ruc", "rural"]] = "Not classified"
    found.loc[blank, "ruc_vintage"] = None
    return found
