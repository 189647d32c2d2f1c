"""A programme's own counts of places, starts and jobs, made safe before anything else sees them."""

import pandas as pd

from hubdata.measures.disclosure import HIDDEN
from hubdata.measures.retention import number
from hubdata.measures.safe_counts import safe_cube
from hubdata.people import EMPLOYED_WHERE, FOLLOWED_FROM, GROUP_NAMES, STAGES

KEY = ["release", "cohort", *GROUP_NAMES]


def safe_stages(stages: pd.DataFrame) -> pd.DataFrame:
    """The rows of table ``pipeline`` with small numbers of people hidden and the rest rounded to 5.

    Places are no people and stay as they are. Applicants stand alone; from ``Starts`` on each stage is some of the one
    before and of all who started.

    Args:
        stages: unpublished rows of the table, each key once.

    Returns:
        The same rows in the same order, ``people`` missing with mark ``c`` where hidden.
    """
    plain = stages.astype(dict.fromkeys([*KEY, "stage"], "str")).assign(people=number(stages["people"]))
    wide = plain.pivot_table(index=KEY, columns="stage", values="people", aggfunc="first").reset_index()
    counts = _chain([name for name in wide if name not in (*KEY, "Places")])
    safe = safe_cube(wide, GROUP_NAMES, counts) if len(wide) and counts else wide
    kept = [safe[[*KEY]].assign(stage=name, shown=safe[name], hidden=safe[f"{name}_mark"]) for name in counts]
    both = plain[[*KEY, "stage"]].merge(pd.concat(kept) if kept else _nothing(), on=[*KEY, "stage"], how="left")
    apart = ~plain["stage"].isin(counts).to_numpy()
    people = both["shown"].astype("Int64").where(~apart, plain["people"].astype("Int64").to_numpy())
    marks = both["hidden"].fillna("").to_numpy()
    before = stages["mark"].astype("str").fillna("")
    return stages.assign(people=people.to_numpy(), mark=before.mask(marks == HIDDEN, HIDDEN))


def _chain(names: list[str]) -> dict[str, tuple[str, ...]]:
    """Each stage with the earlier ones whose people it is some of, the nearest first."""
    order = [stage for stage in STAGES if stage in names]
    followed = [stage for stage in order if STAGES.index(stage) >= STAGES.index(FOLLOWED_FROM)]
    wholes = {stage: tuple(dict.fromkeys((followed[i - 1], followed[0]))) for i, stage in enumerate(followed) if i}
    inside = {name: ("Employed",) for name in EMPLOYED_WHERE if name in names and "Employed" in followed}
    return {stage: wholes.get(stage, ()) for stage in order} | inside


def _nothing() -> pd.DataFrame:
    return pd.DataFrame(columns=[*KEY, "stage", "shown", "hidden"])
