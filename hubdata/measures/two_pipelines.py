"""Two pipelines beside each other: the share of those who started at each stage, and what their difference allows."""

import pandas as pd

from hubdata.measures.comparison import contrast
from hubdata.measures.rates import wilson
from hubdata.measures.retention import number
from hubdata.schema.people import FOLLOWED_FROM, MARKS, STAGES

COLUMNS = ["people", "of_first", "low", "high"]


def side_by_side(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """Each stage from the start of training, for two groups of people who have nobody in common.

    Args:
        first: what ``measures.pipeline.pipeline`` returned for one group, without a grouping.
        second: the same for the other.

    Returns:
        stage; people_a, of_first_a, low_a, high_a (share of those who started, with Wilson's 95% interval) and the same
        for b; difference (a less b), difference_low, difference_high (Newcombe) and verdict (higher, lower, no clear
        difference, too few to say; empty at the start and where a number is missing for a reason); mark, that reason.
        Shares are missing where nobody started.
    """
    sides = {name: _shares(table) for name, table in (("a", first), ("b", second))}
    both = sides["a"].join(sides["b"], suffixes=("_a", "_b"), how="inner")
    rates = [
        both[[f"{name}_{side}" for name in ("starts", "of_first", "low", "high")]].set_axis(
            ["at_start", "rate", "low", "high"], axis=1
        )
        for side in "ab"
    ]
    apart = contrast(*rates).rename(columns={"low": "difference_low", "high": "difference_high"})
    mark = both["mark_a"].where(both["mark_a"] != "", both["mark_b"])
    kept = both[[f"{name}_{side}" for side in "ab" for name in COLUMNS]].join(apart)
    # Everybody who starts has started: no chance in it. What is missing for a reason has that reason, not a verdict.
    certain = [name for name in kept if name.startswith(("low", "high", "difference"))]
    kept.loc[kept.index == FOLLOWED_FROM, certain] = float("nan")
    kept.loc[(kept.index == FOLLOWED_FROM) | (mark.isin(MARKS) & apart["difference"].isna()), "verdict"] = ""
    return kept.assign(mark=mark).reset_index()


def _shares(table: pd.DataFrame) -> pd.DataFrame:
    """The stages from ``Starts`` on, by stage, with each one's share of the starters and its interval."""
    later = table.loc[table["stage"].isin(STAGES[STAGES.index(FOLLOWED_FROM) :])].set_index("stage")
    people = number(later["people"])
    starts = pd.Series(people.get(FOLLOWED_FROM, float("nan")), index=people.index)
    low, high = wilson(people, starts)
    share = people / starts.where(starts > 0)
    return later[["people", "mark"]].assign(of_first=share, low=low, high=high, starts=starts)
