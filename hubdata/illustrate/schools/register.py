"""The register of schools: every open establishment, put together."""

import numpy as np
import pandas as pd

from hubdata.illustrate.chance import chance
from hubdata.illustrate.schools.admissions import admitted
from hubdata.illustrate.schools.inspections import inspected
from hubdata.illustrate.schools.meals import eligible
from hubdata.illustrate.schools.naming import named
from hubdata.illustrate.schools.others import others
from hubdata.illustrate.schools.pupils import counted
from hubdata.illustrate.schools.sectors import opened, typed
from hubdata.illustrate.schools.sites import sites
from hubdata.illustrate.schools.trusts import grouped

WORD = {"Primary": "Primary School", "Secondary": "School", "All-through": "School"}
CLOSING = 70  # open schools that are proposed to close


def register(land: pd.DataFrame, places: pd.DataFrame, seed: int) -> pd.DataFrame:
    """Open establishments in the order of authority and place, with the columns of ``schools`` but urn.

    Args:
        land: points of the ground with their class and density.
        places: the gazetteer, for the authorities' codes.
        seed: of the whole England.
    """
    population = typed(_described(sites(land, seed)), seed)
    population["pupils"] = counted(population, seed)
    population["word"] = population["phase"].map(WORD)
    rest = _described(others(land, seed))
    rest["opened"] = opened(rest["type_group"], chance(seed, "others opened"))
    every = pd.concat([population, rest.assign(merged=False)], ignore_index=True)
    every = every.merge(places[["district", "la_code"]], on="district", validate="m:1")
    every = every.sort_values(["la_code", "easting", "northing", "postcode"], ignore_index=True)
    every["fsm"] = _meals(every, seed)
    every = _closing(grouped(named(inspected(every, seed), seed), seed), seed)
    return every.assign(admissions=admitted(every, seed))


def _described(points: pd.DataFrame) -> pd.DataFrame:
    rural = np.where(points["ruc"].str.startswith("Rural"), "Rural", "Urban")
    return points.assign(rural=rural, ruc_vintage="RUC2011", town_density=points["town"]).drop(
        columns=["near", "town", "wide", "worth"]
    )


def _meals(every: pd.DataFrame, seed: int) -> np.ndarray:
    outside = every["type_group"].isin(["Independent schools", "Colleges", "Other types"])
    return np.where(outside, np.nan, eligible(every, seed))


def _closing(every: pd.DataFrame, seed: int) -> pd.DataFrame:
    chosen = chance(seed, "closing").choice(len(every), CLOSING, replace=False)
    status = np.full(len(every), "Open", object)
    status[chosen] = "Open, but proposed to close"
    return every.assign(status=status, closed=np.datetime64("NaT"))
