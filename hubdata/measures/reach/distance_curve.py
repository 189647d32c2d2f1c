"""The distance curve: the share of schools of each group within every distance."""

import numpy as np
import pandas as pd

from hubdata.measures.reach.distance import EXACT, METRES
from hubdata.measures.statistics.rates import ends


def distance_curve(schools: pd.DataFrame, by: list[str], to: float = 30.0, step: float = 0.5) -> pd.DataFrame:
    """How many schools of each group have a lead within 0, step, 2 step … ``to`` kilometres.

    Args:
        schools: one row each, with km (distance to the nearest lead; schools without one are left out) and ``by``.
        by: columns to group by; none gives one curve.
        to: the last distance, kilometres.
        step: the distance between two points of the curve, kilometres.

    Returns:
        The columns of ``by``, km, reached, schools, rate, low, high (empty: a full count): a row a group and distance.
    """
    known = schools.loc[schools["km"].notna()]
    if known.empty:
        return pd.DataFrame(columns=[*by, "km", "reached", "schools", "rate", "low", "high"])
    marks = np.round(np.arange(0, to + step / 2, step), EXACT)
    bins = np.searchsorted(np.round(marks * METRES, EXACT), np.round(known["km"].to_numpy() * METRES, EXACT))
    number, groups = _groups(known, by)
    counts = np.zeros((len(groups), len(marks) + 1), dtype="int64")
    np.add.at(counts, (number, bins), 1)
    reached = counts.cumsum(axis=1)
    table = groups.loc[groups.index.repeat(len(marks))].reset_index(drop=True)
    table = table.assign(km=np.tile(marks, len(groups)), reached=reached[:, :-1].ravel())
    table["schools"] = reached[:, -1].repeat(len(marks))
    low, high = ends(table["reached"], table["schools"], sampled=False)
    return table.assign(rate=table["reached"] / table["schools"], low=low, high=high)


def _groups(rows: pd.DataFrame, by: list[str]) -> tuple[np.ndarray, pd.DataFrame]:
    """The number of each row's group and, in that order, the groups."""
    if not by:
        return np.zeros(len(rows), dtype=int), pd.DataFrame(index=range(1))
    grouped = rows.groupby(by, observed=True, dropna=False)
    number = grouped.ngroup().to_numpy()
    first = pd.Series(np.arange(len(rows))).groupby(number).first()
    return number, rows[by].iloc[first.to_numpy()].reset_index(drop=True)
