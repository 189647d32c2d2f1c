"""England's nine regions in one spelling, however a file spells them."""

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.schema import REGIONS

REGION_SPELLINGS = {region.lower(): region for region in REGIONS} | {
    "inner london": "London",
    "outer london": "London",
    "east": "East of England",
}
# The codes follow the order in which the regions are said.
REGION_CODES = {f"E1200000{number}": region for number, region in enumerate(REGIONS, 1)}


def region_named(said: pa.Array) -> pa.Array:
    """Regions in one spelling; Inner and Outer London are London; what is no English region is missing."""
    unique = pc.unique(said)
    names = pa.array([REGION_SPELLINGS.get((r or "").lower()) for r in unique.to_pylist()], pa.string())
    return names.take(pc.index_in(said, value_set=unique))


def region_coded(said: str) -> str:
    """The region of a name in any spelling or of a GSS code; empty where it is none of England's."""
    return REGION_SPELLINGS.get(said.lower(), REGION_CODES.get(said, ""))
