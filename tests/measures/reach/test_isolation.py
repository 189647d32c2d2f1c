"""Lone and small schools, and schools like one."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdata.measures.networks.eligibility import eligibility, has_grade
from hubdata.measures.reach.isolation import isolation, nearest_peer, peers_within, small_schools
from hubdata.measures.spread.similarity import SCHOOL_WEIGHTS, similar

point = st.tuples(st.sampled_from(["Primary", "Secondary"]), st.integers(0, 6000), st.integers(0, 6000))


def schools(*rows) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["phase", "easting", "northing"])
    return table.astype({"easting": float, "northing": float}).assign(located=lambda x: x["easting"].notna())


@given(st.lists(point, min_size=1, max_size=25), st.integers(0, 5000))
def test_peers_are_those_of_brute_force(rows, metres):
    table = schools(*rows)
    found, nearest = peers_within(table, metres / 1000), nearest_peer(table)
    for place, (phase, x, y) in enumerate(rows):
        away = [(x - a) ** 2 + (y - b) ** 2 for other, (p, a, b) in enumerate(rows) if p == phase and other != place]
        assert found[place] == sum(squared <= metres**2 for squared in away)
        assert nearest[place] == pytest.approx(np.sqrt(min(away)) / 1000) if away else np.isnan(nearest[place])


def test_two_schools_on_one_spot_are_peers_at_no_distance():
    table = schools(("Primary", 5, 5), ("Primary", 5, 5), ("Secondary", 5, 5))
    assert nearest_peer(table).tolist()[:2] == [0, 0]
    assert peers_within(table, 0).tolist() == [1, 1, 0]


def test_alone_counts_those_with_no_peer_near_and_those_with_none_at_all():
    table = schools(("Primary", 0, 0), ("Primary", 3000, 0), ("All-through", 0, 0), ("Primary", None, None))
    table = table.assign(peer_km=nearest_peer(table), peers=peers_within(table, 2))
    assert isolation(table, [], 2)[["schools", "alone"]].to_numpy().tolist() == [[3, 3]]
    assert isolation(table, [], 3)["alone"].tolist() == [1]


def test_small_and_one_form_at_their_edges_and_primaries_with_a_headcount_alone():
    heads = pd.Series([109, 110, 210, 211, None, 50], dtype="Int64")
    table = pd.DataFrame({"phase": ["Primary"] * 5 + ["Secondary"], "pupils": heads})
    row = small_schools(table, []).iloc[0]
    assert row[["schools", "small", "one_form", "one_form_rate"]].tolist() == [4, 1, 3, 0.75]


def test_eligible_means_at_least_the_grade():
    grades = pd.Series(["Outstanding", "Good", "Requires improvement", None])
    assert has_grade(grades, "Outstanding").tolist() == [True, False, False, False]
    assert has_grade(grades, "Good").tolist() == [True, True, False, False]


def test_conversion_counts_leads_in_the_pool_and_marks_an_empty_pool():
    table = pd.DataFrame(
        {"la": ["a", "a", "a", "b"], "eligible": [True, True, False, False], "lead": [True, False, True, True]}
    )
    found = eligibility(table, ["la"])
    assert found[["eligible", "designated"]].to_numpy().tolist() == [[2, 1], [0, 0]]
    assert found["conversion"].tolist()[0] == 0.5
    assert found.loc[1, ["conversion", "low", "high"]].isna().all()


PROFILES = pd.DataFrame(
    {"pupils": [100, 200, 300, 100, None], "fsm": [10.0, 10.0, 30.0, 30.0, 10.0]}, index=["a", "b", "c", "d", "e"]
)


def test_similarity_by_hand_with_the_weights_of_what_is_there():
    found = similar(PROFILES, "a", SCHOOL_WEIGHTS, 10)
    assert found["id"].tolist() == ["b", "d", "c"]
    weights = {"pupils": 0.5 / 0.9, "fsm": 0.4 / 0.9}
    assert found["score"].tolist() == pytest.approx([np.sqrt(weights["pupils"] * 0.25), np.sqrt(weights["fsm"]), 1])
    assert (found["pupils"] + found["fsm"]).tolist() == pytest.approx((found["score"] ** 2).tolist())


def test_a_component_the_chosen_one_lacks_is_left_out():
    assert similar(PROFILES, "e", SCHOOL_WEIGHTS, 2).columns.tolist() == ["id", "score", "fsm"]


def test_nobody_to_compare_with():
    assert similar(PROFILES.head(1), "a", SCHOOL_WEIGHTS, 5).empty
    assert similar(PROFILES[["pupils"]], "e", SCHOOL_WEIGHTS, 5).empty
