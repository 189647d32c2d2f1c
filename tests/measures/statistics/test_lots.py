"""Lots keep what they promise to keep, and the band is where a plain count puts it."""

import numpy as np
import pandas as pd
import pytest

from hubdata.measures.statistics.lots import band, counted, lots

STRATA = pd.Series(["a"] * 6 + ["b"] * 4 + [None] * 2)
CHOSEN = pd.Series([1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1], dtype=bool)
FREE = pd.Series([1, 1, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1], dtype=bool)


@pytest.fixture(scope="module")
def drawn() -> np.ndarray:
    return lots(STRATA, CHOSEN, FREE, draws=400)


def test_every_column_is_drawn_from_the_stratum_of_the_one_it_stands_for(drawn):
    kinds = STRATA.fillna("none").to_numpy()
    assert (kinds[drawn] == kinds[np.flatnonzero(CHOSEN)]).all()


def test_nobody_is_drawn_twice_nor_who_could_not_be(drawn):
    assert all(len(set(lot)) == len(lot) for lot in drawn.tolist())
    assert FREE.to_numpy()[drawn].all()


def test_each_of_a_stratum_is_as_likely_as_any_other(drawn):
    """Two of five in stratum a: each in 160 of 400 lots, give or take four standard deviations of 10."""
    times = np.bincount(drawn.ravel(), minlength=len(STRATA))
    assert np.abs(times[[0, 1, 2, 3, 5]] - 160).max() < 40
    assert times[4] == 0


def test_the_same_seed_gives_the_same_lots(drawn):
    assert (lots(STRATA, CHOSEN, FREE, draws=400) == drawn).all()
    assert (lots(STRATA, CHOSEN, FREE, draws=400, seed=7) != drawn).any()


def test_groups_are_counted_as_by_hand(drawn):
    groups = np.array([0, 0, 1, 1, 1, 1, -1, 0, 1, 1, 0, 0])
    found = counted(drawn, groups, 2)
    for lot in (0, 17, 399):
        mine = groups[drawn[lot]]
        assert found[:, lot].tolist() == [(mine == 0).sum(), (mine == 1).sum()]


def test_the_band_and_the_rank_are_those_of_a_plain_count():
    values = np.array([np.arange(999) / 1000, np.full(999, 0.5), np.full(999, np.nan)])
    found = band(values, pd.Series([0.0995, 0.5, 0.5], index=[7, 8, 9]))
    assert found["lot_rank"].tolist()[:2] == [100, 999]
    assert found.loc[7, "lot_low"] == pytest.approx(0.02495)
    assert found.loc[7, "lot_high"] == pytest.approx(0.97305)
    assert found.loc[9].isna().all()
    assert band(values[:1], pd.Series([np.nan])).isna().all(axis=None)
