"""What type of school each one is, and when it opened."""

from pathlib import Path

import numpy as np
import pandas as pd

from hubdata.illustrate.chance import chance
from hubdata.illustrate.schools.quotas import shared

TYPES = Path(__file__).with_name("types.csv")
CHURCH = ("Voluntary aided school", "Voluntary controlled school")
CHURCH_IN_THE_COUNTRY = 2.2  # how much likelier a rural place is to hold a church school
MERGED = 210  # primaries
MIDDLE_AUTHORITIES = 9
MIDDLES = {"Primary": ("Middle deemed primary", 12), "Secondary": ("Middle deemed secondary", 92)}


def typed(schools: pd.DataFrame, seed: int) -> pd.DataFrame:
    """The schools with type, type_group, published_phase, opened and merged; shares by phase as in ``types.csv``."""
    luck = chance(seed, "types")
    kinds = pd.read_csv(TYPES)
    found = pd.concat([_of_phase(group, kinds, luck) for _, group in schools.groupby("phase", sort=True)]).sort_index()
    found["published_phase"] = _published_phase(found, luck)
    return _merged(found.assign(opened=opened(found["type_group"], luck)), luck)


def _merged(schools: pd.DataFrame, luck: np.random.Generator) -> pd.DataFrame:
    """Some community primaries opened when infants and juniors joined; ``merged`` says which."""
    able = np.flatnonzero((schools["type"] == "Community school") & (schools["phase"] == "Primary"))
    rows = np.sort(luck.choice(able, MERGED, replace=False))
    found = schools.assign(merged=False)
    found.iloc[rows, found.columns.get_loc("merged")] = True
    years = luck.integers(2011, 2021, MERGED)
    found.iloc[rows, found.columns.get_loc("opened")] = pd.to_datetime([f"{year}-09-01" for year in years])
    return found


def _of_phase(schools: pd.DataFrame, kinds: pd.DataFrame, luck: np.random.Generator) -> pd.DataFrame:
    kinds = kinds[kinds["phase"] == schools["phase"].iloc[0]]
    counts = shared(kinds["share"].to_numpy(float), len(schools))
    keen = luck.random(len(schools)) ** np.where(schools["ruc"].str.startswith("Rural"), 1 / CHURCH_IN_THE_COUNTRY, 1)
    church_first = np.argsort(~kinds["type"].isin(CHURCH).to_numpy(), kind="stable")
    churches = counts[kinds["type"].isin(CHURCH).to_numpy()].sum()
    order = np.argsort(-keen, kind="stable")
    order = np.concatenate([luck.permutation(order[:churches]), luck.permutation(order[churches:])])
    place = np.empty(len(schools), int)
    place[order] = np.repeat(church_first, counts[church_first])
    chosen = kinds.iloc[place]
    return schools.assign(type=chosen["type"].to_numpy(), type_group=chosen["type_group"].to_numpy())


def _published_phase(schools: pd.DataFrame, luck: np.random.Generator) -> pd.Series:
    """The phase as printed: in a few authorities some schools are middle schools, deemed primary or secondary."""
    printed = schools["phase"].copy()
    authorities = luck.choice(np.unique(schools.loc[schools["region"] != "London", "la"]), MIDDLE_AUTHORITIES, False)
    for phase, (name, count) in MIDDLES.items():
        there = schools.index[(schools["phase"] == phase) & schools["la"].isin(authorities)]
        printed[luck.choice(there, min(count, len(there)), replace=False)] = name
    return printed


def opened(type_group: pd.Series, luck: np.random.Generator) -> np.ndarray:
    """The day each opened: academies since 2010, free schools since 2011, others long ago or not known."""
    months = (luck.beta(1.1, 1.9, len(type_group)) * 132).astype(int)
    academy = np.datetime64("2010-09") + months.astype("timedelta64[M]")
    free = np.datetime64("2011-09") + (12 * (months // 14)).astype("timedelta64[M]")
    old = np.datetime64("1948-09") + (12 * (months % 60)).astype("timedelta64[M]")
    old = np.where(luck.random(len(type_group)) < 0.6, np.datetime64("NaT"), old.astype("datetime64[D]"))
    return np.select(
        [type_group == "Academies", type_group == "Free Schools"],
        [academy.astype("datetime64[D]"), free.astype("datetime64[D]")],
        old,
    )
