"""The hubs that hold the areas: names, and the school that leads each."""

import numpy as np
import pandas as pd

from hubdata.illustrate.chance import chance
from hubdata.illustrate.networks.leads import EVERYDAY
from hubdata.illustrate.published import count_on
from hubdata.illustrate.schools.words import settlements

START = pd.Timestamp("2021-09-01")
KIND = "teaching_school_hub"


def hubs(areas: pd.DataFrame, schools: pd.DataFrame, leads: np.ndarray, seed: int) -> pd.DataFrame:
    """One row an area: network, kind, name, since, until, listed and row, the school that leads it.

    Some hubs hold two areas next to each other, so that there are as many names as published.

    Args:
        areas: columns network, district and region.
        schools: open establishments by row.
        leads: rows of schools that led an alliance to the end; a hub is led by one of them in its own districts.
        seed: of the whole England.
    """
    luck = chance(seed, "hubs")
    order = areas.drop_duplicates("network")[["network", "region"]].reset_index(drop=True)
    doubled = len(order) - count_on("2025-09-30", "teaching_school_hub_names")
    holder = _holders(order, doubled, luck)
    every = np.array(settlements(len(order), luck), object)
    names = np.array([f"{town} Teaching School Hub" for town in every], object)[holder]
    led = np.array(_led(order["network"], areas, schools, leads, luck))[holder]
    return order[["network"]].assign(kind=KIND, name=names, since=START, until=pd.NaT, listed=START, row=led)


def _holders(order: pd.DataFrame, doubled: int, luck: np.random.Generator) -> np.ndarray:
    """For each area the position of the area whose hub holds it: its own, or that of one before it."""
    holder = np.arange(len(order))
    follows = np.flatnonzero((order["region"] == order["region"].shift()).to_numpy())
    for one in luck.permutation(follows):
        if doubled and holder[one] == one and holder[one - 1] == one - 1 and (holder == one).sum() == 1:
            holder[one] = one - 1
            doubled -= 1
    return holder


def _led(
    order: pd.Series, areas: pd.DataFrame, schools: pd.DataFrame, leads: np.ndarray, luck: np.random.Generator
) -> list[int]:
    """A lead for each area, none twice: one that led an alliance there, else any outstanding school there."""
    outstanding = np.flatnonzero((schools["ofsted"] == "Outstanding") & schools["phase"].isin(EVERYDAY))
    home = schools["district"].to_numpy(object)
    found: list[int] = []
    for network in order:
        there = areas.loc[areas["network"] == network, "district"].tolist()
        for able in (leads, outstanding):
            choices = able[np.isin(home[able], there) & ~np.isin(able, found)]
            if len(choices):
                found.append(int(luck.choice(choices)))
                break
    return found
