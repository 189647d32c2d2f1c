"""Two pipelines beside each other: the share of those who started at each stage, and what their difference allows."""

import pandas as pd

from hubdata.measures.people.differences import contrast
from hubdata.measures.people.retention import number
from hubdata.measures.statistics.rates import wilson
from hubdata.schema.people import FOLLOWED_FROM, STAGES

COLUMNS = ["people", "of_first", "low", "high"]


def side_by_side(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """Each stage from the start of training, for two groups of people who have nobody in common.

    Args:
        first: what ``measures.people.pipeline.pipeline`` returned for one group, without a grouping.
        second: the same for the other.

    Returns:
        stage; people_a, of_first_a, low_a, high_a (share of those who started, with Wilson's 95% interval) and the same
        for b; difference (a less b), difference_low, difference_high (Newcombe) and verdict (``differences.contrast``;
        empty at the start and where a number is missing); mark, the reason. Shares are missing where nobody started.
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
    kept.loc[(kept.index == FOLLOWED_FROM) | apart["difference"].isna(), "verdict"] = ""
    return kept.assign(mark=mark).reset_index()


def _shares(table: pd.DataFrame) -> pd.DataFrame:
    """The stages from ``Starts`` on, by stage, with each one's share of the starters and its interval."""
    later = table.loc[table["stage"].isin(STAGES[STAGES.index(FOLLOWED_FROM) :])].set_index("stage")
    people = number(later["people"])
    starts = pd.Series(people.get(FOLLOWED_FROM, float("nan")), index=people.index)
    low, high = wilson(people, starts)
    share = people / starts.where(starts > 0)
    return later[["people", "mark"]].assign(of_first=share, low=low, high=high, starts=starts)


KEY = ["cohort", "stage"]


def rest_of(whole: pd.DataFrame, part: pd.DataFrame) -> pd.DataFrame:
    """The rows of table ``pipeline`` of everybody outside a part, cohort by cohort and stage by stage.

    Args:
        whole: rows of all, one a cohort and stage.
        part: rows of a part of them, likewise; a cohort or stage that it lacks is left out.

    Returns:
        The rows of ``whole`` with ``people`` less the part's; missing where either is missing, with the mark of the one
        that is. Where numbers were rounded before, a rest that would exceed its stage before is missing too, marked
        ``low reliability``.
    """
    both = whole.astype({"stage": "str"}).merge(
        part.astype({"stage": "str"})[[*KEY, "people", "mark"]], on=KEY, suffixes=("", "_part")
    )
    people = number(both["people"]) - number(both["people_part"])
    order = both["stage"].map(dict(zip(STAGES, range(len(STAGES)), strict=True)))
    ranked = both.assign(people=people, order=order).sort_values(["cohort", "order"], kind="stable")
    later = ranked.loc[ranked["order"] >= STAGES.index(FOLLOWED_FROM)]
    before = later.groupby("cohort")["people"].cummin().groupby(later["cohort"]).shift()
    above = (later["people"] > before).reindex(ranked.index, fill_value=False) | (ranked["people"] < 0)
    marks = both["mark"].fillna("").where(both["mark"].fillna("") != "", both["mark_part"].fillna(""))
    done = ranked.assign(people=ranked["people"].mask(above), mark=marks.reindex(ranked.index).mask(above, "u"))
    return done.drop(columns=["order", "people_part", "mark_part"]).sort_index()
