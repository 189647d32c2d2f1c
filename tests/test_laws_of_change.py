"""Laws of change: what one more school, lead, kilometre, gap or new code may do to an answer, and what not."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_store import opened, printed, seeds, store_of, world

from hubdata.answers.ask import ask
from hubdata.answers.groups import leads_of, schools_of
from hubdata.answers.reach.share import reached
from hubdata.measures.asked import Reach
from hubdata.measures.statistics.rates import wilson

HALF = settings(max_examples=max(settings().max_examples // 2, 1))


@given(seeds)
def test_law_4_twice_the_schools_is_twice_the_counts_and_the_same_rates(seed):
    schools = world(seed)["schools"]
    again = schools.assign(urn="x" + schools["urn"])
    twice = opened(world(seed) | {"schools": pd.concat([schools, again], ignore_index=True).astype(schools.dtypes)})
    for by in ((), ("phase", "rural"), ("region",)):
        one, two = (ask(store, "reach", by).table for store in (store_of(seed), twice))
        assert (2 * one[["reached", "schools"]]).equals(two[["reached", "schools"]])
        assert two["rate"].tolist() == pytest.approx(one["rate"].tolist())
        wide = (one["schools"] >= 30) & one["rate"].between(0.1, 0.9)
        (low_1, high_1), (low_2, high_2) = (wilson(table["reached"], table["schools"]) for table in (one, two))
        ratio = ((high_2 - low_2) / (high_1 - low_1))[wide]
        assert ((ratio - np.sqrt(0.5)).abs() < 0.06).all()


@given(seeds, st.integers(0, 40), st.sampled_from(["within", "lead", "member"]))
def test_law_5_a_lead_fewer_never_reaches_more(seed, drop, definition):
    members = world(seed)["members"]
    fewer = opened(world(seed) | {"members": members.drop(members.index[members["role"] == "lead"][drop])})
    after, before = (reached(store, Reach(definition)).fillna(False) for store in (fewer, store_of(seed)))
    assert (after <= before).all()


@given(seeds)
def test_law_5_a_wider_circle_never_reaches_fewer(seed):
    flags = [reached(store_of(seed), Reach(km=km)).fillna(False) for km in (0.0, 2.0, 5.0, 11.0)]
    assert all((small <= large).all() for small, large in pairwise(flags))


@given(seeds)
def test_law_5_radius_nought_is_where_a_lead_stands(seed):
    store = store_of(seed)
    stand = set(map(tuple, leads_of(store)[["easting", "northing"]].dropna().to_numpy()))
    schools = schools_of(store)
    here = [tuple(place) in stand for place in schools[["easting", "northing"]].to_numpy()]
    assert reached(store, Reach(km=0.0)).fillna(False).tolist() == here


@given(seeds)
def test_a_lead_is_a_member_and_reaches_itself(seed):
    store = store_of(seed)
    assert (reached(store, Reach("lead")) <= reached(store, Reach("member"))).all()
    schools, leads = schools_of(store), leads_of(store)
    own = schools["urn"].isin(leads["urn"]) & schools["located"]
    assert reached(store, Reach(km=0.0))[own].all()


@HALF
@given(seeds, st.integers(0, 1000))
def test_law_7_a_school_reclassed_moves_one_unit(seed, which):
    store = store_of(seed)
    schools = schools_of(store)
    urn = schools["urn"].iloc[which % len(schools)]
    register = world(seed)["schools"].astype({"rural": "str"})
    was = register.loc[register["urn"] == urn, "rural"].iloc[0]
    to = {"Rural": "Urban", "Urban": "Not classified", "Not classified": "Rural"}[was]
    register.loc[register["urn"] == urn, "rural"] = to
    moved = opened(world(seed) | {"schools": register.astype({"rural": "category"})})
    before, after = (ask(one, "population", ("rural",)).table.set_index("rural")["schools"] for one in (store, moved))
    assert (after.get(to, 0), after.get(was, 0)) == (before.get(to, 0) + 1, before.get(was, 0) - 1)
    whole = ask(moved, "reach").table["reached"].sum()
    assert ask(moved, "reach", ("rural",)).table["reached"].sum() == whole == ask(store, "reach").table["reached"].sum()


@given(seeds)
def test_law_8_disjoint_filters_add_and_their_order_does_not_matter(seed):
    store = store_of(seed)

    def count(only) -> tuple[int, int]:
        return tuple(ask(store, "reach", (), only).table[["reached", "schools"]].sum())

    one, other = count({"phase": "Primary"}), count({"phase": "Secondary,All-through"})
    assert tuple(np.add(one, other)) == count({}) == count({"phase": "Primary,Secondary,All-through"})
    assert count({"phase": "Primary", "rural": "Rural"}) == count({"rural": "Rural", "phase": "Primary"})


@given(seeds)
def test_law_8_with_openings_alone_reach_only_grows(seed):
    forever = {name: world(seed)[name].assign(until=pd.NaT) for name in ("networks", "members")}
    grew = ask(opened(world(seed) | forever), "history", definition="member").table["reached"]
    assert grew.is_monotonic_increasing


@HALF
@given(seeds, st.integers(0, 1000))
def test_law_11_a_location_lost_leaves_the_counts_that_need_none(seed, which):
    store = store_of(seed)
    schools = schools_of(store)
    schools = schools.loc[schools["located"] & ~schools["urn"].isin(world(seed)["members"]["urn"])]
    lost = schools.iloc[which % len(schools)]
    register = world(seed)["schools"].copy()
    register.loc[register["urn"] == lost["urn"], ["easting", "northing"]] = np.nan
    after = opened(world(seed) | {"schools": register})
    member = {"by": ("la",), "definition": "member"}
    assert printed(after, "reach", **member) == printed(store, "reach", **member)
    counts = [ask(one, "population").table.iloc[0] for one in (store, after)]
    assert (counts[1] - counts[0]).tolist() == [0, -1, 0]
    was = int(reached(store).loc[lost.name])
    change = ask(after, "reach").table.iloc[0] - ask(store, "reach").table.iloc[0].drop("mark")
    assert change[["reached", "schools"]].tolist() == [-was, -1]


@given(seeds)
def test_law_12_new_codes_for_authorities_keep_every_number(seed):
    old = world(seed)["districts"]["la"].astype("str").unique()
    new = {code: code.replace("E0600", "E0699") for code in old}

    def renamed(table: pd.DataFrame) -> pd.DataFrame:
        return table.assign(la=table["la"].astype("str").replace(new).astype("category"))

    both = opened(world(seed) | {name: renamed(world(seed)[name]) for name in ("schools", "districts")})
    register_alone = opened(world(seed) | {"schools": renamed(world(seed)["schools"])})
    for by in (("region",), ("phase", "region"), ("la",)):
        before = ask(store_of(seed), "reach", by).table.drop(columns="la", errors="ignore")
        for after in (both, register_alone):
            pd.testing.assert_frame_equal(ask(after, "reach", by).table.drop(columns="la", errors="ignore"), before)
