"""A programme's own counts of places, starts and jobs, made safe before anything else sees them."""

from collections.abc import Mapping

import pandas as pd

from hubdata.measures.disclosure.disclosure import HIDDEN
from hubdata.measures.disclosure.safe_counts import safe_cube
from hubdata.measures.people.retention import number
from hubdata.schema.people import ALL, EMPLOYED_WHERE, FOLLOWED_FROM, GROUP_NAMES, STAGES

KEY = ["release", "cohort", *GROUP_NAMES]


def safe_stages(stages: pd.DataFrame) -> pd.DataFrame:
    """The rows of table ``pipeline`` with small numbers of people hidden and the rest rounded to 5.

    Places are no people and stay as they are. Applicants stand alone; from ``Starts`` on each stage is some of the one
    before and of all who started.

    Args:
        stages: unpublished rows of the table, each key once.

    Returns:
        The rows and their totals (``with_totals``), ``people`` missing with mark ``c`` where hidden.
    """
    stages = with_totals(stages)
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


def with_totals(stages: pd.DataFrame) -> pd.DataFrame:
    """The rows and, where nobody gave them, their sums over each column that splits them: ``All`` in its place.

    A stage that one part of a sum lacks, or does not know, has no sum: it would not be of the same people.
    """
    rows = stages.astype(dict.fromkeys([*KEY, "stage"], "str")).astype({"people": "Int64"}).reset_index(drop=True)
    for name in GROUP_NAMES:
        split = rows.loc[(rows[name] != ALL) & rows["people"].notna()]
        if split.empty:
            continue
        above = [column for column in KEY if column != name]
        parts = split.groupby(above, sort=False)[name].transform("nunique")
        held = split.groupby([*above, "stage"], sort=False)[name].transform("nunique")
        grouped = split.loc[held == parts].assign(**{name: ALL}).groupby([*KEY, "stage"], sort=False)
        added = grouped.first().assign(people=grouped["people"].sum()).reset_index()[rows.columns]
        rows = pd.concat([rows, added.astype({"people": "Int64"})]).drop_duplicates([*KEY, "stage"])
    return rows.reset_index(drop=True)


def safe_rows(rows: pd.DataFrame, counts: Mapping[str, tuple[str, ...]]) -> pd.DataFrame:
    """Rows of counts that add up to nothing shown: small ones hidden, the rest rounded to 5.

    Args:
        rows: the counts of ``counts``, and ``mark`` where the table has it.
        counts: each count with those whose people it is some of.
    """
    plain = rows.assign(**{name: number(rows[name]) for name in counts}, cohort=range(len(rows)))
    safe = safe_cube(plain, (), counts)
    hidden = (safe[[f"{name}_mark" for name in counts]] == HIDDEN).any(axis=1)
    done = rows.assign(**{name: safe[name].to_numpy() for name in counts})
    return done.assign(mark=rows["mark"].mask(hidden, HIDDEN)) if "mark" in rows else done


def _chain(names: list[str]) -> dict[str, tuple[str, ...]]:
    """Each stage with the earlier ones whose people it is some of, the nearest first."""
    order = [stage for stage in STAGES if stage in names]
    followed = [stage for stage in order if STAGES.index(stage) >= STAGES.index(FOLLOWED_FROM)]
    wholes = {stage: tuple(dict.fromkeys((followed[i - 1], followed[0]))) for i, stage in enumerate(followed) if i}
    inside = {name: ("Employed",) for name in EMPLOYED_WHERE if name in names and "Employed" in followed}
    return {stage: wholes.get(stage, ()) for stage in order} | inside


def _nothing() -> pd.DataFrame:
    return pd.DataFrame(columns=[*KEY, "stage", "shown", "hidden"])
