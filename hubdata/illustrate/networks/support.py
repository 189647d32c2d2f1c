"""Support that was recorded, school by school and year by year, among the schools that alliances supported."""

import numpy as np
import pandas as pd

from hubdata.illustrate.chance import chance
from hubdata.illustrate.networks.membership import MAINSTREAM, NOT_GOOD
from hubdata.illustrate.published import count_on

KEY_YEAR, KEY = "2015/16", "2016-07-31"
YEARS = {
    "2013/14": 0.55,
    "2014/15": 0.5,
    KEY_YEAR: 0.0,
    "2016/17": 0.4,
    "2017/18": 0.38,
    "2018/19": 0.34,
    "2019/20": 0.24,
}
SECOND = 0.4  # of schools in two alliances that year, how many had support from both


def support(spells: pd.DataFrame, schools: pd.DataFrame, urn: np.ndarray, seed: int) -> pd.DataFrame:
    """Recorded support: network, urn and year.

    In 2015/16 as many schools received it as were published, and the published share of schools that were not good.
    For other years nobody published figures that stood; a share of ``YEARS`` of the schools in an alliance have it.

    Args:
        spells: columns network, row, since, until of supported schools.
        schools: open establishments by row; the population alone is recorded.
        urn: the number of each row.
        seed: of the whole England.
    """
    luck = chance(seed, "support")
    mainstream = np.flatnonzero(schools["phase"].isin(MAINSTREAM))
    weak = np.flatnonzero(schools["phase"].isin(MAINSTREAM) & schools["ofsted"].isin(NOT_GOOD))
    found = []
    for year, share in YEARS.items():
        first, last = f"{year[:4]}-09-01", f"{int(year[:4]) + 1}-08-31"
        active = spells[(spells["since"] <= last) & (spells["until"] >= first) & spells["row"].isin(mainstream)]
        rows = active["row"].unique()
        if year == KEY_YEAR:
            helped = _as_published(rows, weak, luck)
        else:
            helped = luck.choice(rows, int(share * len(rows)), replace=False)
        chosen = active[active["row"].isin(helped)].sort_values(["row", "since", "network"])
        also = chosen["row"].duplicated() & (luck.random(len(chosen)) > SECOND)
        found.append(chosen[~also].drop_duplicates(["network", "row"]).assign(year=year))
    every = pd.concat(found)
    return every.assign(urn=urn[every["row"]])[["network", "urn", "year"]].sort_values(
        ["year", "network", "urn"], ignore_index=True
    )


def _as_published(rows: np.ndarray, weak: np.ndarray, luck: np.random.Generator) -> np.ndarray:
    """Rows to be supported in the published year: so many that were not good, and so many in all."""
    wanted = count_on(KEY, "schools_that_received_support")
    percent = count_on(KEY, "percent_of_weak_schools_supported")
    not_good, fine = np.intersect1d(rows, weak), np.setdiff1d(rows, weak)
    first = round(percent / 100 * len(weak))
    return np.concatenate([luck.choice(not_good, first, False), luck.choice(fine, wanted - first, False)])
