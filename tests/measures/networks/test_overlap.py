"""What schools can choose from: effective providers, catchments, roles and tiers."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdata.measures.networks.overlap import catchment_pairs, effective_providers, number_within, overlap
from hubdata.measures.networks.roles import offered, roles_within
from hubdata.measures.reach.distance import pairs_within
from hubdata.measures.spread.tiers import bimodality, tiers
from hubdata.schema import AREAS_OF_WORK


def places(*points, **columns) -> pd.DataFrame:
    return pd.DataFrame(points, columns=["easting", "northing"], dtype=float).assign(**columns)


def test_two_networks_equally_far_are_two_however_far():
    leads = places((0, 300_000), (0, -300_000), network=["a", "b"])
    assert effective_providers(places((0, 0)), leads).tolist() == pytest.approx([2])


def test_several_leads_of_one_network_count_once():
    leads = places((0, 1000), (1000, 0), (0, 90_000), network=["a", "a", "b"])
    assert effective_providers(places((0, 0)), leads).iloc[0] == pytest.approx(1, abs=1e-6)


def test_effective_providers_by_hand():
    leads = places((0, 5000), (0, 10_000), network=["a", "b"])
    w = np.exp([-1.0, -2.0])
    assert effective_providers(places((0, 0)), leads).iloc[0] == pytest.approx(w.sum() ** 2 / (w**2).sum())


def test_without_a_location_or_a_lead_it_is_missing():
    leads = places((0, 0), network=["a"])
    assert effective_providers(places((np.nan, 0), (0, 0)), leads).isna().tolist() == [True, False]
    assert effective_providers(places((0, 0)), leads.head(0)).isna().all()


@given(st.lists(st.tuples(st.integers(0, 40_000), st.integers(0, 40_000)), min_size=1, max_size=12))
def test_between_one_and_the_number_of_networks(points):
    leads = places(*points, network=[f"n{place}" for place in range(len(points))])
    found = effective_providers(places((0, 0)), leads).iloc[0]
    assert 1 - 1e-9 <= found <= len(points) + 1e-9


def test_overlap_counts_none_and_leaves_out_the_unlocated():
    table = pd.DataFrame(
        {"within": pd.Series([0, 2, 4, None], dtype="Int64"), "effective": [1.0, 2.0, 3.0, np.nan], "phase": "p"}
    )
    row = overlap(table, ["phase"]).iloc[0]
    assert row[["schools", "mean_within", "median_within", "mean_effective", "none"]].tolist() == [3, 2, 2, 2, 1]
    assert overlap(table.loc[[3]], []).empty


@pytest.fixture
def catchments() -> pd.DataFrame:
    rows = [(0, "a"), (1, "a"), (2, "a"), (1, "b"), (2, "b"), (3, "b"), (9, "c")]
    return pd.DataFrame(rows, columns=["row", "network"]).astype({"network": "category"})


def test_jaccard_of_catchments(catchments):
    names = pd.Series({"a": "Ay", "b": "Bee", "c": "Sea"})
    table = catchment_pairs(catchments, names, 10)
    assert table.to_numpy().tolist() == [["a", "b", "Ay", "Bee", 2, 4, 0.5]]


def test_no_pairs_from_no_catchments(catchments):
    assert catchment_pairs(catchments.head(0), pd.Series(dtype=str), 5).empty
    assert catchment_pairs(catchments.loc[[6]], pd.Series({"c": "Sea"}), 5).empty


def test_pairs_are_ordered_by_jaccard_then_by_name_and_cut():
    rows = [(place, network) for place, networks in enumerate(["ab", "ab", "cd", "cd", "ae"]) for network in networks]
    table = catchment_pairs(
        pd.DataFrame(rows, columns=["row", "network"]).astype({"network": "category"}), pd.Series(dtype=str), 2
    )
    assert table[["a", "b"]].to_numpy().tolist() == [["c", "d"], ["a", "b"]]


def test_number_within_counts_networks():
    schools, leads = places((0, 0), (50_000, 0)), places((0, 100), (100, 0), (0, 200), network=["a", "a", "b"])
    assert number_within(pairs_within(schools, leads, 1), 2).tolist() == [2, 0]


def test_roles_are_those_of_the_networks_in_reach():
    pairs = pd.DataFrame({"row": [0, 0, 2], "network": ["a", "b", "b"]})
    roles = pd.DataFrame(
        {"network": ["a", "b", "c"], "area_of_work": [AREAS_OF_WORK[0], AREAS_OF_WORK[5], AREAS_OF_WORK[1]]}
    )
    has = offered(pairs, roles, 3)
    assert has.sum(axis=1).tolist() == [2, 0, 1]
    table = roles_within(pd.DataFrame({"phase": ["p", "p", "s"]}), has, ["phase"])
    assert table["role"].tolist() == list(AREAS_OF_WORK) * 2
    assert table["with_provider"].tolist() == [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1]
    assert table["schools"].tolist() == [2] * 6 + [1] * 6


def test_tiers_by_hand():
    table = tiers(pd.DataFrame({"within": pd.Series([0, 0, 1, 3, None], dtype="Int64")}), [])
    row = table.iloc[0]
    assert row[["schools", "p10", "median", "none", "none_rate"]].tolist() == [4, 0, 0.5, 2, 0.5]
    assert np.isnan(row["ratio"])


def test_two_peaks_are_more_bimodal_than_one():
    rng = np.random.default_rng(3)
    one, two = rng.normal(0, 1, 4000), np.r_[rng.normal(-4, 1, 2000), rng.normal(4, 1, 2000)]
    assert bimodality(pd.Series(one)) < 5 / 9 < bimodality(pd.Series(two))
    assert np.isnan(bimodality(pd.Series([2, 2, 2])))
    assert bimodality(pd.Series([0, 1] * 50)) == pytest.approx(1)
