"""Vacancies of schools added up for an area, with what is not known kept apart."""

from collections.abc import Sequence

import pandas as pd

from hubdata.measures.people.differences import against_the_rest, counts
from hubdata.measures.people.retention import number as numbers_of
from hubdata.measures.statistics.rates import wilson
from hubdata.measures.statistics.totals import totals

COLUMNS = ["schools", "known", "vacancies", "temporary", "per_100_schools", "with_vacancy", "rate", "low", "high"]


def vacancies(schools: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Vacant posts of each group and the share of schools that have one.

    Args:
        schools: the columns of ``by``, vacancies and temporary (posts; missing where a school's are not known), a row
            a school.
        by: columns to group by.

    Returns:
        The columns of ``by``, then schools, known (schools whose vacancies are known), vacancies, temporary,
        per_100_schools, with_vacancy, rate, low, high (95% Wilson). Shares are over the known schools and missing where
        there is none: an unknown school is never a school without vacancies.
    """
    known = schools["vacancies"].notna()
    counted = schools.assign(schools=1, known=known.astype(int), with_vacancy=(schools["vacancies"] > 0).astype(int))
    counted = counted.astype({"vacancies": float, "temporary": float})
    sums = totals(counted, list(by), ["schools", "known", "vacancies", "temporary", "with_vacancy"])
    low, high = wilson(sums["with_vacancy"], sums["known"])
    base = sums["known"].where(sums["known"] > 0)
    rates = {"per_100_schools": 100 * sums["vacancies"] / base, "rate": sums["with_vacancy"] / base}
    posts = {name: _whole(sums[name]) for name in ("vacancies", "temporary")}
    return sums.assign(**rates, **posts, low=low, high=high)[[*by, *COLUMNS]]


def _whole(values: pd.Series) -> pd.Series:
    """Counts as whole numbers, unless somebody printed parts of a post."""
    return values.astype("Int64") if (values.dropna() % 1 == 0).all() else values


def standing_out(table: pd.DataFrame) -> pd.Series:
    """The verdict on each area's share of schools with a vacant post, against all the others together.

    Args:
        table: what ``vacancies`` returned for every area of a kind, which together are the whole.

    Returns:
        One of ``statistics.verdicts.VERDICTS`` an area, as ``measures.people.differences.against_the_rest`` finds it.
    """
    part, whole = numbers_of(table["with_vacancy"]), numbers_of(table["known"])
    sides = [counts(part, whole), counts(part.sum() - part, whole.sum() - whole)]
    return against_the_rest(*sides)[0]["verdict"]


def supply(people: pd.DataFrame, schools: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Newly qualified teachers for every hundred schools of an area.

    Args:
        people: the columns of ``by`` and people, a row an area.
        schools: the population with the columns of ``by``.
        by: region or la.

    Returns:
        The columns of ``by``, people, schools, per_100_schools; an area without a school has no row, one whose people
        are hidden or unknown keeps its row without a rate.
    """
    plain = schools.astype(dict.fromkeys(by, "str"))
    counts = plain.groupby(list(by)).size().rename("schools").reset_index()
    both = counts.merge(people.astype(dict.fromkeys(by, "str"))[[*by, "people"]], on=list(by), how="left")
    return both.assign(per_100_schools=100 * both["people"].astype("Float64") / both["schools"])[
        [*by, "people", "schools", "per_100_schools"]
    ]
