"""Tails beyond the lots: right where lots can tell, never bolder than a normal tail that is known."""

import numpy as np
import pytest
from scipy.stats import norm

from hubdata.measures.statistics.fitted import of_lots

RANDOM = np.random.default_rng(11)
UNITS = np.full(40, 10_000)


@pytest.fixture(scope="module")
def normal() -> np.ndarray:
    return 0.5 + 0.02 * RANDOM.standard_normal((40, 999))


def test_where_lots_can_tell_they_do(normal):
    at = 0.5 + 0.02 * norm.isf(0.03)
    assert of_lots(normal, UNITS).p(np.full(40, at)).mean() == pytest.approx(0.06, abs=0.01)


def test_far_out_the_fit_is_small_but_never_bolder_than_the_tail_that_is_known(normal):
    far = 0.5 + 0.02 * norm.isf(1e-6)
    found = of_lots(normal, UNITS).p(np.full(40, far))
    assert np.median(found) < 0.0005
    assert found.min() > 2e-6


def test_both_tails_are_alike(normal):
    above, below = (of_lots(normal, UNITS).p(np.full(40, 0.5 + side * 0.07)) for side in (1, -1))
    assert np.median(above) == pytest.approx(np.median(below), rel=0.5)


def test_an_area_that_no_lot_moves_differs_only_by_what_lots_can_show():
    always = of_lots(np.ones((2, 999)), np.array([20, 20]))
    assert always.p(np.array([1.0, 0.95])).tolist() == [1.0, pytest.approx(0.002)]
    assert always.limits().eq(1.0).all(axis=None)


def test_limits_are_in_order_and_hold_the_share_they_say(normal):
    limits = of_lots(normal, UNITS).limits()
    assert (limits["low998"] < limits["low95"]).all()
    assert (limits["high95"] < limits["high998"]).all()
    inside = (normal >= limits[["low95"]].to_numpy()) & (normal <= limits[["high95"]].to_numpy())
    assert inside.mean() == pytest.approx(0.95, abs=0.002)
