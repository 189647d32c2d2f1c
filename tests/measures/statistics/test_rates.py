"""Wilson intervals against references, and pupil weights against schools of one size."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom
from statsmodels.stats.proportion import proportion_confint

from hubdata.measures.statistics.rates import effective, wilson, with_rate, with_weighted_rate

counts = st.integers(1, 5_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def one(part: float, whole: float) -> tuple[float, float]:
    low, high = wilson(pd.Series([part]), pd.Series([whole]))
    return float(low[0]), float(high[0])


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(0, 5, 0, 43.4), (3, 10, 10.8, 60.3), (15, 20, 53.1, 88.8), (75, 100, 65.7, 82.5), (7500, 10000, 74.1, 75.8)],
)
def test_published_values(part, whole, low, high):
    assert one(part, whole) == pytest.approx((low / 100, high / 100), abs=0.0005)


@given(counts)
def test_equals_statsmodels(count):
    assert one(*count) == pytest.approx(proportion_confint(*count, method="wilson"), abs=1e-12)


@given(counts)
def test_law_10_contains_the_share_and_mirrors(count):
    part, whole = count
    low, high = one(part, whole)
    assert 0 <= low <= part / whole <= high <= 1
    assert one(whole - part, whole) == pytest.approx((1 - high, 1 - low), abs=1e-12)


def test_nothing_of_nothing_is_unknown_not_zero():
    assert all(np.isnan(one(0, 0)))
    table = with_rate(pd.DataFrame({"reached": [0], "schools": [0]}))
    assert table[["rate", "low", "high"]].isna().all(axis=None)


def test_ends_are_exact_at_nought_and_at_the_whole():
    assert one(0, 7)[0] == 0
    assert one(7, 7)[1] == 1


def test_mark_is_for_fewer_than_ten():
    table = with_rate(pd.DataFrame({"reached": [1, 1], "schools": [9, 10]}))
    assert table["mark"].tolist() == ["u", ""]


@given(st.integers(1, 400), st.integers(1, 60), st.data())
def test_schools_of_one_size_weigh_as_schools(size, schools, data):
    reached = data.draw(st.integers(0, schools))
    weighted = pd.DataFrame({"reached": [size * reached], "schools": [size * schools], "squares": [size**2 * schools]})
    plain = with_rate(pd.DataFrame({"reached": [reached], "schools": [schools]}), sampled=True)
    found = with_weighted_rate(weighted, sampled=True)
    for name in ("rate", "low", "high"):
        assert found[name][0] == pytest.approx(plain[name][0], abs=1e-12)
    assert found["mark"][0] == plain["mark"][0]


def test_one_large_school_counts_as_little_more_than_one():
    assert effective(pd.Series([1000 + 9]), pd.Series([1000.0**2 + 9])).iloc[0] == pytest.approx(1.018, abs=0.001)


@pytest.mark.parametrize("n", [10, 25, 60, 150, 500])
def test_covers_the_truth_about_as_often_as_it_says(n):
    counts = pd.Series(range(n + 1))
    low, high = wilson(counts, counts * 0 + n)
    truths = np.linspace(0.01, 0.99, 99)
    held = [binom.pmf(counts, n, p)[(low <= p) & (p <= high)].sum() for p in truths]
    assert 0.94 <= np.mean(held) <= 0.96


def test_an_unknown_count_has_no_interval():
    low, high = wilson(pd.Series([float("nan")]), pd.Series([20]))
    assert low.isna().all()
    assert high.isna().all()
