"""Hiding small counts of people so that nobody can work them out: suppression, rounding, secondary suppression.

Follows the usual rule for unpublished or person-level data: counts of 1 to 7 are hidden, so are shares whose numerator
or remainder is 1 to 7 or whose base is under 10; the rest is rounded to 5; then further cells are hidden until no
hidden cell can be bounded closely from the totals around it (module ``audit``).
"""

from collections.abc import Sequence

import numpy as np

from hubdata.measures.disclosure.audit import NARROWEST, slack_of, too_close
from hubdata.measures.disclosure.shown import Equation, Shown, limits
from hubdata.measures.disclosure.swaps import Swaps

SMALLEST, LARGEST, FEWEST, STEP = 1, 7, 10, 5
MANY = 200
HIDDEN = "c"


def small(counts: np.ndarray) -> np.ndarray:
    """Whether each count is one to hide: 1 to 7. Zero is shown; missing is nothing to hide."""
    return (counts >= SMALLEST) & (counts <= LARGEST)


def small_share(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """Whether a share would tell too much: numerator or remainder 1 to 7, or a base under 10 that is not zero."""
    return small(part) | small(whole - part) | ((whole < FEWEST) & (whole > 0))


def rounded(counts: np.ndarray) -> np.ndarray:
    """Counts to the nearest 5; halves cannot occur, and missing stays missing."""
    return np.floor(counts / STEP + 0.5) * STEP


def least_of(counts: np.ndarray) -> np.ndarray:
    """The least that each count could be thought to be if it were hidden: 1, or 0 where it is 0."""
    return np.where(counts == 0, 0.0, 1.0)


def protect(
    counts: np.ndarray,
    equations: Sequence[Equation],
    also: np.ndarray | None = None,
    settled: Shown | None = None,
    true: np.ndarray | None = None,
) -> Shown:
    """Counts of people made safe to show.

    Args:
        counts: true counts, whole and not negative; missing ones stay missing.
        equations: which cell is the sum of which others: every total of the table.
        also: cells to hide whatever their size, such as both sides of a share that tells too much.
        settled: cells that were decided before, as shown or hidden there; undecided cells are NaN and not hidden.
        true: the true table, where ``counts`` leaves out cells that need no protection; it only saves time.

    Returns:
        The counts to show. A total is the sum of its rounded parts where all of them are shown, else itself rounded.
        Beyond the small counts, the smallest shown cell of an equation is hidden, and the next, until no hidden cell
        lies within a range under five. The same counts always give the same result.
    """
    fixed = np.zeros(len(counts), bool) if settled is None else settled.hidden | ~np.isnan(settled.figures)
    hidden = small(counts) | (False if also is None else also)
    if settled is not None:
        hidden = np.where(fixed, settled.hidden, hidden)
    hidden = _accompanied(counts, hidden, fixed, equations)
    swaps = Swaps.of(equations, len(counts))
    while True:
        shown = _show(counts, hidden, equations, fixed, settled)
        sure = swaps.wide(counts if true is None else true, *limits(shown), NARROWEST)
        more = _further(counts, hidden | fixed, equations, too_close(shown, equations, sure))
        if not more:
            return shown
        hidden = hidden.copy()
        hidden[sorted(more)] = True


def _show(
    counts: np.ndarray, hidden: np.ndarray, equations: Sequence[Equation], fixed: np.ndarray, settled: Shown | None
) -> Shown:
    values, slack = rounded(counts), slack_of(counts)
    if settled is not None:
        values, slack = np.where(fixed, settled.figures, values), np.where(fixed, settled.slack, slack)
    done = set(np.flatnonzero(fixed).tolist())
    for equation in _upwards(equations):
        parts = list(equation.parts)
        if equation.total not in done and not hidden[parts].any() and not np.isnan(counts[list(equation.cells)]).any():
            values[equation.total], slack[equation.total] = values[parts].sum(), slack[parts].sum()
            done.add(equation.total)
    return Shown(np.where(hidden, np.nan, values), hidden, slack, least_of(counts))


def _accompanied(
    counts: np.ndarray, hidden: np.ndarray, fixed: np.ndarray, equations: Sequence[Equation]
) -> np.ndarray:
    """The hidden cells, and one more wherever a cell would be the only one hidden of its equation.

    What the audit would find anyway, found at once. Rounding alone may have protected such a cell; the audit cannot
    be asked of every one of hundreds.
    """
    hidden = hidden.copy()
    for equation in equations if hidden.sum() > MANY else ():
        cells = list(equation.cells)
        if hidden[cells].sum() == 1:
            able = [cell for cell in equation.parts if not (hidden[cell] or fixed[cell]) and counts[cell] > 0]
            if able:
                hidden[min(able, key=lambda cell: (counts[cell], cell))] = True
    return hidden


def _upwards(equations: Sequence[Equation]) -> list[Equation]:
    """The equations with totals of totals after the totals they add up."""
    parts: dict[int, set[int]] = {}
    for equation in equations:
        parts.setdefault(equation.total, set()).update(equation.parts)
    height: dict[int, int] = {}

    def rise(cell: int) -> int:
        if cell not in height:
            height[cell] = 1 + max((rise(part) for part in parts.get(cell, ())), default=-1)
        return height[cell]

    return sorted(equations, key=lambda equation: rise(equation.total))


def _further(counts: np.ndarray, closed: np.ndarray, equations: Sequence[Equation], exposed: set[int]) -> set[int]:
    """For each exposed cell the next smallest to hide beside it, where the fewest are hidden.

    A part goes before a total, and a zero last of all, since zeros are shown. ``closed`` are the cells that are hidden
    already or may not be.
    """
    more: set[int] = set()
    for cell in sorted(exposed):
        mine = [eq for eq in equations if cell in eq.cells and not closed[list(eq.cells)].all()]
        if not mine or any(more.intersection(eq.cells) for eq in mine):
            continue
        fewest = min(mine, key=lambda eq: (int(closed[list(eq.cells)].sum()), eq.total))
        open_cells = [cell for cell in fewest.cells if not closed[cell] and not np.isnan(counts[cell])]
        if open_cells:
            more.add(min(open_cells, key=lambda cell: (counts[cell] == 0, cell == fewest.total, counts[cell], cell)))
    return more
