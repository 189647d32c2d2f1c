"""Gini, Theil and Lorenz against the inequality package and worked cases."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from inequality.gini import Gini
from inequality.theil import TheilD

from hubdata.measures.spread.inequality import gini, inequality, lorenz, theil

amounts = st.lists(st.integers(0, 40), min_size=2, max_size=30).filter(any)


def areas(provision, schools=None, region=None) -> tuple[pd.Series, pd.Series, pd.Series]:
    count = len(provision)
    return (
        pd.Series(schools or [10] * count, dtype=float),
        pd.Series(provision, dtype=float),
        pd.Series(region or [f"r{place % 3}" for place in range(count)]),
    )


def test_an_area_without_a_school_is_left_out_whatever_it_was_given():
    schools, provision, region = areas([1, 2, 3], [10, 0, 20], ["a", "b", "a"])
    curve = lorenz(schools, provision)
    assert curve["schools"].tolist() == pytest.approx([0, 1 / 3, 1])
    assert curve["provision"].tolist() == pytest.approx([0, 1 / 4, 1])
    # Two areas: a third of the schools with a quarter of the provision.
    assert gini(schools, provision) == pytest.approx(1 / 3 - 1 / 4)
    whole, between, within = theil(schools, provision, region)
    assert whole == pytest.approx(0.25 * np.log(0.25 * 3) + 0.75 * np.log(0.75 * 1.5))
    assert (between, within) == pytest.approx((0, whole))


@given(amounts)
def test_gini_of_areas_of_one_size_equals_the_package(provision):
    schools, given_out, _ = areas(provision)
    assert gini(schools, given_out) == pytest.approx(Gini(np.array(provision, dtype=float)).g, abs=1e-12)


@given(amounts.filter(all))
def test_theil_and_its_parts_equal_the_package(provision):
    schools, given_out, region = areas(provision)
    wanted = TheilD(np.array(provision, dtype=float), region.to_numpy())
    whole, between, within = theil(schools, given_out, region)
    assert whole == pytest.approx(float(wanted.T), abs=1e-12)
    assert between == pytest.approx(float(wanted.bg[0]), abs=1e-12)
    assert within == pytest.approx(float(wanted.wg[0]), abs=1e-12)


@given(
    st.lists(st.tuples(st.integers(1, 300), st.integers(0, 30)), min_size=1, max_size=25).filter(
        lambda x: any(h for _, h in x)
    )
)
def test_gini_is_the_sum_over_pairs(rows):
    schools, provision = (pd.Series(column, dtype=float) for column in zip(*rows, strict=True))
    n, x = schools / schools.sum(), provision / schools
    pairs = (np.outer(n, n) * np.abs(np.subtract.outer(x.to_numpy(), x.to_numpy()))).sum()
    assert gini(schools, provision) == pytest.approx(pairs / (2 * (n * x).sum()), abs=1e-9)


def test_one_area_with_everything():
    schools, provision, region = areas([12, 0, 0, 0], region=["a", "b", "b", "b"])
    assert gini(schools, provision) == pytest.approx(0.75)
    assert theil(schools, provision, region)[:2] == pytest.approx((np.log(4), np.log(4)))


def test_the_same_rate_everywhere_is_no_inequality():
    schools, provision, region = areas([1, 2, 30], schools=[10, 20, 300])
    assert gini(schools, provision) == pytest.approx(0, abs=1e-12)
    assert theil(schools, provision, region) == pytest.approx((0, 0, 0), abs=1e-12)


def test_theil_hardly_minds_how_schools_are_split_into_equal_areas():
    whole = theil(*areas([4, 1], schools=[20, 20], region=["a", "b"]))
    split = theil(*areas([2, 2, 1], schools=[10, 10, 20], region=["a", "a", "b"]))
    assert split == pytest.approx(whole)


def test_no_provision_is_unknown_and_empty_areas_are_left_out():
    schools, provision, region = areas([0, 0])
    assert np.isnan(gini(schools, provision))
    assert np.isnan(theil(schools, provision, region)).all()
    with_empty = areas([3, 1, 0], schools=[10, 10, 0])
    assert gini(*with_empty[:2]) == pytest.approx(gini(*areas([3, 1])[:2]))


def test_the_row_and_no_row():
    table = pd.DataFrame({"schools": [10, 30], "provision": [4, 0], "region": ["a", "b"]})
    row = inequality(table).iloc[0]
    assert row[["areas", "schools", "provision"]].tolist() == [2, 40, 4]
    assert row["theil"] == pytest.approx(row["theil_between"] + row["theil_within"])
    assert inequality(table.head(0)).empty


def test_lorenz_starts_at_the_worst_served():
    curve = lorenz(*areas([6, 2, 0], schools=[10, 20, 10])[:2])
    assert curve.to_numpy().tolist() == [[0, 0], [0.25, 0], [0.75, 0.25], [1, 1]]
