"""Hidden counts stay hidden: an attacker with every total and the rounding rule cannot close in on one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from hubdata.measures.disclosure.audit import bounds
from hubdata.measures.disclosure.disclosure import protect, rounded, small, small_share
from hubdata.measures.disclosure.shown import Equation, Shown

TABLES = 200


def random_table(seed: int) -> tuple[np.ndarray, list[Equation]]:
    """A table of counts of two to seven rows and two to five columns, with all its totals."""
    rng = np.random.default_rng(seed)
    rows, columns = int(rng.integers(2, 8)), int(rng.integers(2, 6))
    few, many = rng.negative_binomial(1, 0.07, (rows, columns)), rng.poisson(rng.uniform(2, 40), (rows, columns))
    inside = np.where(rng.random((rows, columns)) < 0.5, few, many).astype(float)
    full = np.zeros((rows + 1, columns + 1))
    full[:rows, :columns] = inside
    full[rows, :columns], full[:, columns] = inside.sum(axis=0), full[:, :columns].sum(axis=1)
    full[rows, columns] = inside.sum()
    place = np.arange(full.size).reshape(full.shape)
    across = [Equation(int(place[r, columns]), tuple(place[r, :columns].tolist())) for r in range(rows + 1)]
    down = [Equation(int(place[rows, c]), tuple(place[:rows, c].tolist())) for c in range(columns + 1)]
    return full.ravel(), across + down


def attack(shown: Shown, equations: list[Equation], cell: int) -> tuple[float, float]:
    """All that can be known of a hidden cell: one linear programme a side over the whole table, written apart."""
    size = len(shown.figures)
    ties = np.zeros((len(equations), size))
    for row, equation in enumerate(equations):
        ties[row, list(equation.parts)] += 1
        ties[row, equation.total] -= 1
    limits = [
        (1, 5_000)
        if shown.hidden[i]
        else (max(0, shown.figures[i] - shown.slack[i]), shown.figures[i] + shown.slack[i])
        for i in range(size)
    ]
    aim = np.eye(size)[cell]
    low, high = (linprog(side * aim, A_eq=ties, b_eq=np.zeros(len(ties)), bounds=limits) for side in (1, -1))
    assert low.success
    assert high.success
    return np.ceil(low.fun - 1e-6), np.floor(-high.fun + 1e-6)


@pytest.mark.parametrize("first", range(0, TABLES, 20))
def test_no_hidden_cell_can_be_worked_out(first):
    for seed in range(first, first + 20):
        counts, equations = random_table(seed)
        shown = protect(counts, equations)
        hidden = np.flatnonzero(shown.hidden)
        # The smallest are the ones worth attacking; the rest of a table's hidden cells were hidden to protect them.
        for cell in sorted(hidden, key=lambda i: counts[i])[:3]:
            low, high = attack(shown, equations, int(cell))
            assert low <= counts[cell] <= high, "the attacker's own sums must allow the truth"
            assert high - low >= 5, f"table {seed}: cell {cell} is between {low:.0f} and {high:.0f}"


def test_hiding_and_rounding_alone_would_give_them_away():
    equations = [Equation(3, (0, 1, 2))]
    only = np.array([True, False, False, False])
    exact = Shown(np.array([np.nan, 40, 30, 71.0]), only, np.zeros(4), np.ones(4))
    assert bounds(exact, equations)[0] == (1.0, 1.0), "hidden, but the total says it"
    two = [Equation(2, (0, 1))]
    shown = Shown(np.array([np.nan, 40, 40.0]), only[:3], np.full(3, 2.0), np.ones(3))
    assert bounds(shown, two)[0] == (1.0, 4.0), "rounded too, and still within a range of three"
    assert protect(np.array([1.0, 40.0, 41.0]), two).hidden.sum() == 2


def test_nothing_is_hidden_in_a_sum_that_has_no_small_count():
    equations = [Equation(2, (0, 1)), Equation(5, (3, 4))]
    shown = protect(np.array([1.0, 40.0, 41.0, 60.0, 90.0, 150.0]), equations)
    assert shown.hidden.tolist() == [True, True, False, False, False, False]


def test_of_two_sums_the_one_with_more_hidden_already_is_left_alone():
    # Cell 0 is small and alone in its row; its column hides two others already. One more in the row is enough.
    equations = [Equation(2, (0, 1)), Equation(6, (0, 3, 4, 5))]
    shown = protect(np.array([1.0, 40.0, 41.0, 3.0, 2.0, 60.0, 66.0]), equations)
    assert np.flatnonzero(shown.hidden).tolist() == [0, 1, 3, 4]


@given(st.integers(0, 5_000))
def test_small_counts_are_hidden_zeros_shown_and_the_rest_near_the_truth(seed):
    counts, equations = random_table(seed)
    shown = protect(counts, equations)
    assert shown.hidden[small(counts)].all()
    assert (shown.figures[(counts == 0) & ~shown.hidden] == 0).all()
    open_cells = ~shown.hidden
    assert (np.abs(shown.figures - counts)[open_cells] <= shown.slack[open_cells]).all()
    assert (shown.figures[open_cells] % 5 == 0).all()


@given(st.integers(0, 5_000))
def test_a_total_is_the_sum_of_its_rounded_parts_where_all_are_shown(seed):
    counts, equations = random_table(seed)
    shown = protect(counts, equations)
    seen: set[int] = set()
    for equation in equations:
        parts = list(equation.parts)
        if equation.total not in seen and not shown.hidden[[equation.total, *parts]].any():
            seen.add(equation.total)
            assert shown.figures[equation.total] == shown.figures[parts].sum()
    again = protect(counts, equations)
    assert np.array_equal(shown.figures, again.figures, equal_nan=True)


def test_shares_that_tell_too_much():
    part, whole = np.array([20, 3, 18, 5, 9, 0, 12]), np.array([20, 20, 20, 5, 9, 0, 30])
    assert small_share(part, whole).tolist() == [False, True, True, True, True, False, False]


def test_rounding_is_to_the_nearest_five_and_keeps_missing():
    found = rounded(np.array([0.0, 8, 12, 13, np.nan]))
    assert found[:4].tolist() == [0, 10, 10, 15]
    assert np.isnan(found[4])
