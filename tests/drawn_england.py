"""The small England with the outlines of its regions, so that every page can draw it."""

import pandas as pd
import shapely
from small_england import tables, typed


def drawn_tables() -> dict[str, pd.DataFrame]:
    """Every table of the small England, its outlines with a shape for each region."""
    found = tables()
    outlines = found["outlines"]
    if not (outlines["level"] == "region").any():
        found["outlines"] = typed("outlines", pd.concat([outlines, _regions(found)], ignore_index=True))
    return found


def _regions(found: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Each region as its authorities joined."""
    las = found["outlines"].loc[found["outlines"]["level"] == "la"].astype({"code": "str"})
    shapes = dict(zip(las["code"], shapely.from_wkb(las["geometry"].to_numpy()), strict=True))
    members = found["districts"].astype({"region": "str", "la": "str"}).groupby("region")["la"]
    joined = {region: shapely.union_all([shapes[la] for la in set(codes)]) for region, codes in members}
    return pd.DataFrame({"level": "region", "code": list(joined), "geometry": [shape.wkb for shape in joined.values()]})
