"""Differences with their interval, everybody else as comparator, and a programme against its own trend."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdata.measures.people.differences import against_the_rest, contrast, rest_of
from hubdata.measures.statistics.rates import wilson


def side(part: list[int], whole: list[int]) -> pd.DataFrame:
    counts = pd.DataFrame({"part": part, "at_start": whole}).astype(float)
    low, high = wilson(counts["part"], counts["at_start"])
    return counts.assign(rate=counts["part"] / counts["at_start"], low=low, high=high)


def test_the_difference_of_shares_is_newcombes_worked_example():
    # Newcombe (1998), table II, example (a), method 10: 56/70 less 48/80 is 0.2, from 0.0524 to 0.3339.
    found = contrast(side([56], [70]), side([48], [80])).iloc[0]
    assert found["difference"] == pytest.approx(0.2)
    assert (found["low"], found["high"]) == (pytest.approx(0.0524, abs=5e-5), pytest.approx(0.3339, abs=5e-5))
    assert found["verdict"] == "above"


def test_the_verdict_follows_the_interval_and_the_numbers():
    found = contrast(side([10, 60, 48, 5], [80, 80, 80, 9]), side([48, 58, 48, 500], [80, 80, 80, 900]))
    assert found["verdict"].tolist() == ["below", "within", "within", "too few"]


def test_a_missing_rate_has_no_verdict():
    missing = side([5], [50]).assign(rate=np.nan, low=np.nan, high=np.nan)
    assert contrast(missing, side([5], [50]))["verdict"].isna().all()


@given(st.integers(10, 300), st.integers(10, 300), st.data())
def test_one_against_one_differs_where_the_interval_leaves_out_nought(first, second, data):
    x, y = data.draw(st.integers(0, first)), data.draw(st.integers(0, second))
    found = contrast(side([x], [first]), side([y], [second])).iloc[0]
    assert (found["verdict"] == "above") == (found["low"] > 1e-12)
    assert (found["verdict"] == "below") == (found["high"] < -1e-12)


def areas(shares: np.ndarray, size: int, seed: int = 1) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Areas of that many people with their shares drawn, and everybody else."""
    part = np.random.default_rng(seed).binomial(size, shares)
    mine = side(part.tolist(), [size] * len(part))
    rest = side((part.sum() - part).tolist(), [size * (len(part) - 1)] * len(part))
    return mine.assign(size=mine["at_start"]), rest.assign(size=rest["at_start"])


def test_an_area_that_lies_far_off_is_found_among_areas_that_spread_by_chance():
    shares = np.full(60, 0.7)
    shares[7] = 0.3
    table, between = against_the_rest(*areas(shares, 200))
    assert between < 0.001
    assert table["verdict"].eq("below").to_numpy().nonzero()[0].tolist() == [7]


def test_areas_that_differ_anyway_are_not_called_different_one_by_one():
    shares = np.random.default_rng(2).normal(0.7, 0.08, 100).clip(0.05, 0.95)
    table, between = against_the_rest(*areas(shares, 2_000))
    outside = (table["low"] > 0) | (table["high"] < 0)
    assert outside.sum() > 60, "by their own people's chance nearly all would be"
    assert table["verdict"].isin(["below", "above"]).sum() <= 5
    assert between == pytest.approx((0.08 / (2 * np.sqrt(0.7 * 0.3))) ** 2, rel=0.3)


@given(st.integers(10, 400), st.integers(10, 400), st.data())
def test_swapping_the_sides_mirrors_the_interval(first, second, data):
    x, y = data.draw(st.integers(0, first)), data.draw(st.integers(0, second))
    one, other = side([x], [first]), side([y], [second])
    there, back = contrast(one, other).iloc[0], contrast(other, one).iloc[0]
    assert there["difference"] == pytest.approx(-back["difference"])
    assert there["low"] == pytest.approx(-back["high"])
    assert there["low"] <= there["difference"] <= there["high"]


def test_the_rest_is_the_whole_less_the_part():
    named = {"cohort": ["2020"] * 2, "years": [1, 2], "status": "official", "release": "r"}
    whole = pd.DataFrame({**named, "at_start": 100, "in_service": [90, 80], "stayed": [88, 75]})
    parts = pd.DataFrame({**named, "network": "n", "at_start": 20, "in_service": [19, None], "stayed": [19, 15]})
    rest = rest_of(whole, parts, ["network"])
    assert rest["at_start"].tolist() == [80, 80]
    assert rest.loc[0, "in_service"] == 71
    assert pd.isna(rest.loc[1, "in_service"])
    assert rest["stayed"].tolist() == [69, 60]
