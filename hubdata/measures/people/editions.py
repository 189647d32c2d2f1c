"""Rows of one grouping and of one edition: what is split by what, and which release is newest."""

from collections.abc import Sequence

import pandas as pd

from hubdata.schema.people import ALL

PUBLISHED = "published"
MADE_UP = "illustrative"


def split_by(table: pd.DataFrame, groups: Sequence[str], by: Sequence[str]) -> pd.DataFrame:
    """The rows split by exactly the columns of ``by`` and no other of ``groups``; none where nobody holds the split."""
    chosen = pd.Series(True, index=table.index)
    for name in groups:
        is_all = table[name] == ALL
        chosen &= ~is_all if name in by else is_all
    return table.loc[chosen]


def chosen_release(table: pd.DataFrame, release: str | None) -> pd.DataFrame:
    """The rows of the edition asked for.

    A name keeps that edition; ``published`` keeps every row that is not illustrative; None keeps illustrative rows
    alone where there are any, so that made-up and published figures are never drawn as one series, else every row.
    """
    made_up = table["status"] == MADE_UP
    if release == PUBLISHED:
        return table.loc[~made_up]
    if release:
        return table.loc[table["release"] == release]
    return table.loc[made_up] if made_up.any() else table


def newest(table: pd.DataFrame, key: Sequence[str]) -> pd.DataFrame:
    """One row a key: of several editions the newest by name. No rows in, no rows out."""
    ordered = table.assign(release=table["release"].astype("str")).sort_values("release", kind="stable")
    return ordered.drop_duplicates(list(key), keep="last").sort_index()


def superseded(table: pd.DataFrame, key: Sequence[str], value: str) -> pd.DataFrame:
    """Rows that a newer edition prints differently.

    Returns:
        The columns of ``key``, then release and ``value`` of the older row, newer_release and newer. A value missing in
        either edition is no difference.
    """
    last = newest(table, key)[[*key, "release", value]]
    both = table.astype({"release": "str"}).merge(last, on=list(key), suffixes=("", "_newer"))
    differs = both[value].notna() & both[f"{value}_newer"].notna() & (both[value] != both[f"{value}_newer"])
    named = both.loc[differs].rename(columns={"release_newer": "newer_release", f"{value}_newer": "newer"})
    return named[[*key, "release", value, "newer_release", "newer"]].reset_index(drop=True)
