"""What every lot gives, worked out at once, is what the measure of one map gives for each of them."""

import numpy as np
import pandas as pd
import pytest

from hubdata.measures.spread.by_lot import curves, ginis, mean_curve, theils
from hubdata.measures.spread.inequality import gini, lorenz, theil

SCHOOLS = np.array([10, 40, 25, 5, 20])
REGION = pd.Series(["x", "x", "y", "y", "z"])
GIVEN = np.random.default_rng(3).integers(0, 6, (5, 12))


def test_each_gini_is_that_of_its_map():
    expected = [gini(pd.Series(SCHOOLS), pd.Series(GIVEN[:, lot])) for lot in range(12)]
    assert ginis(SCHOOLS, GIVEN) == pytest.approx(expected)


def test_each_theil_and_its_parts_are_those_of_its_map():
    found = theils(SCHOOLS, GIVEN, REGION)
    for lot in range(12):
        assert [part[lot] for part in found] == pytest.approx(
            theil(pd.Series(SCHOOLS), pd.Series(GIVEN[:, lot]), REGION)
        )


def test_each_curve_and_their_mean():
    across, up = curves(SCHOOLS, GIVEN)
    plain = [lorenz(pd.Series(SCHOOLS), pd.Series(GIVEN[:, lot])) for lot in range(12)]
    assert across[4] == pytest.approx(plain[4]["schools"].to_numpy())
    assert up[4] == pytest.approx(plain[4]["provision"].to_numpy())
    at = pd.Series([0.0, 0.3, 0.5, 1.0])
    expected = np.mean([np.interp(at, one["schools"], one["provision"]) for one in plain], axis=0)
    assert mean_curve(SCHOOLS, GIVEN, at) == pytest.approx(expected)
