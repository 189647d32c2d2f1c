"""The outlines of a store on the National Grid: the coast, who borders whom, and the tile map."""

from typing import Any

import pandas as pd

from hubdata.answers.question import Unanswerable
from hubdata.measures.outlines.cartogram import equal_areas
from hubdata.measures.outlines.tiles import tiles
from hubdata.measures.outlines.touching import touching
from hubdata.measures.reach import coast
from hubdata.store import Store


def on_grid(store: Store, level: str) -> dict[str, Any]:
    """Code to shapely geometry in metres of the British National Grid, for every outline of a level.

    Raises ``Unpublished`` without outlines and ``Unanswerable`` without that level.
    """
    return store.kept(("shapes on the grid", level), lambda: _on_grid(store, level))


def _on_grid(store: Store, level: str) -> dict[str, Any]:
    import geopandas

    outlines = store.table("outlines")
    mine = outlines.loc[outlines["level"] == level]
    if mine.empty:
        raise Unanswerable(f"the data have no outlines of level {level}")
    degrees = geopandas.GeoSeries.from_wkb(mine["geometry"].to_numpy(), mine["code"].astype("str"), crs=4326)
    return degrees.to_crs(27700).to_dict()


def coastline(store: Store) -> Any:
    """The sea's edge of England (see ``measures.reach.coast.coastline``)."""
    return store.kept("coastline", lambda: coast.coastline(next(iter(on_grid(store, "country").values()))))


def bordering(store: Store, level: str) -> dict[str, list[str]]:
    """The neighbours of each area of a level, ``la`` or ``district`` (see ``measures.outlines.touching.touching``)."""
    return store.kept(("bordering", level), lambda: touching(on_grid(store, level)))


def tile_map(store: Store) -> pd.DataFrame:
    """A hexagon for each local authority (columns as ``measures.outlines.tiles.tiles``, the code as la)."""
    return store.kept("tile map", lambda: tiles(equal_areas(on_grid(store, "la"))).rename(columns={"code": "la"}))
