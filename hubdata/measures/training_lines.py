"""Pairs of schools that train together as lines: how long, and whether they leave the authority."""

import numpy as np
import pandas as pd

COLUMNS = ["lead", "lead_name", "lead_la", "partner", "partner_name", "partner_la", "through", "km", "crosses"]
GRID = ["easting", "northing"]


def placed(pairs: pd.DataFrame, register: pd.DataFrame) -> pd.DataFrame:
    """The pairs with names, authorities and the straight line between them.

    Args:
        pairs: lead, partner and through.
        register: urn, name, la, easting, northing (metres).

    Returns:
        ``COLUMNS``, by lead and length. ``km`` and ``crosses`` (another authority) are missing where either end has no
        location, or no authority.
    """
    known = register.astype({"urn": "str", "name": "str", "la": "str"}).drop_duplicates("urn").set_index("urn")
    ends = {end: known.reindex(pairs[end]).set_axis(pairs.index) for end in ("lead", "partner")}
    apart = [ends["lead"][axis].astype(float) - ends["partner"][axis].astype(float) for axis in GRID]
    named = {f"{end}_{name}": ends[end][name] for end in ends for name in ("name", "la")}
    both = ends["lead"]["la"].notna() & ends["partner"]["la"].notna()
    crosses = (ends["lead"]["la"] != ends["partner"]["la"]).astype("boolean").where(both)
    table = pairs.assign(**named, km=np.hypot(*apart) / 1000, crosses=crosses)
    return table[COLUMNS].sort_values(["lead", "km", "partner"], ignore_index=True)
