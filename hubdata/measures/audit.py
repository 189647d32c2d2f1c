"""What an attacker could work out about the hidden cells of a table, by linear programming over its totals."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

NARROWEST = 5
STEP_SLACK = 2.0
ROUNDS = 8
ROOM = 1000.0
AT_ONCE = 20_000
NEARLY = 1e-6


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
    for rows in _blocks(shown, equations):
        found |= _ranges(rows, shown)
    return found


def too_close(shown: Shown, equations: Sequence[Equation]) -> set[int]:
    """The hidden cells that lie within a range under five, or of one value."""
    return {cell for cell, (low, high) in bounds(shown, equations).items() if high - low < NARROWEST}


def _blocks(shown: Shown, equations: Sequence[Equation]) -> list[list[Equation]]:
    """Equations tied together by cells that are not exactly known, where anything is hidden: solved apart."""
    unsure = shown.hidden | np.isnan(shown.figures) | (shown.slack > 0)
    blocks: list[tuple[set[int], list[Equation]]] = []
    for equation in equations:
        cells = {cell for cell in equation.cells if unsure[cell]}
        joined = [block for block in blocks if block[0] & cells]
        blocks = [block for block in blocks if not block[0] & cells]
        blocks.append((cells.union(*(b[0] for b in joined)), [row for b in joined for row in b[1]] + [equation]))
    return [rows for cells, rows in blocks if shown.hidden[list(cells)].any()]


def _ranges(rows: list[Equation], shown: Shown) -> dict[int, tuple[float, float]]:
    """Ranges of the hidden cells of one block. Random aims find most ranges wide at once; the rest are aimed at."""
    cells = np.array(sorted({cell for row in rows for cell in row.cells}))
    hidden = shown.hidden[cells]
    program = Program.of(cells, rows, shown)
    low, high = np.full(len(cells), np.inf), np.full(len(cells), -np.inf)
    if hidden.sum() > ROUNDS:
        aims = np.random.default_rng(0).choice([-1.0, 1.0], (ROUNDS, len(cells))) * hidden
        _widen(low, high, program.lowest(np.vstack([aims, -aims])))
    narrow = np.flatnonzero(hidden & ~(_whole_range(low, high) >= NARROWEST))
    for some in np.array_split(narrow, len(narrow) * len(cells) // AT_ONCE + 1):
        aims = np.eye(len(cells))[some]
        _widen(low, high, program.lowest(np.vstack([aims, -aims])))
    ends = zip(np.ceil(low - NEARLY).tolist(), np.floor(high + NEARLY).tolist(), strict=True)
    return {cell: end for cell, end in zip(cells.tolist(), ends, strict=True) if shown.hidden[cell]}


def _whole_range(low: np.ndarray, high: np.ndarray) -> np.ndarray:
    return np.floor(high + NEARLY) - np.ceil(low - NEARLY)


def _widen(low: np.ndarray, high: np.ndarray, points: np.ndarray) -> None:
    if len(points):
        np.minimum(low, points.min(axis=0), out=low)
        np.maximum(high, points.max(axis=0), out=high)


@dataclass(frozen=True)
class Program:
    """All tables that agree with what is shown: ``ties`` times the cells is nothing, each within its limits."""

    ties: Any
    limits: np.ndarray

    @classmethod
    def of(cls, cells: np.ndarray, rows: list[Equation], shown: Shown) -> "Program":
        """The program of these cells and equations."""
        from scipy.sparse import csr_array

        place = {cell: i for i, cell in enumerate(cells.tolist())}
        entries = [(i, place[cell], 1.0) for i, row in enumerate(rows) for cell in row.parts]
        entries += [(i, place[row.total], -1.0) for i, row in enumerate(rows)]
        at, of, value = zip(*entries, strict=True)
        figures, slack, hidden = shown.figures[cells], shown.slack[cells], shown.hidden[cells]
        free = hidden | np.isnan(figures)
        low = np.where(free, np.where(hidden, shown.least[cells], 0.0), np.maximum(figures - slack, 0.0))
        high = np.where(free, np.nansum(shown.figures) + ROOM, figures + slack)
        return cls(csr_array((value, (at, of)), shape=(len(rows), len(cells))), np.column_stack([low, high]))

    def lowest(self, aims: np.ndarray) -> np.ndarray:
        """For each aim a table that is lowest in its direction, a row each, found together; none if none agrees."""
        from scipy.optimize import linprog
        from scipy.sparse import block_diag

        if not len(aims):
            return aims
        ties = block_diag([self.ties] * len(aims), format="csr")
        limits = np.tile(self.limits, (len(aims), 1))
        result = linprog(aims.ravel(), A_eq=ties, b_eq=np.zeros(ties.shape[0]), bounds=limits, method="highs")
        return result.x.reshape(aims.shape) if result.success else aims[:0]
