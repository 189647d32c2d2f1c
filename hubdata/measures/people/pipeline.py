"""The way from a training place to the fifth year of teaching: people at each stage, and the share that goes on."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from hubdata.measures.people.retention import number
from hubdata.measures.statistics.rates import TOO_FEW, wilson
from hubdata.schema.people import FOLLOWED_FROM, STAGES

COLUMNS = ["stage", "people", "of_previous", "of_first", "low", "high", "mark"]
UNRELIABLE = "u"


def pipeline(stages: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """People at each stage, their share of the stage before and of those who started.

    Args:
        stages: rows of table ``pipeline``, one edition and one grouping: cohort, stage, people, followed, mark and the
            columns of ``by``.
        by: columns to group by. Without ``cohort`` pass only cohorts that reached every stage (see ``complete``): they
            are added up, and a stage that one of them hides is hidden.

    Returns:
        The columns of ``by``, then ``COLUMNS``, in the order of ``STAGES``. ``low`` and ``high`` are Wilson's 95%
        interval of ``of_previous`` and are missing unless these are some of the people of the stage before;
        ``of_first`` is of ``Starts`` and missing before it. ``mark`` is ``u`` where the stage before has under ten, or
        why ``people`` is missing. A group whose starts are zero has no shares.
    """
    rows = _summed(stages, by)
    group = rows.groupby(list(by), sort=False, observed=True, dropna=False).ngroup() if by else rows["order"] * 0
    before = rows["people"].groupby(group).shift()
    first = rows["people"].where(rows["stage"] == FOLLOWED_FROM).groupby(group).transform("max")
    after = rows["stage"].map(STAGES.index) >= STAGES.index(FOLLOWED_FROM)
    low, high = wilson(rows["people"].where(rows["followed"]), before)
    few = (before < TOO_FEW) & rows["followed"] & rows["people"].notna()
    table = rows.assign(
        of_previous=rows["people"] / before.where(before > 0),
        of_first=(rows["people"] / first.where(first > 0)).where(after),
        low=low.where(rows["followed"] & rows["people"].notna()),
        high=high.where(rows["followed"] & rows["people"].notna()),
        mark=rows["mark"].where(rows["people"].isna(), np.where(few, UNRELIABLE, "")),
        people=rows["people"].round().astype("Int64"),
    )
    return table[[*by, *COLUMNS]].reset_index(drop=True)


def is_one_cohort(stages: pd.DataFrame) -> bool:
    """Whether every stage after ``Starts`` follows the same people: only then may it be drawn as a funnel."""
    later = stages.loc[stages["stage"].isin(STAGES[STAGES.index(FOLLOWED_FROM) + 1 :])]
    return bool(len(later)) and bool(later["followed"].astype(bool).all())


def complete(stages: pd.DataFrame) -> list[str]:
    """The cohorts known at every stage that any cohort has reached, in order; from the rows of the whole country."""
    known = stages.loc[stages["people"].notna() & stages["stage"].isin(STAGES)]
    reached = set(known["stage"].astype("str"))
    held = known.groupby(known["cohort"].astype("str"))["stage"].agg(set)
    return sorted(cohort for cohort, stages_held in held.items() if reached <= stages_held)


def _summed(stages: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """One row a group and stage, in the order of the stages; missing where any of its cohorts is."""
    chain = stages.loc[stages["stage"].isin(STAGES)]
    chain = chain.assign(
        order=chain["stage"].astype("str").map(STAGES.index).astype(int),
        people=number(chain["people"]),
        mark=chain["mark"].astype("str").fillna(""),
        followed=chain["followed"].astype(bool),
    ).sort_values(["order", "mark"])
    grouped = chain.groupby([*by, "order"], observed=True, dropna=False, sort=True)
    whole = grouped["people"].sum().where(grouped["people"].count() == grouped.size())
    rows = grouped.agg(mark=("mark", "last"), followed=("followed", "all")).assign(people=whole).reset_index()
    return rows.assign(stage=rows["order"].map(dict(enumerate(STAGES))))
