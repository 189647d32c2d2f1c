"""Ratios and differences of shares against statsmodels and Newcombe's own examples."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep

from hubdata.measures.statistics.intervals import difference, less, ratio

share = st.integers(2, 900).flatmap(lambda n: st.tuples(st.integers(1, n - 1), st.just(n)))


def numbers(found) -> tuple[float, ...]:
    return tuple(float(values.iloc[0]) for values in found)


def two(method, a, b) -> tuple[float, ...]:
    return numbers(method(*(pd.Series([value]) for value in (*a, *b))))


@pytest.mark.parametrize(
    ("a", "b", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_newcombes_examples(a, b, low, high):
    assert two(difference, a, b)[1:] == pytest.approx((low, high), abs=0.00006)


@given(share, share)
def test_difference_equals_statsmodels(a, b):
    found = two(difference, a, b)
    wanted = confint_proportions_2indep(*a, *b, compare="diff", method="newcomb")
    assert found[0] == pytest.approx(a[0] / a[1] - b[0] / b[1], abs=1e-12)
    assert found[1:] == pytest.approx(wanted, abs=1e-9)


@given(share, share)
def test_ratio_equals_statsmodels(a, b):
    found = two(ratio, a, b)
    wanted = confint_proportions_2indep(*a, *b, compare="ratio", method="log")
    assert found[0] == pytest.approx(a[0] / a[1] / (b[0] / b[1]), rel=1e-12)
    assert found[1:] == pytest.approx(wanted, rel=1e-9)


def test_what_the_log_method_cannot_say_is_missing():
    nothing, all_of_both, no_base = two(ratio, (0, 9), (4, 9)), two(ratio, (5, 5), (7, 7)), two(ratio, (3, 9), (0, 9))
    assert nothing[0] == 0
    assert np.isnan(nothing[1:]).all()
    assert all_of_both[0] == 1
    assert np.isnan(all_of_both[1:]).all()
    assert np.isnan(no_base).all()


def test_no_schools_on_a_side_is_unknown():
    assert np.isnan(two(difference, (0, 0), (3, 4))).all()
    assert np.isnan(two(ratio, (0, 0), (3, 4))).all()


@given(share, share)
def test_swapping_the_sides_turns_the_sign(a, b):
    found, turned = two(difference, a, b), two(difference, b, a)
    assert found == pytest.approx((-turned[0], -turned[2], -turned[1]), abs=1e-12)


def test_difference_of_differences_squares_and_adds_the_arms():
    one, other = ((pd.Series([value]) for value in values) for values in ((0.3, 0.2, 0.5), (0.1, 0.0, 0.2)))
    assert numbers(less(tuple(one), tuple(other))) == pytest.approx(
        (0.2, 0.2 - np.hypot(0.1, 0.1), 0.2 + np.hypot(0.2, 0.1))
    )
