"""The whole register, open and closed, with reference numbers from 900001, and who followed whom."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from hubdata.illustrate.chance import chance
from hubdata.illustrate.schools.closures import closed
from hubdata.illustrate.schools.gaps import lost

FIRST_URN = 900_001
PLANNED = 36


@dataclass(frozen=True)
class Register:
    """Every establishment; who followed whom; the number of each open row and of the school it replaced."""

    schools: pd.DataFrame
    links: pd.DataFrame
    urn: np.ndarray
    old_urn: np.ndarray


def numbered(schools: pd.DataFrame, spells: pd.DataFrame, seed: int) -> Register:
    """Give every establishment its number, in the order of authority and place.

    Args:
        schools: open establishments; row numbers are those of ``spells``.
        spells: columns row and since, of the schools that lead.
        seed: of the whole England.
    """
    first = spells.groupby("row")["since"].min()
    leading = first.index.to_numpy()
    schools = _early_academies(schools, leading, first.to_numpy())
    gone = closed(schools, leading, first.to_numpy(), seed)
    here = schools.assign(row=np.arange(len(schools)), successor=-1)
    every = pd.concat([here, _planned(here, seed), gone.assign(row=-1)], ignore_index=True)
    order = ["la_code", "easting", "northing", "postcode", "status", "name"]
    every = every.sort_values(order, ignore_index=True)
    every["urn"] = [str(FIRST_URN + number) for number in range(len(every))]
    urn = every[every["row"] >= 0].set_index("row")["urn"].sort_index()
    followed = every[every["successor"] >= 0]
    old = followed.drop_duplicates("successor").set_index("successor")["urn"].reindex(urn.index)
    return Register(lost(every, leading, seed), _links(followed, urn), urn.to_numpy(), old.to_numpy(object))


def _early_academies(schools: pd.DataFrame, leading: np.ndarray, since: np.ndarray) -> pd.DataFrame:
    """Leads that never were anything but academies or free schools opened before they led."""
    found = schools.copy()
    here = found.iloc[leading]
    late = (here["opened"].to_numpy() > since) & ~here["type"].str.startswith("Academy").to_numpy()
    found.loc[here.index[late], "opened"] = pd.Timestamp("2009-09-01")
    return found


def _planned(schools: pd.DataFrame, seed: int) -> pd.DataFrame:
    """Free schools that are proposed to open."""
    luck = chance(seed, "planned")
    rows = luck.choice(np.flatnonzero(schools["type"] == "Free schools"), PLANNED, replace=False)
    blank = {"pupils": np.nan, "fsm": np.nan, "ofsted": None, "ofsted_at": pd.NaT, "opened": pd.NaT, "row": -1}
    found = schools.iloc[rows]
    return found.assign(name="New " + found["name"], status="Proposed to open", **blank)


def _links(followed: pd.DataFrame, urn: pd.Series) -> pd.DataFrame:
    later = urn.loc[followed["successor"]].to_numpy()
    day = (followed["closed"] + pd.Timedelta(days=1)).to_numpy()
    forth = pd.DataFrame({"urn": followed["urn"].to_numpy(), "link_urn": later, "relation": "successor", "since": day})
    back = pd.DataFrame({"urn": later, "link_urn": followed["urn"].to_numpy(), "relation": "predecessor", "since": day})
    return pd.concat([forth, back]).sort_values(["urn", "link_urn", "relation"], ignore_index=True)
