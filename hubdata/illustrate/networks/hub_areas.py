"""Teaching school hubs: 87 areas of whole districts from September 2021, each with a lead school."""

import numpy as np
import pandas as pd

from hubdata.illustrate.chance import chance
from hubdata.illustrate.ground.cells import Cells
from hubdata.illustrate.ground.partition import partition
from hubdata.illustrate.ground.territory import borders, links, units
from hubdata.illustrate.published import published

LETTERS = {
    "North East": "NE",
    "North West": "NW",
    "Yorkshire and The Humber": "YH",
    "East Midlands": "EM",
    "West Midlands": "WM",
    "East of England": "EE",
    "London": "LN",
    "South East": "SE",
    "South West": "SW",
}
PARTS = ("first part", "second part")


def hub_areas(schools: pd.DataFrame, places: pd.DataFrame, squares: Cells, seed: int) -> pd.DataFrame:
    """The districts of each hub area: network, district, shared, part and region.

    A district with many schools may be shared between two areas.

    Args:
        schools: open establishments with phase and district.
        places: the gazetteer.
        squares: the squares of England, for who borders whom.
        seed: of the whole England.
    """
    every = units(schools, places, squares)
    beside = borders(squares)
    wanted = published("teaching_school_hubs").set_index("region")["areas"]
    found = []
    for region, there in every.groupby("region", sort=True):
        there = there.reset_index(drop=True)
        area = partition(
            there["schools"].to_numpy(float),
            there[["easting", "northing"]].to_numpy(float),
            links(there, beside),
            int(wanted[region]),
            chance(seed, f"hub areas {region}"),
        )
        found.append(there.assign(network=[f"X{LETTERS[str(region)]}{one + 1}" for one in area]))
    return _shared(pd.concat(found, ignore_index=True))


def _shared(units: pd.DataFrame) -> pd.DataFrame:
    """One row an area and district; shared where several areas hold parts of the district."""
    found = units.drop_duplicates(["network", "district"]).sort_values(["district", "network"], ignore_index=True)
    shared = found["district"].duplicated(keep=False)
    turn = found.groupby("district").cumcount()
    part = np.where(shared, found["district_name"] + ", " + turn.map(dict(enumerate(PARTS))), "")
    found = found.assign(shared=shared, part=part)
    return found.sort_values(["network", "district"], ignore_index=True)[
        ["network", "district", "shared", "part", "region"]
    ]
