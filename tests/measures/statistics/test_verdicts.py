"""The one verdict, on Benjamini and Hochberg's own example and at its edges."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from hubdata.measures.statistics.false_finds import threshold
from hubdata.measures.statistics.verdicts import Judged, counted, judged

# Benjamini and Hochberg (1995), section 4: fifteen comparisons of two treatments, of which four stand.
PUBLISHED = [
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344),
    *(0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000),
]


def judge(p, above=True, n=100) -> list:
    known = pd.Series(p, dtype=float)
    return judged(known, pd.Series(above, index=known.index), pd.Series(n, index=known.index)).tolist()


def test_four_of_the_published_fifteen_stand():
    assert judge(PUBLISHED) == ["above"] * 4 + ["within"] * 11
    assert threshold(np.array(PUBLISHED)) == 0.0095


@given(st.lists(st.floats(0, 1), min_size=1, max_size=60))
def test_what_stands_equals_statsmodels(p):
    stands = multipletests(p, alpha=0.05, method="fdr_bh")[0]
    assert judge(p, above=False) == ["below" if one else "within" for one in stands]


def test_the_side_is_the_side_of_the_rate():
    assert judge([0.001, 0.001, 0.9], above=[True, False, True]) == ["above", "below", "within"]


def test_equal_values_stand_or_fall_together():
    assert judge([0.04, 0.04, 0.04]) == ["above"] * 3
    assert judge([0.04, 0.04, 0.9]) == ["within"] * 3
    assert judge([0.0, 0.0, 0.9]) == ["above", "above", "within"]


def test_nothing_differs_where_every_value_is_one():
    assert judge([1.0] * 5) == ["within"] * 5
    assert judge([]) == []


def test_under_ten_is_too_few_and_does_not_enter_the_calculation():
    assert judge([0.0001, 0.03, 0.04], n=[9, 10, 11]) == ["too few", "above", "above"]
    assert judge([0.9] * 7 + [0.03], n=[9] * 7 + [10]) == ["too few"] * 7 + ["above"]
    assert judge([0.9] * 7 + [0.03], n=10) == ["within"] * 8


def test_what_is_not_known_has_no_verdict():
    found = judge([np.nan, 0.001, np.nan, 0.001], n=[50, 50, 3, np.nan])
    assert found[1:3] == ["above", "too few"]
    assert pd.isna(found[0])
    assert pd.isna(found[3])


def test_columns_that_know_missing_values_are_taken_as_they_come():
    p, n = pd.Series([0.01, pd.NA], dtype="Float64"), pd.Series([12, pd.NA], dtype="Int64")
    assert judged(p, pd.Series([False, pd.NA], dtype="boolean"), n).fillna("").tolist() == ["below", ""]


def test_the_index_is_kept():
    p = pd.Series([0.001, 0.5], index=["b", "a"])
    assert judged(p, p < 1, p * 0 + 40).to_dict() == {"b": "above", "a": "within"}


def test_those_judged_are_counted_and_what_chance_would_put_outside():
    verdicts = pd.Series(["below"] + ["within"] * 38 + ["above", "too few", None])
    assert counted(verdicts) == Judged(40)
    assert counted(verdicts).outside == pytest.approx(2)
