"""Recruits against the target, and what moved the percentage: the target or the recruits."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from hubdata.measures.people.editions import newest
from hubdata.measures.people.retention import number
from hubdata.schema.people import ALL, NOT_YET, REASONS

KEY = ["year", "phase", "subject", "route"]
COLUMNS = ["target", "recruits", "of_target", "status", "release"]
PRIMARY = "Primary"


def recruitment(table: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Target, recruits and their ratio, each from the newest edition that prints it.

    Args:
        table: rows of table ``recruitment``, any editions.
        by: any of year, phase, subject, route. Without ``year`` the newest year whose recruits or percentage somebody
            prints. By subject, primary training is a subject of its own, as the census prints it.

    Returns:
        The columns of ``by``, then target, recruits, of_target (1 is the target), status, release (of the recruits or
        percentage, else of the target). The ratio is recruits over target where both are known, else as printed; a zero
        target has none. ``status`` says whose row it is, or why recruits are missing.
    """
    told = table.loc[table["recruits"].notna() | table["of_target"].notna(), "year"].astype("str").max()
    rows = _merged(_split(table, by), told)
    if "year" not in by and isinstance(told, str):
        rows = rows.loc[rows["year"] == told]
    return rows[[*by, *COLUMNS]].sort_values(list(by), ignore_index=True) if by else rows[COLUMNS]


def change(before: pd.Series, after: pd.Series) -> pd.Series:
    """The change of recruits over target between two years, split exactly in two.

    Args:
        before: target and recruits of one year.
        after: the same of a later year.

    Returns:
        change, from_recruits and from_target, in the ratio's own unit: each moves alone from the average of the two
        years' other term, so that the two parts add up to the change. Missing where a number is missing or a target 0.
    """
    target, later_target = (float(row["target"]) if row["target"] else np.nan for row in (before, after))
    recruits, later = float(before["recruits"]), float(after["recruits"])
    from_recruits = (later - recruits) * (1 / target + 1 / later_target) / 2
    from_target = (1 / later_target - 1 / target) * (recruits + later) / 2
    parts = {"change": later / later_target - recruits / target, "from_recruits": from_recruits}
    return pd.Series({**parts, "from_target": from_target})


def changes(table: pd.DataFrame, groups: Sequence[str]) -> pd.DataFrame:
    """``change`` from each year to the next, for each group.

    Args:
        table: what ``recruitment`` returned by year and ``groups``.
        groups: phase, subject or route; none for the whole.

    Returns:
        The groups, then from_year, year, change, from_recruits, from_target. A year without recruits or target has
        no row, nor has the first.
    """
    known = table.loc[table["target"].notna() & table["recruits"].notna() & (table["target"] > 0)]
    known = known.astype({"target": float, "recruits": float}).sort_values([*groups, "year"])
    rows = []
    parts = known.groupby(list(groups), observed=True) if groups else [((), known)]
    for key, part in parts:
        for (_, earlier), (_, later) in zip(part.iloc[:-1].iterrows(), part.iloc[1:].iterrows(), strict=True):
            rows.append([*key, earlier["year"], later["year"], *change(earlier, later)])
    return pd.DataFrame(rows, columns=[*groups, "from_year", "year", "change", "from_recruits", "from_target"])


def _split(table: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    plain = table.astype(dict.fromkeys(KEY, "str"))
    if "subject" not in by:
        kept = (plain["subject"] == ALL) & ((plain["phase"] != ALL) if "phase" in by else (plain["phase"] == ALL))
    else:
        primary = (plain["phase"] == PRIMARY) & (plain["subject"] == ALL)
        plain = plain.assign(subject=plain["subject"].where(~primary, PRIMARY))
        kept = plain["subject"] != ALL
    routed = (plain["route"] != ALL) if "route" in by else (plain["route"] == ALL)
    return plain.loc[kept & routed]


def _merged(rows: pd.DataFrame, until: str) -> pd.DataFrame:
    """One row a key, each number from the newest edition that has it; ``until`` is the last year with recruits."""
    base = rows.drop_duplicates(KEY)[KEY].set_index(KEY)
    found = {name: _latest(rows, name) for name in ("target", "recruits", "of_target")}
    last = newest(rows, KEY).set_index(KEY)
    told = found["recruits"]["release"].reindex(base.index).fillna(found["of_target"]["release"].reindex(base.index))
    target, recruits = (found[name]["value"].reindex(base.index) for name in ("target", "recruits"))
    both = recruits / target.where(target > 0)
    printed = found["of_target"]["value"].reindex(base.index)
    table = base.assign(
        target=target.astype("Int64"),
        recruits=recruits.astype("Int64"),
        of_target=both.fillna(printed),
        status=_standing(last, recruits.notna() | printed.notna(), until),
        release=told.fillna(last["release"]),
    )
    return table.reset_index()


def _latest(rows: pd.DataFrame, name: str) -> pd.DataFrame:
    known = newest(rows.loc[rows[name].notna()], KEY)
    return pd.DataFrame(
        {**{k: known[k] for k in KEY}, "value": number(known[name]), "release": known["release"]}
    ).set_index(KEY)


def _standing(last: pd.DataFrame, known: pd.Series, until: str) -> pd.Series:
    to_come = pd.Series(False, index=last.index)
    if isinstance(until, str):
        to_come |= last.index.get_level_values("year") > until
    marks = last["mark"].astype("str").fillna("").replace("", "x").mask(to_come, NOT_YET)
    reasons = marks.map(lambda mark: REASONS.get(mark, mark))
    return last["status"].astype("str").where(known.reindex(last.index), reasons)
