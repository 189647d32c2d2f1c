"""A cube of counts of people made safe: every grouping, its totals and its shares together, cohort by cohort."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from hubdata.measures.audit import Equation, Shown
from hubdata.measures.disclosure import HIDDEN, protect, small_share
from hubdata.people import ALL


def safe_cube(
    cube: pd.DataFrame, groups: Sequence[str], base: str, counts: Sequence[str], within: Mapping[str, str] | None = None
) -> pd.DataFrame:
    """The cube with small numbers hidden and the rest rounded to 5.

    Args:
        cube: one row a cohort and group: cohort, the columns of ``groups`` (``All`` where not split), the count ``base``
            and counts that are each some of its people. Not yet observable counts are missing.
        groups: the columns that split.
        base: the column of people that shares are of.
        counts: the columns to protect beside it.
        within: the region of each ``la``, where both are groups: an authority's people are among its region's.

    Returns:
        The cube with ``base`` and ``counts`` as shown, missing where hidden, and for each a column ``<name>_mark``, ``c``
        where hidden. Rows in the order given.
    """
    parts = [_cohort(part, groups, base, counts, within or {}) for _, part in cube.groupby("cohort", sort=False)]
    return pd.concat(parts).loc[cube.index] if parts else cube


def _cohort(
    rows: pd.DataFrame, groups: Sequence[str], base: str, counts: Sequence[str], within: Mapping[str, str]
) -> pd.DataFrame:
    sums = totals_of(rows, groups, within)
    whole = rows[base].to_numpy(float, na_value=np.nan)
    shown_base = protect(whole, sums)
    found = {base: shown_base}
    for name in counts:
        found[name] = _share(rows[name].to_numpy(float, na_value=np.nan), whole, shown_base, sums)
    safe = rows.copy()
    for name, shown in found.items():
        safe[name] = pd.array(np.where(np.isnan(shown.values), None, shown.values), dtype="Int64")
        safe[f"{name}_mark"] = np.where(shown.hidden, HIDDEN, "")
    return safe


def _share(part: np.ndarray, whole: np.ndarray, shown_base: Shown, sums: list[Equation]) -> Shown:
    """A count that is some of ``whole``, protected together with the rest of ``whole``, which anybody can subtract."""
    size = len(part)
    rest = whole - part
    ties = [Equation(2 * size + row, (row, size + row)) for row in range(size)]
    ties += [Equation(at + eq.total, tuple(at + cell for cell in eq.parts)) for at in (0, size) for eq in sums]
    ties += [Equation(2 * size + eq.total, tuple(2 * size + cell for cell in eq.parts)) for eq in sums]
    telling = small_share(part, whole)
    also = np.concatenate([telling, telling, np.zeros(size, bool)])
    undecided = np.full(2 * size, np.nan)
    settled = Shown(
        np.concatenate([undecided, shown_base.values]),
        np.concatenate([np.zeros(2 * size, bool), shown_base.hidden]),
        np.concatenate([undecided, shown_base.slack]),
    )
    ties = [tie for tie in ties if not np.isnan(part[[cell % size for cell in tie.cells]]).any()]
    shown = protect(np.concatenate([part, rest, whole]), ties, also, settled)
    hidden = shown.hidden[:size] | (shown.hidden[size : 2 * size] & ~np.isnan(part))
    return Shown(np.where(hidden, np.nan, shown.values[:size]), hidden, shown.slack[:size])


def totals_of(rows: pd.DataFrame, groups: Sequence[str], within: Mapping[str, str]) -> list[Equation]:
    """Every row that is the sum of others: the same groups but for one column, which is ``All`` in it."""
    named = rows[list(groups)].astype("str").to_numpy()
    place = {tuple(names): i for i, names in enumerate(named.tolist())}
    found: dict[tuple[int, str], list[int]] = {}
    for names, i in place.items():
        for at, name in enumerate(groups):
            total = place.get((*names[:at], ALL, *names[at + 1 :]))
            if names[at] != ALL and total is not None:
                found.setdefault((total, name), []).append(i)
        if "la" in groups and "region" in groups and names[list(groups).index("la")] in within:
            above = dict(zip(groups, names, strict=True)) | {"la": ALL}
            total = place.get(tuple((above | {"region": within[names[list(groups).index("la")]]}).values()))
            if total is not None:
                found.setdefault((total, "region of la"), []).append(i)
    return [Equation(total, tuple(parts)) for (total, _), parts in found.items()]
