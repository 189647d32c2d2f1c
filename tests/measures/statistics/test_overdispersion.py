"""Variance between areas against statsmodels, and limits that stay shares."""

import numpy as np
import pandas as pd
import pytest
from scipy.integrate import quad
from scipy.stats import norm
from statsmodels.stats.meta_analysis import combine_effects

from hubdata.measures.statistics.funnel_limits import limits
from hubdata.measures.statistics.overdispersion import angle, chance, errors, tau_squared
from hubdata.measures.statistics.verdicts import judged


def drawn(seed: int, between: float, areas: int = 150) -> tuple[pd.Series, pd.Series, pd.Series]:
    """Gaps of angles with a known variance between areas, their errors and the sizes behind them."""
    rng = np.random.default_rng(seed)
    size = pd.Series(rng.integers(20, 900, areas))
    share = np.sin((np.arcsin(np.sqrt(0.7)) + rng.normal(0, np.sqrt(between), areas)).clip(0, np.pi / 2)) ** 2
    rate = pd.Series(rng.binomial(size, share) / size)
    return angle(rate) - np.arcsin(np.sqrt(0.7)), errors(size), size


@pytest.mark.parametrize(("seed", "between"), [(1, 0.0), (2, 0.002), (3, 0.02)])
def test_without_drawing_in_it_is_statsmodels_dersimonian_and_laird(seed, between):
    gap, error, _ = drawn(seed, between)
    centred = gap - np.average(gap, weights=1 / error**2)
    told = combine_effects(gap.to_numpy(), (error**2).to_numpy(), method_re="dl").tau2
    assert tau_squared(centred, error, winsorised=0) == pytest.approx(max(0, told), rel=1e-9, abs=1e-12)


def test_winsorised_it_is_the_published_formula_written_out_but_for_what_drawing_in_takes():
    gap, error, _ = drawn(4, 0.01, 40)
    z = np.sort((gap / error).to_numpy())
    low, high = np.quantile(z, 0.1), np.quantile(z, 0.9)
    kept, _ = quad(lambda x: min(max(x, norm.ppf(0.1)), norm.ppf(0.9)) ** 2 * norm.pdf(x), -9, 9, limit=200)
    phi = np.mean([min(max(one, low), high) ** 2 for one in z]) / kept
    w = [1 / one**2 for one in error]
    assert tau_squared(gap, error) == pytest.approx(
        (40 * phi - 39) / (sum(w) - sum(one**2 for one in w) / sum(w)), rel=1e-6
    )


def test_one_wild_area_does_not_make_room_for_itself():
    gap, error, _ = drawn(5, 0.0)
    gap.iloc[0] = 0.6
    assert tau_squared(gap, error) < 0.05 * tau_squared(gap, error, winsorised=0)


def test_fewer_than_ten_areas_cannot_tell():
    gap, error, _ = drawn(6, 0.05, 9)
    assert tau_squared(gap, error) == 0.0
    assert tau_squared(gap.reindex(range(12)), error.reindex(range(12))) == 0.0, "unknown areas are no areas"


def test_limits_never_leave_nought_to_all_and_hold_the_target():
    size = pd.Series([1, 10, 50, 1000, 0])
    for target in (0.02, 0.5, 0.99):
        low, high = limits(size, target, 0.09, 0.001)
        assert low.iloc[:4].between(0, target).all()
        assert high.iloc[:4].between(target, 1).all()
        assert low.isna().tolist() == high.isna().tolist() == [False] * 4 + [True]


def test_an_area_on_its_limit_has_the_p_value_of_the_limit():
    size = pd.Series([60, 400])
    for rate in limits(size, 0.7, 0.001, 0.025):
        gap = angle(rate) - np.arcsin(np.sqrt(0.7))
        assert chance(gap, errors(size), 0.001).to_numpy() == pytest.approx([0.05, 0.05])


@pytest.mark.parametrize("between", [0.0, 0.004])
def test_where_no_area_differs_five_in_a_hundred_lie_outside_and_nearly_none_is_named(between):
    outside, named = [], []
    for seed in range(60):
        gap, error, size = drawn(100 + seed, between)
        p = chance(gap, error, tau_squared(gap, error))
        outside.append((p < 0.05).mean())
        named.append(judged(p, gap > 0, size).isin(["below", "above"]).any())
    assert 0.03 < np.mean(outside) < 0.07
    assert np.mean(named) < 0.15


def test_the_normal_quantile_is_that_of_the_tail():
    low, _ = limits(pd.Series([100]), 0.5, 0.0, 0.025)
    assert low.iloc[0] == pytest.approx(np.sin(np.pi / 4 - norm.ppf(0.975) / 20) ** 2)
