"""The six areas of work: the share of schools with a network that offers each within reach."""

import numpy as np
import pandas as pd

from hubdata.measures.statistics.rates import with_rate
from hubdata.measures.statistics.totals import totals
from hubdata.schema import AREAS_OF_WORK


def offered(pairs: pd.DataFrame, roles: pd.DataFrame, schools: int) -> np.ndarray:
    """Whether each school has a network in its pairs that offers each area of work.

    Args:
        pairs: row (position of a school) and network, those in reach.
        roles: network and area_of_work, those offered on the day.
        schools: how many schools there are.

    Returns:
        True or false, a row a school and a column an area of work, in the order of AREAS_OF_WORK.
    """
    networks = pd.Index(pairs["network"].astype("str").unique())
    mine = roles.loc[roles["network"].astype("str").isin(networks) & roles["area_of_work"].isin(AREAS_OF_WORK)]
    offers = np.zeros((len(networks), len(AREAS_OF_WORK)), dtype=bool)
    area = pd.Index(AREAS_OF_WORK).get_indexer(mine["area_of_work"].astype("str"))
    offers[networks.get_indexer(mine["network"].astype("str")), area] = True
    found = np.zeros((schools, len(AREAS_OF_WORK)), dtype=bool)
    np.logical_or.at(found, pairs["row"].to_numpy(), offers[networks.get_indexer(pairs["network"].astype("str"))])
    return found


def roles_within(schools: pd.DataFrame, has: np.ndarray, by: list[str]) -> pd.DataFrame:
    """The share of schools with a provider of each area of work, for each group.

    Args:
        schools: one row each, with the columns of ``by``; only schools with a location.
        has: as ``offered``, a row a school.
        by: columns to group by; none gives one group.

    Returns:
        The columns of ``by``, role, schools, with_provider, rate, low, high, mark; the six in order for each group.
    """
    places = [f"area {number}" for number in range(len(AREAS_OF_WORK))]
    rows = schools[list(dict.fromkeys(by))].assign(schools=1, **dict(zip(places, has.T.astype("int64"), strict=True)))
    sums = totals(rows, by, ["schools", *places])
    tables = [
        sums[[*by, "schools"]].assign(role=role, with_provider=sums[place], group=range(len(sums)))
        for role, place in zip(AREAS_OF_WORK, places, strict=True)
    ]
    table = pd.concat(tables).sort_values("group", kind="stable", ignore_index=True)
    return with_rate(table[[*by, "role", "schools", "with_provider"]], "with_provider", "schools")
