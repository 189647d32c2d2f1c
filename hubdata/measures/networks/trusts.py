"""How large trusts are, and how many schools are in large ones."""

import numpy as np
import pandas as pd

from hubdata.measures.statistics.rates import with_rate
from hubdata.measures.statistics.totals import totals
from hubdata.schema import NOT_KNOWN


def sizes(population: pd.DataFrame, trust: pd.Series) -> pd.DataFrame:
    """The trust of each school, with how many schools and pupils of the population it has.

    Args:
        population: the schools, one row each, with trust_size (Not known where an academy's trust is not named) and
            pupils.
        trust: the identifier of each school's trust; missing for maintained schools and where not named.

    Returns:
        trust, trust_schools (0 outside trusts; missing where the trust is not known) and trust_pupils (published
        headcounts; missing where none of its schools has one or there is no trust). Index as the population.
    """
    outside = population["trust_size"].isin(("None", NOT_KNOWN))
    mine = trust.where(~outside)
    pupils = population["pupils"].astype("Float64").astype(float).groupby(mine).sum(min_count=1)
    schools = mine.map(mine.value_counts()).astype("Float64").fillna(0)
    unknown = population["trust_size"] == NOT_KNOWN
    return pd.DataFrame(
        {"trust": mine, "trust_schools": schools.mask(unknown).astype("Int64"), "trust_pupils": mine.map(pupils)}
    )


def in_large(schools: pd.DataFrame, by: list[str], k: int) -> pd.DataFrame:
    """How many schools of each group are in trusts of at least ``k`` schools.

    Args:
        schools: one row each, with the columns of ``sizes`` and of ``by``.
        by: columns to group by; none gives one row.
        k: the least size of a trust, schools of the population anywhere in England.

    Returns:
        The columns of ``by``, schools (those whose trust, or having none, is known), in_trusts, rate, low, high, mark,
        not_known (academies whose trust the data do not name, in no count before).
    """
    size = schools["trust_schools"]
    counted = schools[by].assign(
        schools=size.notna().astype("int64"),
        in_trusts=(size >= k).fillna(False).astype("int64"),
        not_known=size.isna().astype("int64"),
    )
    table = totals(counted, by, ["schools", "in_trusts", "not_known"])
    table = with_rate(table[[*by, "schools", "in_trusts", "not_known"]], "in_trusts", "schools")
    return table[[*by, "schools", "in_trusts", "rate", "low", "high", "mark", "not_known"]]


def trusts(schools: pd.DataFrame, by: list[str], k: int) -> pd.DataFrame:
    """As ``in_large``, with how large the trusts of each group are.

    Adds trusts (those with a school in the group), median_schools and median_pupils (half those trusts have fewer,
    counted over all England; missing where there is none).
    """
    return _with_medians(in_large(schools, by, k), schools, by)


def _with_medians(table: pd.DataFrame, schools: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    each = schools.loc[schools["trust"].notna()].drop_duplicates([*by, "trust"])
    each = each.assign(trust_schools=each["trust_schools"].astype(float), trust_pupils=each["trust_pupils"])
    if not by:
        middle = each[["trust_schools", "trust_pupils"]].median()
        found = {"trusts": len(each), "median_schools": middle.iloc[0], "median_pupils": middle.iloc[1]}
        return table.assign(**found)
    groups = each.groupby(by, observed=True, dropna=False)
    found = groups[["trust_schools", "trust_pupils"]].median().set_axis(["median_schools", "median_pupils"], axis=1)
    found.insert(0, "trusts", groups.size())
    table = table.merge(found.reset_index(), on=by, how="left")
    return table.assign(trusts=table["trusts"].fillna(0).astype("int64"))


DRAWS = 999
SEED = 2011
FEWEST = 5
COUNTED = ("in_trusts", "schools")


def two_kinds(areas: pd.DataFrame, side: pd.Series, draws: int = DRAWS, seed: int = SEED) -> pd.DataFrame:
    """The share of schools in large trusts in areas of one kind against the other, with its uncertainty.

    Schools of an area are in the same trusts together, so whole areas are drawn again with replacement, each kind from
    its own; the same seed gives the same interval.

    Args:
        areas: schools and in_trusts, one row an area.
        side: true for the areas of the first kind. Index as areas.
        draws: how often areas are drawn again.
        seed: of the draws.

    Returns:
        One row: areas_a, in_trusts_a, schools_a, areas_b, in_trusts_b, schools_b, difference (share a less share b),
        low and high (2.5% to 97.5% of the draws). The last three are missing where a kind has no school; the interval
        also where one has fewer than FEWEST areas, too few to draw from.
    """
    known = areas["schools"] > 0
    parts = {name: areas.loc[known & chosen] for name, chosen in (("a", side), ("b", ~side))}
    row: dict[str, float] = {}
    for name, mine in parts.items():
        row |= {f"areas_{name}": len(mine)} | {f"{column}_{name}": int(mine[column].sum()) for column in COUNTED}
    shares = [mine["in_trusts"].sum() / mine["schools"].sum() if len(mine) else np.nan for mine in parts.values()]
    low = high = np.nan
    if min(len(mine) for mine in parts.values()) >= FEWEST:
        chance = np.random.default_rng(seed)
        first, second = (_drawn(mine, draws, chance) for mine in parts.values())
        low, high = np.quantile(first - second, [0.025, 0.975])
    return pd.DataFrame([row | {"difference": shares[0] - shares[1], "low": low, "high": high}])


def _drawn(areas: pd.DataFrame, draws: int, chance: np.random.Generator) -> np.ndarray:
    """The share of each draw of as many areas as there are."""
    places = chance.integers(0, len(areas), (draws, len(areas)))
    part, whole = (areas[name].to_numpy(float)[places].sum(axis=1) for name in COUNTED)
    return part / whole
