"""Who of the made-up teachers is in service in each census, calibrated to the published rates of each cohort."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from hubdata.illustrate.people.figures import figures
from hubdata.illustrate.people.trainees import APPRENTICE, DIRECT_PAID, LAST, POTENTIAL

CENSUS = LAST
LONGEST = 13
# A cohort of ordinary years: in service after 1, 2, … 13 years. Published years bend it.
USUAL = np.array([0.872, 0.812, 0.763, 0.725, 0.695, 0.668, 0.645, 0.623, 0.603, 0.585, 0.571, 0.560, 0.551])
BACK = 0.07
LEAVING = {POTENTIAL: 0.45, DIRECT_PAID: -0.2, APPRENTICE: -0.1}


@dataclass(frozen=True)
class Service:
    """For each trainee (by row) and year after qualifying (by column): in service, and never left so far.

    Years that the newest census has not reached are False; ``seen`` says which they are, by cohort.
    """

    present: np.ndarray
    stayed: np.ndarray

    @staticmethod
    def seen(cohort: int) -> int:
        """How many years after qualifying a cohort has been seen."""
        return min(CENSUS - cohort, LONGEST)


def rates(cohort: int) -> np.ndarray:
    """The in-service rate of a cohort after 1, 2, … years: published where it is, the usual curve bent to fit between.

    The newest edition of a figure counts. Between published years the ratio to the usual curve is interpolated; beyond
    them it stays.
    """
    told = figures("retention")
    mine = told.loc[(told["base"] == "teachers") & (told["cohort"] == str(cohort))].sort_values("release")
    newest = mine.drop_duplicates("years", keep="last").sort_values("years")
    newest = newest.loc[newest["years"] <= LONGEST]
    if newest.empty:
        return USUAL
    at = newest["years"].to_numpy()
    ratio = np.interp(np.arange(1, LONGEST + 1), at, np.log(newest["percent"].to_numpy() / 100 / USUAL[at - 1]))
    return USUAL * np.exp(ratio)


def served(trained: pd.DataFrame, rng: np.random.Generator) -> Service:
    """Service of everybody employed; the share in service each year is the calibrated rate, to the nearest person."""
    present = np.zeros((len(trained), LONGEST), bool)
    stayed = np.zeros((len(trained), LONGEST), bool)
    pull = _pull(trained, rng)
    for cohort, rows in trained.loc[trained["employed"]].groupby("cohort").indices.items():
        at = np.flatnonzero(trained["employed"].to_numpy())[rows]
        here, never = np.ones(len(at), bool), np.ones(len(at), bool)
        for year, rate in enumerate(rates(cohort)[: Service.seen(cohort)]):
            here = _next(here, round(rate * len(at)), pull[at], rng)
            never &= here
            present[at, year], stayed[at, year] = here, never
    return Service(present, stayed)


def _next(here: np.ndarray, wanted: int, pull: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Who is in service a year later: a few come back, as many leave as the rate asks, likelier the stronger pull."""
    away = np.flatnonzero(~here)
    back = rng.permutation(away)[: round(BACK * len(away))]
    able = np.flatnonzero(here)
    leaving = len(able) + len(back) - wanted
    # Exponential clocks: the first to ring leave, which draws without replacement by weight.
    clock = rng.exponential(1.0, len(able)) / np.exp(pull[able])
    now = here.copy()
    now[able[np.argsort(clock, kind="stable")[: max(0, leaving)]]] = False
    now[back] = True
    return now


def _pull(trained: pd.DataFrame, rng: np.random.Generator) -> np.ndarray:
    """How strongly each is drawn to leave: by phase, place, route and the network that trained them."""
    networks = sorted(trained["network"].dropna().unique())
    own = dict(zip(networks, rng.normal(-0.06, 0.16, len(networks)), strict=True))
    return (
        np.where(trained["phase"] == "Secondary", 0.14, 0.0)
        + np.where(trained["region"] == "London", 0.16, 0.0)
        + np.where(trained["rural"] == "Rural", -0.07, 0.0)
        + trained["route"].map(LEAVING).fillna(0.0).to_numpy()
        + trained["network"].map(own).fillna(0.0).to_numpy()
    )
