"""The gap: sides, weights, and its intervals."""

import numpy as np
import pandas as pd
import pytest
from statsmodels.stats.proportion import confint_proportions_2indep

from hubdata.measures.reach.gap import gap


def schools(*cells: tuple[str, str, int, int]) -> tuple[pd.DataFrame, pd.Series]:
    """Phase, place, reached and not reached of each cell, as schools with their flags."""
    rows = [(phase, rural, hit) for phase, rural, yes, no in cells for hit in [True] * yes + [False] * no]
    table = pd.DataFrame(rows, columns=["phase", "rural", "hit"]).assign(pupils=100, region="Here")
    return table, table["hit"].astype("boolean")


def test_counts_and_intervals_of_both_sides():
    table = gap(*schools(("Primary", "Rural", 30, 20), ("Primary", "Urban", 80, 10)), [], sampled=True)
    row = table.iloc[0]
    assert row[["reached_a", "schools_a", "reached_b", "schools_b"]].tolist() == [30, 50, 80, 90]
    assert row["ratio"] == pytest.approx(0.6 / (8 / 9))
    wanted = confint_proportions_2indep(30, 50, 80, 90, compare="ratio", method="log")
    assert tuple(row[["ratio_low", "ratio_high"]]) == pytest.approx(wanted)


def test_the_other_contrast_and_schools_on_neither_side():
    found = schools(("Primary", "Rural", 3, 1), ("Secondary", "Not classified", 2, 2), ("All-through", "Urban", 5, 5))
    row = gap(*found, [], "phase").iloc[0]
    assert row[["reached_a", "schools_a", "reached_b", "schools_b"]].tolist() == [3, 4, 2, 4]
    assert gap(*schools(("All-through", "Urban", 5, 5)), [], "phase").empty


def test_one_side_alone_leaves_the_rest_unknown():
    row = gap(*schools(("Primary", "Rural", 3, 1)), ["region"]).iloc[0]
    assert row["schools_b"] == 0
    assert row[["ratio", "difference", "difference_low"]].isna().all()


def test_a_side_of_one_school_counts():
    row = gap(*schools(("Primary", "Rural", 1, 0), ("Primary", "Urban", 3, 1)), []).iloc[0]
    assert row["difference"] == pytest.approx(1 - 3 / 4)
    assert row["ratio"] == pytest.approx(4 / 3)


def test_a_group_of_one_school_has_a_row():
    row = gap(*schools(("Primary", "Urban", 1, 0)), ["region"]).iloc[0]
    assert row[["region", "reached_b", "schools_a", "schools_b"]].tolist() == ["Here", 1, 0, 1]


def test_schools_of_one_size_weigh_as_schools():
    found = schools(("Primary", "Rural", 3, 4), ("Primary", "Urban", 8, 2))
    plain, weighted = gap(*found, []), gap(*found, [], weight="pupils")
    assert weighted["schools_a"].tolist() == [700]
    names = ["ratio", "ratio_low", "ratio_high", "difference", "difference_low", "difference_high"]
    np.testing.assert_allclose(weighted[names], plain[names])


def test_unknown_reach_is_left_out():
    table, flag = schools(("Primary", "Rural", 3, 1), ("Primary", "Urban", 2, 2))
    flag.iloc[0] = None
    assert gap(table, flag, [])["schools_a"].tolist() == [3]
