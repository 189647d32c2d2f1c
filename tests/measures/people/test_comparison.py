"""Differences with their interval, everybody else as comparator, and a programme against its own trend."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdata.measures.people.differences import FEW, HIGHER, LOWER, UNCLEAR, before_and_after, contrast, rest_of
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
    assert found["verdict"] == HIGHER


def test_the_verdict_follows_the_interval_and_the_numbers():
    found = contrast(side([10, 60, 48, 5], [80, 80, 80, 9]), side([48, 58, 48, 500], [80, 80, 80, 900]))
    assert found["verdict"].tolist() == [LOWER, UNCLEAR, UNCLEAR, FEW]


def test_a_missing_rate_is_too_few_to_say():
    missing = side([5], [50]).assign(rate=np.nan, low=np.nan, high=np.nan)
    assert contrast(missing, side([5], [50]))["verdict"].tolist() == [FEW]


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


def test_a_straight_line_before_is_carried_on_and_nothing_is_said_to_be_caused():
    years = np.arange(2010, 2020)
    series = pd.DataFrame({"cohort": years.astype(str), "at_start": 1_000, "rate": 0.9 - 0.01 * (years - 2010)})
    series.loc[years >= 2016, "rate"] += 0.05
    table = before_and_after(series, 2016)
    assert table["period"].tolist() == ["before"] * 6 + ["after"] * 4
    assert table["expected"].to_numpy() == pytest.approx(0.9 - 0.01 * (years - 2010))
    after = table.loc[table["period"] == "after"]
    width = after["expected_high"] - after["expected"]
    assert (after["rate"] > after["expected_high"]).all()
    assert width.is_monotonic_increasing, "the further from the line's own years, the less it says"


def test_two_cohorts_before_are_no_trend():
    series = pd.DataFrame({"cohort": ["2014", "2015", "2016"], "at_start": 50, "rate": [0.8, 0.8, 0.9]})
    table = before_and_after(series, 2016)
    assert table[["expected", "expected_low", "expected_high"]].isna().all(axis=None)
    assert before_and_after(series.iloc[:0], 2016).empty
