"""What moves between like cells prove wide is wide, and in a long list they prove nearly all of it."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from measures.disclosure.test_disclosure import attack, random_table

from hubdata.measures.disclosure.audit import NARROWEST, bounds, slack_of
from hubdata.measures.disclosure.disclosure import least_of, protect, rounded, small
from hubdata.measures.disclosure.shown import Equation, Shown, limits
from hubdata.measures.disclosure.swaps import Swaps


def shown_as(counts: np.ndarray, hidden: np.ndarray) -> Shown:
    """Small cells hidden and the rest rounded: what protection has to judge."""
    return Shown(np.where(hidden, np.nan, rounded(counts)), hidden, slack_of(counts), least_of(counts))


def parts_and_rests(counts: np.ndarray, seed: int) -> tuple[np.ndarray, list[Equation]]:
    """Each count split in two, with the sums over all of the parts, the rests and the wholes."""
    part = np.random.default_rng(seed).binomial(counts.astype(int), 0.7).astype(float)
    size = len(counts) + 1
    columns = [np.append(column, column.sum()) for column in (part, counts - part, counts)]
    ties = [Equation(2 * size + row, (row, size + row)) for row in range(size)]
    sums = [Equation(at + size - 1, tuple(range(at, at + size - 1))) for at in (0, size, 2 * size)]
    return np.concatenate(columns), ties + sums


@given(st.integers(0, 5_000))
def test_nothing_is_called_wide_that_is_not(seed):
    counts, equations = random_table(seed)
    shown = shown_as(counts, small(counts))
    sure = Swaps.of(equations, len(counts)).wide(counts, *limits(shown), NARROWEST)
    exact = bounds(shown, equations)
    for cell in np.flatnonzero(shown.hidden & sure).tolist():
        low, high = exact[cell]
        assert high - low >= NARROWEST, cell


@given(st.integers(0, 5_000))
def test_nor_where_every_count_is_split_in_two(seed):
    first = np.random.default_rng(seed).negative_binomial(1, 0.1, 6).astype(float)
    counts, equations = parts_and_rests(first, seed)
    shown = shown_as(counts, small(counts))
    sure = Swaps.of(equations, len(counts)).wide(counts, *limits(shown), NARROWEST)
    for cell in np.flatnonzero(shown.hidden & sure).tolist()[:3]:
        low, high = attack(shown, equations, cell)
        assert high - low >= NARROWEST, cell


def test_a_missing_count_proves_nothing():
    equations = [Equation(2, (0, 1))]
    shown = shown_as(np.array([3.0, 4.0, 7.0]), np.array([True, True, True]))
    assert not Swaps.of(equations, 3).wide(np.array([np.nan, 4.0, np.nan]), *limits(shown), NARROWEST).any()


def test_without_equations_nothing_moves():
    assert not Swaps.of([], 2).wide(np.ones(2), np.zeros(2), np.ones(2), NARROWEST).any()


def test_six_hundred_small_networks_need_hardly_any_programme():
    first = np.random.default_rng(3).negative_binomial(1.2, 0.12, 600).astype(float)
    counts, equations = parts_and_rests(first, 3)
    shown = protect(counts, equations)
    sure = Swaps.of(equations, len(counts)).wide(counts, *limits(shown), NARROWEST)
    assert shown.hidden.sum() > 1_000
    assert (shown.hidden & ~sure).sum() <= 0.02 * shown.hidden.sum()


def test_a_long_list_is_protected_by_its_total():
    counts = np.random.default_rng(4).negative_binomial(1.2, 0.12, 300).astype(float)
    whole, equations = np.append(counts, counts.sum()), [Equation(300, tuple(range(300)))]
    shown = protect(whole, equations)
    assert shown.hidden[small(whole)].all()
    for cell in np.flatnonzero(shown.hidden)[:3].tolist():
        low, high = attack(shown, equations, cell)
        assert high - low >= NARROWEST
