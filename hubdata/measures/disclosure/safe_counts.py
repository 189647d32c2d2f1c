"""A cube of counts of people made safe: every grouping, its totals and its shares together, cohort by cohort."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from hubdata.measures.disclosure.disclosure import HIDDEN, protect, small, small_share
from hubdata.measures.disclosure.shown import Equation, Shown
from hubdata.schema.people import ALL


def safe_cube(
    cube: pd.DataFrame,
    groups: Sequence[str],
    counts: Mapping[str, tuple[str, ...]],
    within: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """The cube with small numbers hidden and the rest rounded to 5.

    Args:
        cube: one row a cohort and group: cohort, the columns of ``groups`` (``All`` where not split) and the counts.
            Counts not yet observable are missing.
        groups: the columns that split.
        counts: each count in order, with the earlier counts whose people it is some of, the nearest first: a share of
            any of them must not tell too much.
        within: the region of each ``la``, where both are groups: an authority's people are among its region's.

    Returns:
        The cube with the counts as shown, missing where hidden, and for each a column ``<name>_mark``, ``c`` where
        hidden. Rows in the order given.
    """
    parts = [_cohort(part, groups, counts, within or {}) for _, part in cube.groupby("cohort", sort=False)]
    return pd.concat(parts).loc[cube.index] if parts else cube


def _cohort(
    rows: pd.DataFrame, groups: Sequence[str], counts: Mapping[str, tuple[str, ...]], within: Mapping[str, str]
) -> pd.DataFrame:
    sums = totals_of(rows, groups, within)
    true = {name: rows[name].to_numpy(float, na_value=np.nan) for name in counts}
    found: dict[str, Shown] = {}
    safe = rows.copy()
    for name, wholes in counts.items():
        if wholes:
            telling = np.any([small_share(true[name], true[whole]) for whole in wholes], axis=0)
            found[name] = _share(true[name], true[wholes[0]], found[wholes[0]], telling, sums)
        else:
            found[name] = protect(true[name], sums)
        safe[name] = pd.array(np.where(np.isnan(found[name].figures), None, found[name].figures), dtype="Int64")
        safe[f"{name}_mark"] = np.where(found[name].hidden, HIDDEN, "")
    return safe


def _share(part: np.ndarray, whole: np.ndarray, shown_whole: Shown, telling: np.ndarray, sums: list[Equation]) -> Shown:
    """A count that is some of ``whole``, protected together with the rest of ``whole``, which anybody can subtract.

    The rest is never shown itself: where it is small it must stay hidden, elsewhere it may be anything.
    """
    size = len(part)
    rest = np.where(small(whole - part), whole - part, np.nan)
    ties = [Equation(2 * size + row, (row, size + row)) for row in range(size)]
    for at in (0, size, 2 * size):
        ties += [Equation(at + eq.total, tuple(at + cell for cell in eq.parts)) for eq in sums]
    ties = [tie for tie in ties if not np.isnan(part[[cell % size for cell in tie.cells]]).any()]
    undecided, nowhere = np.full(2 * size, np.nan), np.zeros(2 * size, bool)
    settled = Shown(
        np.concatenate([undecided, shown_whole.figures]),
        np.concatenate([nowhere, shown_whole.hidden]),
        np.concatenate([undecided, shown_whole.slack]),
        np.concatenate([undecided, shown_whole.least]),
    )
    also = np.concatenate([telling, nowhere])
    true = np.concatenate([part, whole - part, whole])
    shown = protect(np.concatenate([part, rest, whole]), ties, also, settled, true)
    return Shown(shown.figures[:size], shown.hidden[:size], shown.slack[:size], shown.least[:size])


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
