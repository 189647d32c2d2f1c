"""Which schools led: outstanding ones, larger and oftener in towns, in the numbers of the published list of 2018."""

import numpy as np
import pandas as pd

from hubdata.illustrate.chance import chance
from hubdata.illustrate.published import published
from hubdata.illustrate.schools.quotas import quotas

COUNTRY = 0.62  # how likely a rural school is to lead, beside a town school of its rank in size
EVERYDAY = ("Primary", "Secondary")
OTHER = "special|referral|alternative"


def phase_groups(schools: pd.DataFrame) -> pd.Series:
    """The group that the published list counts each school in; missing for independent schools and services."""
    published_phase, kind = schools["published_phase"].astype(str), schools["type"].astype(str)
    group = published_phase.where(published_phase.isin(["Primary", "Secondary", "Nursery", "All-through", "16 plus"]))
    group = group.mask(published_phase.str.startswith("Middle"), "Middle")
    group = group.mask(kind.str.contains(OTHER, case=False), "Special and other")
    return group.where(schools["type_group"] != "Independent schools")


def keenness(schools: pd.DataFrame, seed: int) -> np.ndarray:
    """A number for each school, by chance and likelihood: those with the largest lead.

    Schools that came from a merger have minus infinity: they have no history of their own.
    """
    rank = schools.groupby(phase_groups(schools))["pupils"].rank(pct=True).fillna(0.5)
    weight = np.exp(1.6 * rank) * np.where(schools["rural"] == "Rural", COUNTRY, 1)
    keen = np.log(chance(seed, "keenness").random(len(schools))) / weight.to_numpy()
    return np.where(schools["merged"], -np.inf, keen)


def leads_of_2018(schools: pd.DataFrame, keen: np.ndarray) -> np.ndarray:
    """Row numbers of the schools on the list of 12 March 2018.

    By phase and by region they are as many as published, and as many local authorities have one.
    """
    listed, group = published("teaching_schools_2018"), phase_groups(schools)
    ranked = schools.assign(group=group, keen=keen, row=np.arange(len(schools)))
    ranked = ranked[(ranked["ofsted"] == "Outstanding") & group.notna() & ~ranked["la"].isin(barred(schools))]
    ranked = ranked[np.isfinite(ranked["keen"])].sort_values("keen", ascending=False)
    seen = pd.crosstab(ranked["group"], ranked["region"])
    wanted = quotas(seen, _column(listed, "phase"), _column(listed, "region"))
    return np.sort(np.concatenate([_of_region(ranked, wanted[region], region) for region in wanted.columns]))


def _column(listed: pd.DataFrame, by: str) -> pd.Series:
    return listed[listed["by"] == by].set_index("group")["teaching_schools"]


def barred(schools: pd.DataFrame) -> list[str]:
    """The authorities that never had a teaching school: those with the fewest schools."""
    figures = published("teaching_schools")
    covered = int(figures.loc[figures["measure"] == "authorities_with_a_teaching_school", "value"].iloc[0])
    sizes = schools.groupby("la").size().reset_index(name="schools").sort_values(["schools", "la"])
    return sizes["la"].head(len(sizes) - covered).tolist()


def _of_region(ranked: pd.DataFrame, wanted: pd.Series, region: str) -> np.ndarray:
    """One for each authority first, then the keenest until each phase has its number."""
    there = ranked[ranked["region"] == region]
    first = there[there["group"].isin(EVERYDAY)].drop_duplicates("la")["row"].tolist()
    chosen = []
    for group, count in wanted.items():
        phase = there[there["group"] == group]
        early = phase["row"].isin(first)
        order = np.concatenate([phase.loc[early, "row"], phase.loc[~early, "row"]])
        chosen.append(order[:count])
    return np.concatenate(chosen)
