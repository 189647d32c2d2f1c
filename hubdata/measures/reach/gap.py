"""The gap: how often schools of one kind are reached against another, within each group."""

import numpy as np
import pandas as pd

from hubdata.measures.statistics.intervals import difference, ratio
from hubdata.measures.statistics.rates import effective
from hubdata.measures.statistics.totals import totals

CONTRASTS = {"rural": ("Rural", "Urban"), "phase": ("Primary", "Secondary")}
INTERVALS = [f"{name}{end}" for name in ("ratio", "difference") for end in ("", "_low", "_high")]
COUNTS = ["reached_a", "schools_a", "reached_b", "schools_b"]


def gap(
    population: pd.DataFrame,
    reached: pd.Series,
    by: list[str],
    contrast: str = "rural",
    weight: str = "schools",
    *,
    sampled: bool = False,
) -> pd.DataFrame:
    """Side a of a contrast against side b: Rural against Urban, or Primary against Secondary.

    Args:
        population: the schools, one row each, with pupils, the column of the contrast and those of ``by``.
        reached: true, false, or missing where nobody can say; those are left out.
        by: columns to group by; none gives one row.
        contrast: ``rural`` or ``phase``; schools on neither side are left out.
        weight: ``schools`` counts schools. ``pupils`` counts pupils, leaves out schools without a headcount and takes
            the intervals at Kish's effective number of schools of each side.
        sampled: whether who is reached could have gone otherwise; a full count has no interval.

    Returns:
        The columns of ``by``, then reached_a, schools_a, reached_b, schools_b, ratio (a over b, log-method interval
        ratio_low to ratio_high) and difference (a less b, Newcombe interval difference_low to difference_high).
        A group with no school on either side has no row; what cannot be worked out is missing.
    """
    sums = sides(population, reached, by, contrast, weight)
    sums = sums.loc[(sums["schools_a"] + sums["schools_b"]) > 0].reset_index(drop=True)
    trials = {side: _trials(sums, side, weight) for side in "ab"}
    whole = {side: sums[f"schools_{side}"].where(sums[f"schools_{side}"] > 0) for side in "ab"}
    hits = {side: sums[f"reached_{side}"] / whole[side] * trials[side] for side in "ab"}
    counted = [value.fillna(0) for side in "ab" for value in (hits[side], trials[side])]
    found = dict(zip(INTERVALS, (*ratio(*counted), *difference(*counted)), strict=True))
    if not sampled:
        found |= {name: np.nan for name in INTERVALS if name.endswith(("_low", "_high"))}
    return sums[[*by, *COUNTS]].assign(**found)


def sides(population: pd.DataFrame, reached: pd.Series, by: list[str], contrast: str, weight: str) -> pd.DataFrame:
    """Reached, schools and squared weights of each side of a contrast, suffixed _a and _b, for each group."""
    known = reached.notna().to_numpy()
    rows = population.loc[known, list(dict.fromkeys(by))].copy()
    hit = reached.to_numpy(dtype=float, na_value=0.0)[known].astype("int64")
    heads = population.loc[known, "pupils"].astype("Int64").fillna(0).to_numpy(dtype="int64")
    weights = heads if weight == "pupils" else heads * 0 + 1
    for side, code in zip("ab", CONTRASTS[contrast], strict=True):
        mine = weights * (population.loc[known, contrast] == code).fillna(False).to_numpy(dtype=bool)
        rows[f"reached_{side}"], rows[f"schools_{side}"] = mine * hit, mine
        rows[f"squares_{side}"] = mine.astype(float) ** 2
    return totals(rows, by, [*COUNTS, "squares_a", "squares_b"])


def _trials(sums: pd.DataFrame, side: str, weight: str) -> pd.Series:
    """What the intervals take as the number of independent schools on a side."""
    if weight == "schools":
        return sums[f"schools_{side}"].astype(float)
    return effective(sums[f"schools_{side}"], sums[f"squares_{side}"])
