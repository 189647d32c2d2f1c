"""Crowding: how many others of its phase a school has near by, against counting by hand, and the laws it keeps."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_store import opened, seeds, store_of, world

from hubdata.answers.ask import ask
from hubdata.answers.groups import groups_of, schools_of

RADII = (0.0, 1.0, 5.0, 10.0, 400.0)
FEWER = settings(max_examples=max(settings().max_examples // 3, 1))


def by_hand(schools: pd.DataFrame, km: float) -> pd.DataFrame:
    """Each located school with how many others of its phase stand within the radius, one by one."""
    located = schools.loc[schools["easting"].notna() & schools["northing"].notna()]
    east, north = (located[name].to_numpy(float) for name in ("easting", "northing"))
    phase = located["phase"].astype("str").to_numpy()
    found = [
        sum(
            i != j and phase[i] == phase[j] and np.hypot(east[i] - east[j], north[i] - north[j]) <= km * 1000
            for j in range(len(located))
        )
        for i in range(len(located))
    ]
    return located.assign(peers=found)


@pytest.mark.parametrize("km", RADII)
@pytest.mark.parametrize("by", [(), ("phase",), ("rural",), ("la",), ("phase", "rural"), ("coastal",), ("size",)])
def test_it_is_what_counting_one_by_one_gives(km, by):
    store = store_of(2)
    hand = by_hand(schools_of(store), km)
    if "coastal" in by:
        hand = hand.assign(coastal=groups_of(store, "coastal").loc[hand.index])
    table = ask(store, "crowding", by, km=km).table
    parts = hand.groupby(list(by), observed=True, dropna=False) if by else [((), hand)]
    expected = [(len(one), one["peers"].mean(), one["peers"].median(), (one["peers"] == 0).sum()) for _, one in parts]
    assert table[["schools", "mean", "median", "none"]].to_numpy(float) == pytest.approx(np.array(expected, float))


def test_its_columns_and_that_none_is_a_whole_number():
    table = ask(store_of(1), "crowding", ("rural",)).table
    assert table.columns.tolist() == ["rural", "schools", "mean", "median", "none"]
    assert table["none"].dtype.kind == table["schools"].dtype.kind == "i"


def test_schools_without_a_location_are_counted_in_a_message_and_nowhere_else():
    store = store_of(1)
    answer, schools = ask(store, "crowding"), schools_of(store)
    lost = int((~schools["located"]).sum())
    assert lost
    assert answer.messages == (f"unlocated: {lost} of {len(schools)} schools have no location and are left out",)
    assert answer.table["schools"].iloc[0] == len(schools) - lost


def test_only_open_schools_of_the_population_count_and_a_school_never_counts_itself():
    few = world(1)["schools"]
    mine = schools_of(store_of(1))
    one = mine.loc[mine["located"] & (mine["phase"] == "Secondary"), "urn"].iloc[0]
    closed = few.assign(status=few["status"].astype("str").where(few["urn"] == one, "Closed"))
    table = ask(opened(world(1) | {"schools": closed}), "crowding", km=400.0).table
    assert table.iloc[0].tolist() == [1, 0, 0, 1]


def test_a_middle_school_stands_among_the_phase_it_is_deemed_to_be():
    assert set(ask(store_of(1), "crowding", ("phase",)).table["phase"]) <= {"Primary", "Secondary", "All-through"}


def test_a_narrowing_chooses_whose_neighbours_are_counted_not_which():
    whole = ask(store_of(1), "crowding", ("rural",), km=20.0).table.set_index("rural")
    rural = ask(store_of(1), "crowding", (), {"rural": "Rural"}, km=20.0).table.iloc[0]
    assert rural.tolist() == whole.loc["Rural"].tolist()


@FEWER
@given(seeds, st.floats(0, 60), st.floats(0, 60))
def test_a_larger_radius_never_lowers_the_mean_nor_raises_none(seed, one, other):
    near, far = (ask(store_of(seed), "crowding", km=km).table.iloc[0] for km in sorted((one, other)))
    assert near["mean"] <= far["mean"]
    assert near["median"] <= far["median"]
    assert near["none"] >= far["none"]
    assert near["schools"] == far["schools"]


@FEWER
@given(seeds, st.sampled_from(RADII))
def test_it_agrees_with_isolation(seed, km):
    crowded, alone = (ask(store_of(seed), measure, ("phase",), km=km).table for measure in ("crowding", "isolation"))
    assert crowded["none"].tolist() == alone["alone"].tolist()
    assert crowded["mean"].tolist() == pytest.approx(alone["mean_peers"].tolist())


@FEWER
@given(seeds, st.sampled_from(["la", "region", "size", "rural"]))
def test_the_parts_add_up_to_the_whole(seed, by):
    parts, whole = (ask(store_of(seed), "crowding", groups).table for groups in ((by,), ()))
    assert parts[["schools", "none"]].sum().tolist() == whole[["schools", "none"]].sum().tolist()
    assert (parts["mean"] * parts["schools"]).sum() == pytest.approx((whole["mean"] * whole["schools"]).sum())
