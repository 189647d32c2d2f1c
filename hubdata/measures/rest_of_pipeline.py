"""Everybody outside a part, stage by stage: so that a part and the rest have nobody in common."""

import pandas as pd

from hubdata.measures.retention import number
from hubdata.schema.people import FOLLOWED_FROM, STAGES

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
