"""A small England of twelve authorities, with the outlines of its regions, for every view."""

import pandas as pd
import pytest
import shapely
from small_england import store_in, tables, typed

from hubdata.store import Store


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The small England as a store."""
    found = tables()
    found["outlines"] = typed("outlines", pd.concat([found["outlines"], regions(found)], ignore_index=True))
    return store_in(tmp_path_factory.mktemp("small"), found)


def regions(found: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Each region as its authorities joined, unless the outlines already have it."""
    if (found["outlines"]["level"] == "region").any():
        return found["outlines"].head(0)
    las = found["outlines"].loc[found["outlines"]["level"] == "la"].astype({"code": "str"})
    shapes = dict(zip(las["code"], shapely.from_wkb(las["geometry"].to_numpy()), strict=True))
    members = found["districts"].astype({"region": "str", "la": "str"}).groupby("region")["la"]
    joined = {region: shapely.union_all([shapes[la] for la in set(codes)]) for region, codes in members}
    return pd.DataFrame({"level": "region", "code": list(joined), "geometry": [shape.wkb for shape in joined.values()]})
