"""The districts as a map of neighbours: how many schools each has, and who borders whom."""

import numpy as np
import pandas as pd

from hubdata.illustrate.ground.cells import HIGH, SIDE, SOUTH, WEST, WIDE, Cells
from hubdata.illustrate.ground.growth import Links
from hubdata.illustrate.networks.membership import MAINSTREAM

SHARED_ABOVE = 250  # schools: a larger district may be cut in two


def units(schools: pd.DataFrame, places: pd.DataFrame, squares: Cells) -> pd.DataFrame:
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


def borders(squares: Cells) -> set[tuple[str, str]]:
    """Pairs of districts with squares side by side, both ways round."""
    grid = np.full((HIGH, WIDE), "", dtype="<U9")
    grid[squares.row, squares.column] = squares.district
    across = np.column_stack([grid[:, :-1].ravel(), grid[:, 1:].ravel()])
    up = np.column_stack([grid[:-1].ravel(), grid[1:].ravel()])
    pairs = np.concatenate([across, up])
    pairs = np.unique(pairs[(pairs != "").all(axis=1) & (pairs[:, 0] != pairs[:, 1])], axis=0)
    return {(str(one), str(other)) for one, other in pairs} | {(str(other), str(one)) for one, other in pairs}


def links(every: pd.DataFrame, beside: set[tuple[str, str]]) -> Links:
    """The neighbours of each unit in its region; an island belongs with the nearest district."""
    code = every["district"].tolist()
    found = {
        one: {
            other
            for other in range(len(code))
            if other != one and (code[one] == code[other] or (code[one], code[other]) in beside)
        }
        for one in range(len(code))
    }
    place = every[["easting", "northing"]].to_numpy(float)
    for one in [unit for unit, near in found.items() if not near]:
        apart = np.hypot(*(place - place[one]).T)
        apart[one] = np.inf
        found[one].add(int(apart.argmin()))
        found[int(apart.argmin())].add(one)
    return found
