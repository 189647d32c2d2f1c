"""What an attacker could work out about the hidden cells of a table, by linear programming over its totals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

NARROWEST = 5
STEP_SLACK = 2.0
ROUNDS = 8
ROOM = 1000.0


@dataclass(frozen=True)
class Equation:
    """A cell that is the sum of others, by their positions."""

    total: int
    parts: tuple[int, ...]

    @property
    def cells(self) -> tuple[int, ...]:
        """The total and its parts."""
        return (self.total, *self.parts)


@dataclass(frozen=True)
class Shown:
    """Counts as they may be shown: ``figures`` (NaN where hidden or missing) and which cells are hidden.

    ``slack`` is how far a shown value may be from the true one; it is public, as the rounding rule is. ``least`` is the
    least that a hidden cell can be: 1, as zeros are shown, but 0 where a zero had to be hidden with a share.
    """

    figures: np.ndarray
    hidden: np.ndarray
    slack: np.ndarray
    least: np.ndarray


def slack_of(counts: np.ndarray) -> np.ndarray:
    """How far a count rounded to 5 may be from the true one: 2, but nothing where the count is 0 and so shown as 0."""
    return np.where(counts == 0, 0.0, STEP_SLACK)


def bounds(shown: Shown, equations: Sequence[Equation]) -> dict[int, tuple[float, float]]:
    """The least and most that each hidden cell can be, given everything shown.

    The attacker knows the totals, the rounding rule, that counts are whole and the least that a hidden cell can be. A
    range of five or wider may be given narrower than it is; one under five is exact.
    """
    cells = np.flatnonzero(shown.hidden).tolist()
    found: dict[int, tuple[float, float]] = {cell: (float(shown.least[cell]), np.inf) for cell in cells}
    for rows in _blocks(shown.hidden, equations):
        found |= _solve(rows, shown)
    return found


def too_close(shown: Shown, equations: Sequence[Equation]) -> set[int]:
    """The hidden cells that lie within a range under five, or of one value."""
    return {cell for cell, (low, high) in bounds(shown, equations).items() if high - low < NARROWEST}


def _blocks(hidden: np.ndarray, equations: Sequence[Equation]) -> list[list[Equation]]:
    """Equations with something hidden, grouped by the hidden cells they share: groups are solved apart."""
    blocks: list[tuple[set[int], list[Equation]]] = []
    for equation in equations:
        cells = {cell for cell in equation.cells if hidden[cell]}
        if cells:
            joined = [block for block in blocks if block[0] & cells]
            blocks = [block for block in blocks if not block[0] & cells]
            blocks.append((cells.union(*(b[0] for b in joined)), [row for b in joined for row in b[1]] + [equation]))
    return [rows for _, rows in blocks]


def _solve(rows: list[Equation], shown: Shown) -> dict[int, tuple[float, float]]:
    """Ranges of the hidden cells of one block. Random aims find most ranges wide at once; the rest are aimed at."""
    cells = np.array(sorted({cell for row in rows for cell in row.cells}))
    solve = _program(cells, rows, shown)
    low, high = np.full(len(cells), np.inf), np.full(len(cells), -np.inf)
    hidden = shown.hidden[cells]
    for aim in np.random.default_rng(0).choice([-1.0, 1.0], (ROUNDS, len(cells))) if hidden.sum() > 1 else ():
        if not _narrow(low, high)[hidden].any():
            break
        for side in (1.0, -1.0):
            _widen(low, high, solve(side * aim * hidden))
    for place in np.flatnonzero(hidden & _narrow(low, high)):
        for side in (1.0, -1.0):
            _widen(low, high, solve(side * (np.arange(len(cells)) == place)))
    ends = zip(np.ceil(low - 1e-6).tolist(), np.floor(high + 1e-6).tolist(), strict=True)
    return {cell: end for cell, end in zip(cells.tolist(), ends, strict=True) if shown.hidden[cell]}


def _narrow(low: np.ndarray, high: np.ndarray) -> np.ndarray:
    return ~(np.floor(high + 1e-6) - np.ceil(low - 1e-6) >= NARROWEST)


def _widen(low: np.ndarray, high: np.ndarray, point: np.ndarray | None) -> None:
    if point is not None:
        np.minimum(low, point, out=low)
        np.maximum(high, point, out=high)


def _program(cells: np.ndarray, rows: list[Equation], shown: Shown) -> Callable[[np.ndarray], np.ndarray | None]:
    """What is lowest in the direction of an aim, among all tables that agree with what is shown."""
    from scipy.optimize import linprog
    from scipy.sparse import csr_array

    place = {cell: i for i, cell in enumerate(cells.tolist())}
    entries = [(i, place[cell], 1.0) for i, row in enumerate(rows) for cell in row.parts]
    entries += [(i, place[row.total], -1.0) for i, row in enumerate(rows)]
    at, of, value = zip(*entries, strict=True)
    ties = csr_array((value, (at, of)), shape=(len(rows), len(cells)))
    top = np.nansum(shown.figures) + ROOM
    figures, slack, hidden = shown.figures[cells], shown.slack[cells], shown.hidden[cells]
    free = hidden | np.isnan(figures)
    low = np.where(free, np.where(hidden, shown.least[cells], 0.0), np.maximum(figures - slack, 0.0))
    high = np.where(free, top, figures + slack)

    def solve(aim: np.ndarray) -> np.ndarray | None:
        result = linprog(aim, A_eq=ties, b_eq=np.zeros(len(rows)), bounds=np.column_stack([low, high]), method="highs")
        return result.x if result.success else None

    return solve
