"""Rates, gaps and the like in every lot, from whether each school is reached in each."""

import numpy as np
import pandas as pd

from hubdata.measures.reach.gap import CONTRASTS


def rates(flags: np.ndarray, rows: pd.DataFrame, by: list[str], weight: str = "schools") -> np.ndarray:
    """The rate of each group in every lot: a row a group, in the order of ``share``, and a column a lot.

    Args:
        flags: whether each school of the population is reached in each lot: a row a school, a column a lot.
        rows: the schools to count, one row for each group they fall in: place (the school's row in ``flags``), pupils,
            reached (missing where nobody can say; those are left out) and the columns of ``by``.
        by: columns to group by; none makes one group.
        weight: ``schools`` or ``pupils``, who are then counted; a school without a headcount is left out.
    """
    known = _counted(rows, weight)
    heads = _heads(known, weight)
    reached, whole = _sums(flags, known, by, heads)
    return reached / whole[:, None]


def differences(
    flags: np.ndarray, rows: pd.DataFrame, by: list[str], contrast: str, weight: str = "schools"
) -> np.ndarray:
    """The first side of a contrast less the second in every lot, in the order of ``gap``; arguments as ``rates``."""
    known = rows.loc[rows["reached"].notna()]
    heads = _heads(known, weight)
    sides = []
    for code in CONTRASTS[contrast]:
        mine = (known[contrast] == code).fillna(False).to_numpy(dtype=bool)
        sides.append(_sums(flags, known, by, heads * mine))
    (reached_a, whole_a), (reached_b, whole_b) = sides
    some = whole_a + whole_b > 0
    a, b = (
        reached[some] / np.where(whole[some] > 0, whole[some], np.nan)[:, None]
        for reached, whole in ((reached_a, whole_a), (reached_b, whole_b))
    )
    return a - b


def _counted(rows: pd.DataFrame, weight: str) -> pd.DataFrame:
    known = rows.loc[rows["reached"].notna()]
    return known.loc[_heads(known, weight) > 0]


def _heads(rows: pd.DataFrame, weight: str) -> np.ndarray:
    heads = rows["pupils"].astype("Int64").fillna(0).to_numpy(dtype="int64")
    return heads if weight == "pupils" else np.ones(len(rows), "int64")


def _sums(flags: np.ndarray, rows: pd.DataFrame, by: list[str], heads: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Heads reached in each group and lot, and all heads of each group."""
    grouped = rows.groupby(by, observed=True, dropna=False) if by else None
    codes = grouped.ngroup().to_numpy() if by else np.zeros(len(rows), int)
    size = grouped.ngroups if by else min(len(rows), 1)
    order = np.argsort(codes, kind="stable")
    many = np.bincount(codes, minlength=size)
    ends = many.cumsum()
    places, weight = rows["place"].to_numpy()[order], heads[order]
    found = np.zeros((size, flags.shape[1]))
    # Group by group: its schools fit in the processor's own memory, which one product over all of them does not.
    for group, (start, end) in enumerate(zip(ends - many, ends, strict=True)):
        found[group] = _reached(flags[places[start:end]], weight[start:end])
    return found, np.bincount(codes, heads, minlength=size)


def _reached(flags: np.ndarray, heads: np.ndarray) -> np.ndarray:
    """The heads of the flagged schools in every lot."""
    if heads.max(initial=0) <= 1:
        return flags[heads == 1].sum(axis=0, dtype=np.int32)
    return heads.astype(float) @ flags
