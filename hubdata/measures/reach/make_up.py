"""What kinds of schools a group is made of: by phase, last headline grade, whether they select, and religion."""

from collections.abc import Iterator

import pandas as pd

from hubdata.measures.reach.governance import mix
from hubdata.measures.statistics.rates import with_rate
from hubdata.measures.statistics.totals import totals
from hubdata.schema import ADMISSIONS, PHASES, SELECTING

UNGRADED = "No grade"
GRADES = ("Outstanding", "Good", "Requires improvement", "Serious Weaknesses", "Special Measures", "Inadequate")
PHASE, GRADE, POLICY = "Phase", "Last headline grade", "Admissions policy"
CHARACTER = "Religious character"


def make_up(schools: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """The share of schools of each phase, of each last headline grade and of each admissions policy, in each group.

    Args:
        schools: one row each, with phase, ofsted (missing without a grade), admissions (missing where nobody says),
            religion (likewise; it may be absent) and the columns of ``by``.
        by: columns to group by; none gives one group.

    Returns:
        characteristic (Phase, Last headline grade, Admissions policy, Religious character), value, the columns of
        ``by``, count, schools (that the share is of), rate, low, high, mark; for each characteristic in the order of
        its values, then of the groups. Grades are those of inspections until headline grades ended in September 2024.
        A phase or grade that no school of a group has has no row. Shares of policies are of secondary and all-through
        schools whose policy is known, and nought is a row; a group without any such school has none. Shares of
        religious characters are of the schools whose character is known.
    """
    graded = schools["ofsted"].astype("str").where(schools["ofsted"].notna(), UNGRADED)
    other = sorted(set(graded) - {*GRADES, UNGRADED})
    kinds = {PHASE: (schools["phase"].astype("str"), PHASES), GRADE: (graded, (*GRADES, *other, UNGRADED))}
    tables = []
    for name, (values, order) in kinds.items():
        rows = schools.assign(value=pd.Categorical(values, categories=order, ordered=True))
        table = mix(rows, by, "value").sort_values(["value", *by], kind="stable")
        tables.append(table.assign(characteristic=name).astype({"value": "str"}))
    return pd.concat([*tables, *_policies(schools, by), *_characters(schools, by)], ignore_index=True)[
        ["characteristic", "value", *by, "count", "schools", "rate", "low", "high", "mark"]
    ]


def _policies(schools: pd.DataFrame, by: list[str]) -> Iterator[pd.DataFrame]:
    """Per policy: the schools of each group that have it, of those that could select and whose policy is known."""
    known = schools.loc[schools["phase"].isin(SELECTING) & schools["admissions"].notna()]
    flags = {policy: (known["admissions"] == policy).astype(int) for policy in ADMISSIONS}
    sums = totals(known.assign(schools=1, **flags), by, ["schools", *ADMISSIONS])
    for policy in ADMISSIONS:
        counted = sums[[*by, "schools"]].assign(characteristic=POLICY, value=policy, count=sums[policy])
        yield with_rate(counted, "count", "schools")


def _characters(schools: pd.DataFrame, by: list[str]) -> Iterator[pd.DataFrame]:
    """The schools of each group of each religious character, of those whose character is known, in its order."""
    if "religion" in schools and schools["religion"].notna().any():
        known = schools.loc[schools["religion"].notna()].astype({"religion": "str"})
        table = mix(known.assign(value=known["religion"]), by, "value").sort_values(["value", *by], kind="stable")
        yield table.assign(characteristic=CHARACTER)
