"""Reach: the four definitions of a school being reached, and the share of schools that are."""

import pandas as pd

from hubdata.measures.reach.distance import at_most
from hubdata.measures.statistics.rates import with_rate, with_weighted_rate
from hubdata.measures.statistics.totals import totals

DEFINITIONS = ("within", "lead", "member", "supported")


def within(km: pd.Series, radius: float) -> pd.Series:
    """Whether the nearest lead is at most ``radius`` km away; missing where the distance is unknown."""
    return pd.Series(at_most(km, radius), index=km.index).astype("boolean").where(km.notna())


def among(urns: pd.Series, chosen: pd.Series) -> pd.Series:
    """Whether each URN is one of the chosen; never missing."""
    return urns.isin(set(chosen.dropna())).astype("boolean")


def share(
    population: pd.DataFrame, reached: pd.Series, by: list[str], weight: str = "schools", *, sampled: bool = False
) -> pd.DataFrame:
    """How many schools of each group are reached, with the rate, and its interval where what reaches is sampled.

    Args:
        population: the schools, one row each, with the columns of ``by`` and pupils.
        reached: true, false, or missing where nobody can say; those are left out of both counts. Index as population.
        by: columns to group by; none gives one row.
        weight: ``schools`` counts schools; ``pupils`` counts pupils and leaves out schools without a headcount.
        sampled: whether who is reached could have gone otherwise, as support that was asked for; a full count has no
            interval.

    Returns:
        The columns of ``by``, then reached, schools, rate, low, high, mark. A group without a school has no row.
    """
    counts = weighed(population, reached, by, weight)
    if weight != "schools":
        return with_weighted_rate(counts, sampled=sampled)
    return with_rate(counts.drop(columns="squares"), sampled=sampled)


def share_by_day(
    population: pd.DataFrame, reached: pd.DataFrame, by: list[str], weight: str, *, sampled: bool = False
) -> pd.DataFrame:
    """As ``share`` for several days at once: ``reached`` has a column a day.

    Returns:
        as_at, the columns of ``by``, then reached, schools, rate, low, high, mark, day by day.
    """
    heads = population["pupils"].astype("Int64").fillna(0).to_numpy(dtype="int64")
    weights = (heads if weight == "pupils" else heads * 0 + 1)[:, None]
    known = weights * reached.notna().to_numpy()
    hit = known * reached.to_numpy(dtype=float, na_value=0.0).astype("int64")
    parts = {"reached": hit, "schools": known, "squares": known.astype(float) ** 2}
    names = {part: [f"{part} {place}" for place in range(reached.shape[1])] for part in parts}
    columns = {name: values[:, place] for part, values in parts.items() for place, name in enumerate(names[part])}
    sums = totals(population[by].assign(**columns), by, list(columns))
    days = []
    for place, day in enumerate(reached.columns):
        own = sums[[*by, *(f"{part} {place}" for part in parts)]].set_axis([*by, *parts], axis=1)
        own.insert(0, "as_at", day)
        days.append(own.loc[own["schools"] > 0])
    counts = pd.concat(days, ignore_index=True)
    if weight != "schools":
        return with_weighted_rate(counts, sampled=sampled)
    return with_rate(counts.drop(columns="squares"), sampled=sampled)


def weighed(population: pd.DataFrame, reached: pd.Series, by: list[str], weight: str = "schools") -> pd.DataFrame:
    """The counts behind ``share``: the columns of ``by``, reached, schools and squares, the sum of squared weights."""
    known = reached.notna().to_numpy()
    counted = population.loc[known, list(dict.fromkeys([*by, "pupils"]))]
    hit = reached.to_numpy(dtype=float, na_value=0.0)[known].astype("int64")
    heads = counted["pupils"].astype("Int64").fillna(0).to_numpy(dtype="int64")
    weights = heads if weight == "pupils" else heads * 0 + 1
    rows = counted.assign(reached=weights * hit, schools=weights, squares=weights.astype(float) ** 2)
    return totals(rows.loc[weights > 0], by, ["reached", "schools", "squares"])
