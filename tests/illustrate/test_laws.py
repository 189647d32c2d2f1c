"""The laws behind the made-up England: margins kept, places different, areas joined up, names safe."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hubdata.illustrate.chance import chance
from hubdata.illustrate.ground.partition import partition
from hubdata.illustrate.networks.networks import distinct, slug
from hubdata.illustrate.published import count_on
from hubdata.illustrate.schools.quotas import quotas, shared
from hubdata.illustrate.schools.sites import evenly
from hubdata.illustrate.schools.words import settlements, words


@given(some.lists(some.floats(0.01, 1e6), min_size=1, max_size=20), some.integers(0, 10_000))
def test_shares_add_up_and_are_within_one_of_exact(weights, total):
    weights = np.array(weights)
    found = shared(weights, total)
    assert found.sum() == total
    assert (np.abs(found - weights * total / weights.sum()) < 1 + 1e-6).all()


def test_nothing_is_shared_among_no_weight():
    assert shared(np.zeros(3), 5).tolist() == [0, 0, 0]


@given(some.data())
def test_quotas_keep_row_sums_and_zeros(data):
    rows, columns = data.draw(some.integers(1, 6)), data.draw(some.integers(1, 6))
    cell = some.integers(1, 500)
    seen = pd.DataFrame([[data.draw(cell) for _ in range(columns)] for _ in range(rows)])
    wanted = pd.Series([data.draw(some.integers(0, 300)) for _ in range(rows)])
    found = quotas(seen, wanted, seen.sum())
    assert (found.sum(axis=1) == wanted).all()
    assert (found >= 0).all(axis=None)


def test_quotas_meet_both_margins_and_leave_zeros_alone():
    seen = pd.DataFrame([[5, 0], [3, 9]], index=["hamlet", "city"], columns=["South West", "London"])
    rows, columns = pd.Series({"hamlet": 4, "city": 6}), pd.Series({"South West": 7, "London": 3})
    assert quotas(seen, rows, columns).to_numpy().tolist() == [[4, 0], [3, 3]]


@given(some.lists(some.floats(0.01, 1), min_size=1, max_size=60), some.data())
def test_places_are_different_and_in_order(worth, data):
    count = data.draw(some.integers(1, len(worth)))
    found = evenly(np.array(worth), count, np.random.default_rng(data.draw(some.integers(0, 99))))
    assert len(set(found.tolist())) == count
    assert (np.diff(found) > 0).all()
    assert found.min() >= 0
    assert found.max() < len(worth)


def test_more_places_than_there_are_is_an_error():
    with pytest.raises(ValueError, match="3 places wanted of 2"):
        evenly(np.ones(2), 3, np.random.default_rng(1))


@settings(max_examples=4, deadline=None)
@given(some.integers(0, 1_000), some.integers(2, 6))
def test_areas_are_joined_up_and_none_is_empty(seed, count):
    side = 6
    place = np.array([(x * 1e4, y * 1e4) for x in range(side) for y in range(side)], float)
    links = {
        one: {other for other in range(side**2) if np.abs(place[one] - place[other]).sum() == 1e4}
        for one in range(side**2)
    }
    size = chance(seed, "sizes").integers(10, 60, side**2).astype(float)
    area = partition(size, place, links, count, chance(seed, "areas"))
    assert set(area) == set(range(count))
    for one in range(count):
        mine = set(np.flatnonzero(area == one).tolist())
        seen, waiting = set(), [min(mine)]
        while waiting:
            here = waiting.pop()
            if here not in seen:
                seen.add(here)
                waiting += links[here] & mine
        assert seen == mine


def test_units_that_no_seed_can_reach_are_an_error():
    place = np.array([(0.0, 0.0), (1e4, 0.0), (2e4, 0.0)])
    with pytest.raises(ValueError, match="not joined up"):
        partition(np.ones(3), place, {0: set(), 1: set(), 2: set()}, 1, chance(1, "areas"))


def test_chance_is_the_same_again_and_different_by_step():
    assert chance(1, "names").random() == chance(1, "names").random()
    assert chance(1, "names").random() != chance(1, "sites").random()
    assert chance(1, "names").random() != chance(2, "names").random()


def test_names_once_used_are_told_apart():
    towns = np.array(["Kelverholt"] * 4)
    found = distinct(["Kelverholt Alliance"] * 4, ["Rye", "Rye", "Wren", "Rye"], towns)
    marked = ["Kelverholt Rye Alliance", "Kelverholt Wren Alliance", "Kelverholt Rye Alliance 2"]
    assert found == ["Kelverholt Alliance", *marked]


@given(some.text(max_size=60))
def test_identifiers_are_safe_in_an_address(name):
    assert set(slug(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_settlements_are_different_and_run_out():
    every = len(words("stem")) * len(words("ending"))
    assert len(set(settlements(500, chance(1, "towns")))) == 500
    with pytest.raises(ValueError, match="larger sample"):
        settlements(every + 1, chance(1, "towns"))


def test_a_figure_that_nobody_published_is_an_error():
    assert count_on("2018-03-12", "alliances") == 640
    with pytest.raises(KeyError):
        count_on("2018-03-13", "alliances")
