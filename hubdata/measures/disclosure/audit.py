"""What an attacker could work out about the hidden cells of a table, by linear programming over its totals."""

from collections.abc import Sequence

import numpy as np

from hubdata.measures.disclosure.shown import Equation, Shown, limits
from hubdata.measures.disclosure.tables_that_agree import Program

NARROWEST = 5
STEP_SLACK = 2.0
ROUNDS = 8
AT_ONCE = 20_000
NEARLY = 1e-6


def slack_of(counts: np.ndarray) -> np.ndarray:
    """How far a count rounded to 5 may be from the true one: 2, but nothing where the count is 0 and so shown as 0."""
    return np.where(counts == 0, 0.0, STEP_SLACK)


def bounds(
    shown: Shown, equations: Sequence[Equation], sure: np.ndarray | None = None
) -> dict[int, tuple[float, float]]:
    """The least and most that each hidden cell can be, given everything shown; cells that are ``sure`` are left out.

    The attacker knows the totals, the rounding rule, that counts are whole and the least that a hidden cell can be. A
    range of five or wider may be given narrower than it is; one under five is exact.
    """
    asked = shown.hidden if sure is None else shown.hidden & ~sure
    cells = np.flatnonzero(asked).tolist()
    found: dict[int, tuple[float, float]] = {cell: (float(shown.least[cell]), np.inf) for cell in cells}
    for rows in _blocks(shown, equations, asked):
        found |= _ranges(rows, shown, asked)
    return found


def too_close(shown: Shown, equations: Sequence[Equation], sure: np.ndarray | None = None) -> set[int]:
    """The hidden cells that lie within a range under five, or of one value; ``sure`` are known not to."""
    return {cell for cell, (low, high) in bounds(shown, equations, sure).items() if high - low < NARROWEST}


def _blocks(shown: Shown, equations: Sequence[Equation], asked: np.ndarray) -> list[list[Equation]]:
    """Equations tied together by cells that are not exactly known, where anything is asked: solved apart."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    if not equations or not asked.any():
        return []
    unsure = shown.hidden | np.isnan(shown.figures) | (shown.slack > 0)
    pairs = np.array([(row, cell) for row, equation in enumerate(equations) for cell in equation.cells if unsure[cell]])
    count = len(equations) + len(unsure)
    at, of = (pairs[:, 0], pairs[:, 1] + len(equations)) if len(pairs) else (np.empty(0, int), np.empty(0, int))
    _, part = connected_components(csr_array((np.ones(len(at)), (at, of)), shape=(count, count)), directed=False)
    wanted = set(part[len(equations) + np.flatnonzero(asked)].tolist())
    blocks: dict[int, list[Equation]] = {}
    for row, equation in zip(part[: len(equations)].tolist(), equations, strict=True):
        if row in wanted:
            blocks.setdefault(row, []).append(equation)
    return list(blocks.values())


def _ranges(rows: list[Equation], shown: Shown, asked: np.ndarray) -> dict[int, tuple[float, float]]:
    """Ranges of the cells asked for of one block. Tables that spread find most wide at once; the rest are aimed at."""
    cells = np.array(sorted({cell for row in rows for cell in row.cells}))
    hidden = asked[cells]
    low_high = limits(shown)
    program = Program.of(cells, rows, np.column_stack(low_high)[cells])
    low, high = np.full(len(cells), np.inf), np.full(len(cells), -np.inf)
    _spread(program, hidden, low, high, shown.least[cells])
    narrow = np.flatnonzero(hidden & ~(_whole_range(low, high) >= NARROWEST))
    for some in np.array_split(narrow, len(narrow) * len(cells) // AT_ONCE + 1):
        aims = np.eye(len(cells))[some]
        _widen(low, high, program.lowest(np.vstack([aims, -aims])))
    ends = zip(np.ceil(low - NEARLY).tolist(), np.floor(high + NEARLY).tolist(), strict=True)
    return {cell: end for cell, end in zip(cells.tolist(), ends, strict=True) if asked[cell]}


def _spread(program: Program, hidden: np.ndarray, low: np.ndarray, high: np.ndarray, least: np.ndarray) -> None:
    """Widen the ranges by tables in which one half of the narrow cells is high and the other low, then turned round.

    Ends where few are left, or where a round found less than a tenth of them wide.
    """
    random = np.random.default_rng(0)
    left = int(hidden.sum())
    for _ in range(ROUNDS):
        if left <= ROUNDS:
            return
        narrow = hidden & ~(_whole_range(low, high) >= NARROWEST)
        aims = random.choice([-1.0, 1.0], len(hidden)) * narrow
        for side in (aims, -aims):
            base = np.where(np.isfinite(low), low, least)
            _widen(low, high, program.spread(side, base, NARROWEST))
        still = int((hidden & ~(_whole_range(low, high) >= NARROWEST)).sum())
        if still > 0.9 * left:
            return
        left = still


def _whole_range(low: np.ndarray, high: np.ndarray) -> np.ndarray:
    return np.floor(high + NEARLY) - np.ceil(low - NEARLY)


def _widen(low: np.ndarray, high: np.ndarray, points: np.ndarray) -> None:
    if len(points):
        np.minimum(low, points.min(axis=0), out=low)
        np.maximum(high, points.max(axis=0), out=high)
