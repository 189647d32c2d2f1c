"""What luck alone would do: lots drawn among schools, against what is known of them and against other code."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdata.measures.spread.inequality import gini, theil
from hubdata.measures.spread.luck import between_by_luck, between_of_lots, curves, gini_by_luck, lorenz_by_luck, lots

AREAS = st.lists(st.integers(1, 40), min_size=2, max_size=12)


def test_the_range_holds_what_drawing_lots_by_hand_gives():
    schools = pd.Series([120, 60, 300, 20, 90, 210, 45, 155])
    low, high = gini_by_luck(schools, 60)
    rng = np.random.default_rng(7)
    area = np.repeat(np.arange(len(schools)), schools)
    drawn = [
        gini(schools, pd.Series(np.bincount(rng.choice(area, 60, replace=False), minlength=len(schools))))
        for _ in range(2000)
    ]
    inside = np.mean([low <= one <= high for one in drawn])
    assert inside == pytest.approx(0.95, abs=0.02)


def test_one_lead_in_many_areas_is_uneven_whoever_draws():
    low, _ = gini_by_luck(pd.Series([10] * 50), 1)
    assert low == pytest.approx(0.98)


def test_where_every_school_leads_nothing_is_left_to_luck():
    assert gini_by_luck(pd.Series([3, 5, 9]), 17) == pytest.approx((0, 0))


@pytest.mark.parametrize(("schools", "leads"), [([], 0), ([5, 6], 0), ([0, 0], 3), ([4, 5], 10)])
def test_without_lots_to_draw_nothing_is_known(schools, leads):
    assert np.isnan(gini_by_luck(pd.Series(schools, dtype="int64"), leads)).all()
    assert np.isnan(lorenz_by_luck(pd.Series(schools, dtype="int64"), leads, pd.Series([0.0, 1.0]))).all()


@given(AREAS, st.data())
def test_curves_run_from_nothing_to_all_under_the_line_of_equal_shares(schools, data):
    leads = data.draw(st.integers(1, sum(schools)))
    across, up = curves(pd.Series(schools), leads, draws=20)
    assert (np.diff(across, axis=1) > 0).all()
    assert (np.diff(up, axis=1) >= 0).all()
    assert np.allclose([across[:, 0], up[:, 0]], 0)
    assert np.allclose([across[:, -1], up[:, -1]], 1)
    assert (up <= across + 1e-9).all()


def test_the_same_seed_draws_the_same_lots():
    schools = pd.Series([30, 40, 50])
    assert gini_by_luck(schools, 20) == gini_by_luck(schools, 20)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_part_between_regions_of_each_lot_is_that_of_theils_index(seed):
    rng = np.random.default_rng(seed)
    schools = pd.Series(rng.integers(5, 200, 30))
    region = pd.Series(rng.choice(["North", "South", "West"], 30))
    drawn = lots(schools, 40, draws=20, seed=seed)
    wanted = [theil(schools, pd.Series(one), region)[1] for one in drawn]
    assert between_of_lots(schools, region, drawn) == pytest.approx(wanted, abs=1e-12)


def test_the_band_between_regions_holds_what_lots_by_hand_give():
    schools, region = pd.Series([120, 60, 300, 20, 90, 210]), pd.Series(["N", "N", "S", "S", "W", "W"])
    low, high = between_by_luck(schools, region, 60)
    rng, area = np.random.default_rng(3), np.repeat(np.arange(6), schools)
    drawn = [np.bincount(rng.choice(area, 60, replace=False), minlength=6) for _ in range(1500)]
    inside = [low <= theil(schools, pd.Series(one), region)[1] <= high for one in drawn]
    assert np.mean(inside) == pytest.approx(0.95, abs=0.02)
    assert np.isnan(between_by_luck(schools, region, 0)).all()
