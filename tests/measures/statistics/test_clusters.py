"""Authorities drawn whole: the design effect by hand and by statsmodels, and what the draws leave unsaid."""

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm

from hubdata.measures.statistics.clusters import drawn, spread
from hubdata.measures.statistics.design import design_effect


def test_authorities_that_are_all_or_nothing_count_as_one_school_each():
    """Twelve authorities of 25 schools, six all reached and six not: 25 schools say what one does, times 12/11."""
    whole = pd.Series([25] * 12)
    assert design_effect(pd.Series([25] * 6 + [0] * 6), whole) == pytest.approx(25 * 12 / 11)
    assert design_effect(pd.Series([13] * 12), whole) == pytest.approx(0)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_design_effect_is_that_of_cluster_robust_least_squares(seed):
    rng = np.random.default_rng(seed)
    whole = pd.Series(rng.integers(3, 60, 30))
    part = pd.Series(rng.binomial(whole, rng.beta(2, 1, 30)))
    y = np.concatenate([[1.0] * x + [0.0] * (n - x) for x, n in zip(part, whole, strict=True)])
    groups = np.repeat(np.arange(30), whole)
    fitted = sm.OLS(y, np.ones(len(y))).fit(cov_type="cluster", cov_kwds={"groups": groups, "use_correction": False})
    plain = y.mean() * (1 - y.mean()) / len(y)
    assert design_effect(part, whole) == pytest.approx(fitted.bse[0] ** 2 * 30 / 29 / plain)


def test_draws_keep_the_number_of_authorities():
    again = drawn(np.array([[1.0, 10.0], [1.0, 20.0], [1.0, 30.0]]), draws=500)
    assert set(again[:, 0]) == {3.0}
    assert again[:, 1].min() >= 30
    assert again[:, 1].max() <= 90
    assert again[:, 1].mean() == pytest.approx(60, abs=2)


def test_the_interval_is_the_spread_of_the_draws_at_t():
    again = np.random.default_rng(4).normal(2, 0.5, 4000)
    found = spread(2.0, again, 11)
    assert (found.low, found.high) == pytest.approx(
        (2 - 2.228139 * again.std(ddof=1), 2 + 2.228139 * again.std(ddof=1))
    )
    assert spread(2.228139 * again.std(ddof=1), again, 11).p == pytest.approx(0.05, abs=1e-4)


@pytest.mark.parametrize(
    ("found", "again", "authorities"),
    [
        (1.0, np.arange(99.0), 9),
        (np.nan, np.arange(99.0), 30),
        (1.0, np.r_[np.arange(90.0), [np.nan] * 9], 30),
        (1.0, np.ones(99), 30),
    ],
)
def test_too_few_authorities_or_too_few_figures_say_nothing(found, again, authorities):
    assert np.isnan(spread(found, again, authorities).low)


def test_no_design_effect_without_ten_authorities_or_a_spread():
    assert np.isnan(design_effect(pd.Series([1] * 9), pd.Series([2] * 9)))
    assert np.isnan(design_effect(pd.Series([2] * 12), pd.Series([2] * 12)))
