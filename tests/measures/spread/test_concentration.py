"""The concentration index and the growth slope against a published table, statsmodels and brute force."""

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st

from hubdata.measures.spread.concentration import band, concentration_curve, concentration_index
from hubdata.measures.spread.growth import slope

area = st.tuples(st.integers(1, 60), st.integers(0, 9), st.integers(0, 12))


def columns(rows) -> list[pd.Series]:
    return [pd.Series(column, dtype=float) for column in zip(*rows, strict=True)]


def test_under_five_deaths_by_wealth_in_india():
    """World Bank Technical Note 7: births and deaths per 1,000 by fifth, C = -0.1694."""
    births = pd.Series([29939, 28776, 26528, 24689, 19739])
    rate = pd.Series([154.7, 152.9, 119.5, 86.9, 54.3])
    assert concentration_index(births, births * rate, pd.Series(range(5))) == pytest.approx(-0.1694, abs=0.00005)


@given(st.lists(area, min_size=2, max_size=20).filter(lambda rows: any(row[1] for row in rows)))
def test_is_the_covariance_with_the_rank_of_every_school(rows):
    schools, resource, advantage = columns(rows)
    found = concentration_index(schools, resource, advantage)
    if advantage.nunique() < 2:
        assert np.isnan(found)
        return
    each = np.repeat(np.arange(len(rows)), schools.astype(int))
    h = (resource / schools).to_numpy()[each]
    rank = (pd.Series(advantage.to_numpy()[each]).rank().to_numpy() - 0.5) / len(each)
    assert found == pytest.approx(2 * np.cov(h, rank, bias=True)[0, 1] / h.mean(), abs=1e-9)


@given(st.lists(area, min_size=3, max_size=20).filter(lambda rows: any(row[1] for row in rows)))
def test_turning_the_ranking_turns_the_sign_and_the_curve_says_the_same(rows):
    schools, resource, advantage = columns(rows)
    if advantage.nunique() < 2:
        return
    found = concentration_index(schools, resource, advantage)
    assert concentration_index(schools, resource, -advantage) == pytest.approx(-found, abs=1e-9)
    curve = concentration_curve(schools, resource, advantage)
    below = np.trapezoid(curve["resource"], curve["schools"])
    assert found == pytest.approx(1 - 2 * below, abs=1e-9)


def test_everything_to_the_most_advantaged_and_the_least():
    schools, up = pd.Series([1.0] * 100), pd.Series(range(100))
    last = pd.Series([0.0] * 99 + [1.0])
    assert concentration_index(schools, last, up) == pytest.approx(0.99)
    assert concentration_index(schools, last, -up) == pytest.approx(-0.99)


def test_nothing_given_or_nothing_ranked_is_unknown():
    schools = pd.Series([10.0, 10.0])
    assert np.isnan(concentration_index(schools, pd.Series([0.0, 0.0]), pd.Series([1, 2])))
    assert np.isnan(concentration_index(schools, pd.Series([1.0, 0.0]), pd.Series([1, np.nan])))
    assert np.isnan(concentration_index(schools, pd.Series([1.0, 0.0]), pd.Series([1, 1])))
    assert np.isnan(band(schools, pd.Series([0.0, 0.0]), pd.Series([1, 2]))).all()


def test_the_band_is_the_same_again_and_holds_the_index():
    rng = np.random.default_rng(5)
    schools, advantage = pd.Series(rng.integers(40, 200, 150)), pd.Series(rng.random(150))
    noise = pd.Series(rng.poisson(3, 150))
    low, high = band(schools, noise, advantage)
    assert (low, high) == band(schools, noise, advantage)
    assert low < concentration_index(schools, noise, advantage) < high
    assert low < 0 < high
    tilted = pd.Series(rng.poisson(8 * advantage))
    assert band(schools, tilted, advantage)[0] > 0


def test_the_band_is_that_of_drawing_areas_one_by_one():
    rng = np.random.default_rng(8)
    rows = pd.DataFrame({"w": rng.integers(5, 50, 40), "h": rng.poisson(2, 40), "a": rng.integers(0, 10, 40)})
    slow = []
    for _ in range(250):
        drawn = rows.iloc[rng.integers(0, 40, 40)]
        slow.append(concentration_index(drawn["w"], drawn["h"], drawn["a"]))
    assert band(rows["w"], rows["h"], rows["a"]) == pytest.approx(np.nanquantile(slow, [0.025, 0.975]), abs=0.04)


@given(st.lists(st.tuples(st.floats(0, 10), st.floats(-5, 5)), min_size=4, max_size=60))
def test_growth_slope_equals_statsmodels_hc3(rows):
    x, y = columns(rows)
    n, found, low, high = slope(x, y)
    away = x - x.mean()
    leverage = 1 / n + away**2 / max((away**2).sum(), 1e-300)
    if np.ptp(x) < 1e-3 or leverage.max() > 0.999:
        return
    fitted = sm.OLS(y, sm.add_constant(x)).fit(cov_type="HC3", use_t=True)
    assert n == len(rows)
    assert found == pytest.approx(fitted.params.iloc[1], rel=1e-6, abs=1e-6)
    assert (low, high) == pytest.approx(tuple(fitted.conf_int().iloc[1]), rel=1e-5, abs=1e-5)


def test_no_slope_without_a_spread_or_with_two_areas():
    assert np.isnan(slope(pd.Series([1.0, 1, 1]), pd.Series([1.0, 2, 3]))[1])
    assert np.isnan(slope(pd.Series([1.0, 2]), pd.Series([1.0, 2]))[1])
    assert slope(pd.Series([1.0, 2, np.nan, 4]), pd.Series([1.0, 2, 3, 4]))[0] == 3
