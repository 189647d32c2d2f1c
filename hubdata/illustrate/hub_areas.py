"""Teaching school hubs: 87 areas of whole districts from September 2021, each with a lead school."""

import numpy as np
import pandas as pd

from hubdata.illustrate.cells import HIGH, SIDE, SOUTH, WEST, WIDE, Cells
from hubdata.illustrate.chance import chance
from hubdata.illustrate.membership import MAINSTREAM
from hubdata.illustrate.partition import Links, partition
from hubdata.illustrate.published import published

SHARED_ABOVE = 250  # schools: a larger district may be cut in two
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
    units = _units(schools, places, squares)
    beside = _borders(squares)
    wanted = published("teaching_school_hubs").set_index("region")["areas"]
    found = []
    for region, there in units.groupby("region", sort=True):
        there = there.reset_index(drop=True)
        area = partition(
            there["schools"].to_numpy(float),
            there[["easting", "northing"]].to_numpy(float),
            _links(there, beside),
            int(wanted[region]),
            chance(seed, f"hub areas {region}"),
        )
        found.append(there.assign(network=[f"X{LETTERS[str(region)]}{one + 1}" for one in area]))
    return _shared(pd.concat(found, ignore_index=True))


def _units(schools: pd.DataFrame, places: pd.DataFrame, squares: Cells) -> pd.DataFrame:
    """Districts, or parts of one that is too large, with their schools and the middle of their squares."""
    population = schools[schools["phase"].isin(MAINSTREAM)].groupby("district").size()
    middle = pd.DataFrame({"district": squares.district, "easting": squares.column, "northing": squares.row})
    middle = middle.groupby("district").mean() * SIDE + [WEST, SOUTH]
    found = places[["district", "district_name", "region"]].set_index("district").join(middle)
    found["whole"] = population.reindex(found.index).fillna(0)
    found["parts"] = np.where(found["whole"] > SHARED_ABOVE, 2, 1)
    found["schools"] = found["whole"] / found["parts"]
    found = found.loc[found.index.repeat(found["parts"])].reset_index()
    return found.assign(turn=found.groupby("district").cumcount())


def _borders(squares: Cells) -> set[tuple[str, str]]:
    """Pairs of districts with squares side by side, both ways round."""
    grid = np.full((HIGH, WIDE), "", dtype="<U9")
    grid[squares.row, squares.column] = squares.district
    across = np.column_stack([grid[:, :-1].ravel(), grid[:, 1:].ravel()])
    up = np.column_stack([grid[:-1].ravel(), grid[1:].ravel()])
    pairs = np.concatenate([across, up])
    pairs = np.unique(pairs[(pairs != "").all(axis=1) & (pairs[:, 0] != pairs[:, 1])], axis=0)
    return {(str(one), str(other)) for one, other in pairs} | {(str(other), str(one)) for one, other in pairs}


def _links(units: pd.DataFrame, beside: set[tuple[str, str]]) -> Links:
    """The neighbours of each unit in its region; an island belongs with the nearest district."""
    code = units["district"].tolist()
    links = {
        one: {
            other
            for other in range(len(code))
            if other != one and (code[one] == code[other] or (code[one], code[other]) in beside)
        }
        for one in range(len(code))
    }
    place = units[["easting", "northing"]].to_numpy(float)
    for one in [unit for unit, near in links.items() if not near]:
        apart = np.hypot(*(place - place[one]).T)
        apart[one] = np.inf
        links[one].add(int(apart.argmin()))
        links[int(apart.argmin())].add(one)
    return links


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
