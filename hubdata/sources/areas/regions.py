"""England's nine regions in one spelling, however a file spells them."""

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.schema import REGIONS

REGION_SPELLINGS = {region.lower(): region for region in REGIONS} | {
    "inner london": "London",
    "outer london": "London",
    "east": "East of England",
}


def region_named(said: pa.Array) -> pa.Array:
    """Regions in one spelling; Inner and Outer London are London; what is no English region is missing."""
    unique = pc.unique(said)
    names = pa.array([REGION_SPELLINGS.get((r or "").lower()) for r in unique.to_pylist()], pa.string())
    return names.take(pc.index_in(said, value_set=unique))
