"""Distances: exact at the radius, the first of equals, several leads once, and the laws of a metric."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod, Transformer

from hubdata.measures.reach.distance import at_most, nearest, pairs_within, spread

points = st.lists(st.tuples(st.integers(0, 9_000), st.integers(0, 9_000)), min_size=1, max_size=25)


def schools(*places) -> pd.DataFrame:
    return pd.DataFrame(places, columns=["easting", "northing"], dtype=float)


def leads(*places, networks=None) -> pd.DataFrame:
    table = schools(*places)
    ids = networks or [f"n{i:02d}" for i in range(len(places))]
    return table.assign(
        network=ids, urn=[f"u{i:02d}" for i in range(len(places))], name=[f"Lead {i}" for i in range(len(places))]
    )


def test_km_and_the_name_of_the_nearest():
    found = nearest(schools((0, 0), (3000, 4000)), leads((3000, 4000), (90_000, 0)))
    assert found["km"].tolist() == [5.0, 0.0]
    assert found["network"].tolist() == ["n00", "n00"]


def test_of_leads_as_near_the_first_by_network_is_named():
    table = leads((0, 3000), (3000, 0), (0, -3000), networks=["c", "b", "a"])
    assert nearest(schools((0, 0)), table)["network"].tolist() == ["a"]


def test_without_a_location_the_distance_is_missing():
    found = nearest(schools((0, 0), (np.nan, np.nan)), leads((0, 1000)))
    assert found["km"].isna().tolist() == [False, True]
    assert pd.isna(found["network"][1])


def test_without_a_located_lead_every_distance_is_missing():
    assert nearest(schools((0, 0)), leads((np.nan, np.nan)))["km"].isna().all()
    assert nearest(schools((0, 0)), leads())["km"].isna().all()
    assert len(nearest(schools(), leads((0, 0)))) == 0


@pytest.mark.parametrize("metres", [1, 100, 2230, 8050, 9990, 10000, 33333])
def test_exactly_the_radius_is_within_and_a_metre_more_is_not(metres):
    km = pd.Series([metres / 1000, (metres + 1) / 1000, np.nan])
    assert at_most(km, metres / 1000).tolist() == [True, False, False]


@given(points, points, st.integers(0, 9_000))
def test_pairs_are_those_of_brute_force(ours, theirs, metres):
    names = [f"n{i % 4}" for i in range(len(theirs))]
    found = pairs_within(schools(*ours), leads(*theirs, networks=names), metres / 1000)
    wanted = {}
    for row, a in enumerate(ours):
        for name, b in zip(names, theirs, strict=True):
            squared = (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2
            if squared <= metres**2:
                wanted[row, name] = min(wanted.get((row, name), squared), squared)
    got = {(row, network): km for row, network, km in found.itertuples(index=False)}
    assert set(got) == set(wanted)
    assert all(got[key] == pytest.approx(np.sqrt(value) / 1000) for key, value in wanted.items())
    assert list(got) == sorted(got)


@given(points, points)
def test_nearest_is_that_of_brute_force(ours, theirs):
    found = nearest(schools(*ours), leads(*theirs))
    away = np.hypot(*(np.array(ours, float)[:, None] - np.array(theirs, float)[None]).transpose(2, 0, 1))
    assert found["km"].to_numpy() == pytest.approx(away.min(axis=1) / 1000)
    assert found["network"].tolist() == [f"n{place:02d}" for place in away.argmin(axis=1)] or _tied(found, away)


def _tied(found: pd.DataFrame, away: np.ndarray) -> bool:
    """Where several places stand on one spot or equally near, the one named is as near as any."""
    named = found["network"].str[1:].astype(int).to_numpy()
    return np.allclose(away[np.arange(len(away)), named], away.min(axis=1))


@given(points, points, st.integers(-5_000, 5_000), st.integers(-5_000, 5_000))
def test_law_6_moving_everything_changes_nothing(ours, theirs, east, north):
    moved = nearest(
        schools(*ours).add([east, north]),
        leads(*theirs).assign(easting=lambda x: x["easting"] + east, northing=lambda x: x["northing"] + north),
    )
    assert moved["km"].tolist() == pytest.approx(nearest(schools(*ours), leads(*theirs))["km"].tolist())


@given(st.lists(st.tuples(st.integers(0, 9_000), st.integers(0, 9_000)), min_size=3, max_size=3))
def test_law_6_symmetric_and_the_straight_way_is_shortest(three):
    def km(a, b):
        return nearest(schools(a), leads(b))["km"][0]

    a, b, c = three
    assert km(a, b) == km(b, a) >= 0
    assert km(a, a) == 0
    assert km(a, c) <= km(a, b) + km(b, c) + 1e-12


def test_law_6_the_grid_is_the_globe_within_a_thousandth():
    rng = np.random.default_rng(6)
    a, b = (np.column_stack([rng.uniform(250_000, 600_000, 200), rng.uniform(50_000, 550_000, 200)]) for _ in range(2))
    b = a + (b - a) / 10
    to_degrees = Transformer.from_crs("EPSG:27700", "EPSG:4326", always_xy=True)
    metres = Geod(ellps="WGS84").inv(*to_degrees.transform(*a.T), *to_degrees.transform(*b.T))[2]
    ours = [nearest(schools(one), leads(two))["km"][0] * 1000 for one, two in zip(a, b, strict=True)]
    assert np.abs(np.array(ours) / metres - 1).max() < 0.001


def test_spread_interpolates_and_counts_known_distances_alone():
    table = pd.DataFrame({"km": [1.0, 2.0, 3.0, 4.0, np.nan], "phase": ["a", "a", "a", "a", "b"]})
    found = spread(table, ["phase"])
    assert found.to_dict("list") == {"phase": ["a"], "schools": [4], "median_km": [2.5], "p90_km": [3.7]}
    assert spread(table, [])["schools"].tolist() == [4]
    assert spread(table.loc[[4]], []).empty
