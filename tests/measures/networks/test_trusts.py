"""Schools in large trusts, and two kinds of area against each other."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdata.measures.networks.trusts import FEWEST, sizes, trusts, two_kinds

SCHOOLS = pd.DataFrame(
    {
        "trust_size": ["None", "Not known", "2-5", "2-5", "2-5", "1", "1"],
        "pupils": pd.array([100, 200, 300, None, 500, 50, None], dtype="Int64"),
        "la": ["A", "A", "A", "B", "B", "B", "C"],
    }
)
TRUST = pd.Series(["x", "y", "t", "t", "t", "u", "v"])


def placed() -> pd.DataFrame:
    return SCHOOLS.join(sizes(SCHOOLS, TRUST))


def test_a_maintained_school_is_in_no_trust_and_an_unnamed_trust_is_unknown():
    table = placed()
    assert table["trust_schools"].tolist()[:1] + table["trust_schools"].tolist()[2:] == [0, 3, 3, 3, 1, 1]
    assert pd.isna(table["trust_schools"].iloc[1])
    assert table["trust"].isna().tolist() == [True, True, False, False, False, False, False]
    assert table["trust_pupils"].iloc[2:5].tolist() == [800, 800, 800]
    assert np.isnan(table["trust_pupils"].iloc[6])


def test_each_authority_has_its_share_and_its_trusts():
    table = trusts(placed(), ["la"], 3).set_index("la")
    assert table["schools"].tolist() == [2, 3, 1]
    assert table["in_trusts"].tolist() == [1, 2, 0]
    assert table["not_known"].tolist() == [1, 0, 0]
    assert table["trusts"].tolist() == [1, 2, 1]
    assert table["median_schools"].tolist() == [3, 2, 1]
    assert table.loc["B", "median_pupils"] == 425
    assert np.isnan(table.loc["C", "median_pupils"])
    assert table["mark"].tolist() == ["u", "u", "u"]


def test_england_is_one_row_and_nobody_is_none():
    table = trusts(placed(), [], 3)
    assert table[["schools", "in_trusts", "not_known", "trusts"]].iloc[0].tolist() == [6, 3, 1, 3]
    assert trusts(placed().iloc[:0], [], 3).empty
    assert trusts(placed().iloc[:0], ["la"], 3).empty


def test_where_nobody_is_in_a_trust_there_is_none():
    table = trusts(placed().iloc[:1], ["la"], 2).iloc[0]
    assert (table["in_trusts"], table["trusts"]) == (0, 0)
    assert np.isnan(table["median_schools"])


def areas(count: int, share: float) -> pd.DataFrame:
    return pd.DataFrame({"schools": [20] * count, "in_trusts": [round(20 * share)] * count})


def test_areas_all_alike_leave_no_doubt():
    both = pd.concat([areas(6, 0.5), areas(9, 0.2)], ignore_index=True)
    row = two_kinds(both, pd.Series([True] * 6 + [False] * 9)).iloc[0]
    assert row[["areas_a", "in_trusts_a", "schools_a"]].tolist() == [6, 60, 120]
    assert row[["difference", "low", "high"]].tolist() == pytest.approx([0.3, 0.3, 0.3])


@given(st.integers(0, FEWEST - 1))
def test_too_few_areas_have_no_interval(count):
    both = pd.concat([areas(count, 0.5), areas(9, 0.2)], ignore_index=True)
    row = two_kinds(both, pd.Series([True] * count + [False] * 9)).iloc[0]
    assert np.isnan(row["low"])
    assert np.isnan(row["difference"]) == (count == 0)


@given(st.lists(st.integers(0, 20), min_size=FEWEST, max_size=30), st.lists(st.integers(0, 20), min_size=FEWEST))
def test_the_interval_holds_the_difference_and_turning_the_sides_turns_it(first, second):
    both = pd.DataFrame({"schools": 20, "in_trusts": [*first, *second]})
    side = pd.Series([True] * len(first) + [False] * len(second))
    one, other = two_kinds(both, side).iloc[0], two_kinds(both, ~side).iloc[0]
    assert one["low"] - 0.05 <= one["difference"] <= one["high"] + 0.05
    assert one["difference"] == pytest.approx(-other["difference"])
    assert two_kinds(both, side).equals(two_kinds(both, side))


def test_an_area_whose_trusts_are_all_unknown_is_not_an_area():
    both = pd.concat([areas(6, 0.5), pd.DataFrame({"schools": [0], "in_trusts": [0]}), areas(9, 0.2)])
    both = both.reset_index(drop=True)
    assert two_kinds(both, both.index.to_series() < 7)["areas_a"].iloc[0] == 6
