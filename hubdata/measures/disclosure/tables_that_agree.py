"""All tables that agree with what is shown, as a linear programme: what is lowest in them, and how far cells spread."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from hubdata.measures.disclosure.shown import Equation

ROOM = 1000.0


@dataclass(frozen=True)
class Program:
    """All tables that agree with what is shown: ``ties`` times the cells is nothing, each within its limits."""

    ties: Any
    limits: np.ndarray

    @classmethod
    def of(cls, cells: np.ndarray, rows: Sequence[Equation], limits: np.ndarray) -> "Program":
        """The program of these cells and equations; ``limits`` are the least and most of each cell."""
        from scipy.sparse import csr_array

        place = {cell: i for i, cell in enumerate(cells.tolist())}
        entries = [(i, place[cell], 1.0) for i, row in enumerate(rows) for cell in row.parts]
        entries += [(i, place[row.total], -1.0) for i, row in enumerate(rows)]
        at, of, value = zip(*entries, strict=True)
        known = limits[np.isfinite(limits)]
        most = np.minimum(limits, known.sum() + ROOM)
        return cls(csr_array((value, (at, of)), shape=(len(rows), len(cells))), most)

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

    def spread(self, aims: np.ndarray, base: np.ndarray, enough: float) -> np.ndarray:
        """One table in which as many cells as can be lie ``enough`` above their base, and the others low.

        What a cell has beyond that counts for nothing, so one cell does not take all that many could share: a single
        table can show for hundreds of cells how high they may be.

        Args:
            aims: above 0 for cells to be high, below 0 for cells to be low.
            base: from where height is counted.
            enough: how much of it counts.

        Returns:
            The table as one row; no row where no table agrees.
        """
        from scipy.optimize import linprog
        from scipy.sparse import csr_array, eye_array, hstack

        up, size = np.flatnonzero(aims > 0), len(aims)
        cost = np.concatenate([(aims < 0).astype(float), np.full(len(up), -1.0)])
        above = csr_array((np.full(len(up), -1.0), (np.arange(len(up)), up)), shape=(len(up), size))
        result = linprog(
            cost,
            A_ub=hstack([above, eye_array(len(up))], format="csr") if len(up) else None,
            b_ub=-base[up] if len(up) else None,
            A_eq=hstack([self.ties, csr_array((self.ties.shape[0], len(up)))], format="csr"),
            b_eq=np.zeros(self.ties.shape[0]),
            bounds=np.vstack([self.limits, np.tile((0.0, enough), (len(up), 1))]),
            method="highs",
        )
        return result.x[None, :size] if result.success else np.empty((0, size))
