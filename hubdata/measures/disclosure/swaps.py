"""Hidden cells that are surely wide apart: from the true table, people are moved between like cells, no sum changes.

What such a move can reach, an attacker cannot rule out. The sums of a table leave hundreds of cells this freedom, so
only the few that have none need a linear programme.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hubdata.measures.disclosure.shown import Equation

Effect = tuple[tuple[int, int], ...]
TIE = 3  # cells of an equation small enough to move two of them against each other


@dataclass(frozen=True)
class Swaps:
    """Moves of one cell, or of two of one equation that leave it whole, gathered by what they do to other equations.

    ``first`` and ``second`` are the cells (-1 where there is none), ``turn`` and ``back`` which way each goes when the
    move is made; moves of one ``group`` do the same, so one can be made and others of its group taken back.
    """

    first: np.ndarray
    second: np.ndarray
    turn: np.ndarray
    back: np.ndarray
    group: np.ndarray

    @classmethod
    def of(cls, equations: Sequence[Equation], size: int) -> "Swaps":
        """All moves of the table; in a group no cell is in two of them, so that they can be made together."""
        found, used, groups = [], set(), {}
        for cells, turns, effect in _moves(equations, size):
            sign = 1 if not effect or effect[0][1] > 0 else -1
            group = groups.setdefault(tuple((row, sign * by) for row, by in effect), len(groups))
            if not any((group, cell) in used for cell in cells):
                used.update((group, cell) for cell in cells)
                found.append((cells[0], cells[-1] if len(cells) > 1 else -1, sign * turns[0], sign * turns[-1], group))
        columns = np.array(found, int).reshape(-1, 5).T
        return cls(*columns)

    def wide(self, true: np.ndarray, low: np.ndarray, high: np.ndarray, enough: float) -> np.ndarray:
        """Whether each cell can surely be ``enough`` apart in two tables that agree with what is shown.

        Args:
            true: the true counts; where one is missing nothing is claimed of its moves.
            low: the least that each cell could be for all that is shown of it.
            high: the most.
            enough: how far apart.
        """
        up, down = np.floor(high - true), np.floor(true - low)
        forth, undo = self._room(up, down), self._room(down, up)
        count = int(self.group.max()) + 1 if len(self.group) else 0
        forths, undos = (np.bincount(self.group, room, count)[self.group] for room in (forth, undo))
        alone = np.bincount(self.group, minlength=count)[self.group] == 1
        reach = np.minimum(forth, undos - undo) + np.minimum(undo, forths - forth)
        sure = (reach >= enough) & ~alone
        found = np.zeros(len(true), bool)
        found[self.first[sure]] = True
        found[self.second[sure & (self.second >= 0)]] = True
        return found

    def _room(self, along: np.ndarray, against: np.ndarray) -> np.ndarray:
        """How often each move can be made: its tightest cell decides. Limited, so that sums stay numbers."""
        one = np.where(self.turn > 0, along[self.first], against[self.first])
        two = np.where(self.back > 0, along[self.second], against[self.second])
        room = np.where(self.second >= 0, np.minimum(one, two), one)
        return np.clip(np.nan_to_num(room, nan=0.0), 0.0, 1e6)


def _moves(equations: Sequence[Equation], size: int) -> Iterator[tuple[tuple[int, ...], tuple[int, ...], Effect]]:
    """Cells, which way each goes, and what that does to the equations whose sums it changes."""
    held: list[dict[int, int]] = [{} for _ in range(size)]
    for row, equation in enumerate(equations):
        for cell in equation.parts:
            held[cell][row] = held[cell].get(row, 0) + 1
        held[equation.total][row] = held[equation.total].get(row, 0) - 1
    for cell, mine in enumerate(held):
        yield (cell,), (1,), _effect(mine)
    for row, equation in enumerate(equations):
        if len(equation.cells) != TIE:
            continue
        for one, other in ((0, 1), (0, 2), (1, 2)):
            first, second = equation.cells[one], equation.cells[other]
            turn = -held[first][row] * held[second][row]
            together = dict(held[first])
            for at, by in held[second].items():
                together[at] = together.get(at, 0) + turn * by
            yield (first, second), (1, turn), _effect(together)


def _effect(changes: dict[int, int]) -> Effect:
    return tuple(sorted((row, by) for row, by in changes.items() if by))
