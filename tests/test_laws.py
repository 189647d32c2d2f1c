"""Laws that every answer keeps, whatever the data: shuffling, adding up, duplicating, widening, relabelling."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_england import tables
from small_store import opened, printed

from hubdata.answers.ask import ask
from hubdata.answers.groups import leads_of, schools_of
from hubdata.answers.reach import reached

FEWER = settings(max_examples=max(settings().max_examples // 5, 5))
worlds = st.integers(0, 10_000).map(lambda seed: tables(seed, 150))
ADDED = {
    "population": ["schools", "located", "pupils"],
    "reach": ["reached", "schools"],
    "small_schools": ["schools", "small", "one_form"],
    "eligibility": ["eligible", "designated"],
    "overlap": ["schools", "none"],
    "isolation": ["schools", "alone"],
}
ASKED = [
    ("population", ("la",), {}),
    ("reach", ("phase", "rural"), {}),
    ("reach", ("size",), {"definition": "member", "weight": "pupils"}),
    ("reach", ("trust_size",), {"definition": "supported"}),
    ("distance", ("region",), {}),
    ("gap", ("region",), {}),
    ("interaction", (), {}),
    ("distance_curve", ("rural",), {"to": 5.0}),
    ("decomposition", (), {}),
    ("funnel_plot", (), {"limits": "widened"}),
    ("overlap", ("la",), {}),
    ("tiers", ("rural",), {}),
    ("pairs", (), {}),
    ("roles", ("phase",), {}),
    ("eligibility", ("phase",), {}),
    ("inequality", (), {}),
    ("lorenz", (), {}),
    ("concentration", (), {"rank": "fsm"}),
    ("growth", (), {}),
    ("history", ("rural",), {}),
    ("hub_areas", (), {}),
    ("isolation", ("la",), {}),
    ("governance", ("size",), {}),
    ("neighbours", (), {"like": "E06000003"}),
    ("unreached", (), {}),
]


@FEWER
@given(worlds, st.randoms(use_true_random=False))
def test_law_1_the_order_of_rows_and_columns_changes_no_byte(world, chance):
    order = chance.randrange(1000)
    shuffled = {name: table.sample(frac=1, random_state=order).reset_index(drop=True) for name, table in world.items()}
    shuffled = {name: table[table.columns[::-1]] for name, table in shuffled.items()}
    one, other = opened(world), opened(shuffled)
    for measure, by, choices in ASKED:
        assert printed(one, measure, by, **choices) == printed(other, measure, by, **choices), measure


def test_law_1_the_slow_ones_too():
    world = tables(3)
    one, other = opened(world), opened({name: table.iloc[::-1].reset_index(drop=True) for name, table in world.items()})
    for measure in ("cold_spots", "tiles"):
        assert printed(one, measure) == printed(other, measure)


@given(
    worlds, st.sampled_from([{}, {"phase": "Primary"}, {"rural": "Rural"}, {"region": "London", "phase": "Secondary"}])
)
def test_law_2_authorities_and_regions_add_up_to_england(world, only):
    store = opened(world)
    for measure, columns in ADDED.items():
        whole = ask(store, measure, (), only).table[columns].sum()
        for by in ("la", "region", "size", "governance"):
            if by not in only:
                parts = ask(store, measure, (by,), only).table[columns].sum()
                assert parts.astype(float).tolist() == whole.astype(float).tolist(), (measure, by)


@given(worlds)
def test_law_2_shares_of_a_group_add_up_to_one(world):
    mix = ask(opened(world), "governance", ("rural",)).table
    assert mix.groupby("rural", observed=True)["rate"].sum().tolist() == pytest.approx(
        [1] * mix["rural"].nunique(), abs=1e-9
    )


@given(worlds)
def test_law_3_the_rate_is_that_of_the_counts_beside_it(world):
    store = opened(world)
    for measure, part, whole, rate in (
        ("reach", "reached", "schools", "rate"),
        ("roles", "with_provider", "schools", "rate"),
        ("governance", "count", "schools", "rate"),
        ("small_schools", "one_form", "schools", "one_form_rate"),
        ("eligibility", "designated", "eligible", "conversion"),
        ("funnel_plot", "reached", "schools", "rate"),
    ):
        table = ask(store, measure, ("la",)).table
        table = table.loc[table[whole] > 0]
        assert table[rate].tolist() == pytest.approx((table[part] / table[whole]).tolist(), abs=1e-12)


@given(worlds)
def test_law_4_twice_the_schools_is_twice_the_counts_and_the_same_rates(world):
    schools = world["schools"]
    again = schools.assign(urn="x" + schools["urn"])
    twice = opened(world | {"schools": pd.concat([schools, again], ignore_index=True).astype(schools.dtypes)})
    for by in ((), ("phase", "rural"), ("region",)):
        one, two = (ask(store, "reach", by).table for store in (opened(world), twice))
        assert (2 * one[["reached", "schools"]]).equals(two[["reached", "schools"]])
        assert two["rate"].tolist() == pytest.approx(one["rate"].tolist())
        wide = (one["schools"] >= 30) & one["rate"].between(0.1, 0.9)
        ratio = ((two["high"] - two["low"]) / (one["high"] - one["low"]))[wide]
        assert ((ratio - np.sqrt(0.5)).abs() < 0.06).all()


@given(worlds, st.integers(0, 40))
def test_law_5_fewer_leads_and_smaller_circles_reach_fewer(world, drop):
    store = opened(world)
    members = world["members"]
    fewer = opened(world | {"members": members.drop(members.index[members["role"] == "lead"][drop])})
    flags = [reached(store, km=km).fillna(False) for km in (0.0, 2.0, 5.0, 11.0)]
    assert all((small <= large).all() for small, large in zip(flags, flags[1:], strict=False))
    for definition in ("within", "lead", "member"):
        assert (reached(fewer, definition).fillna(False) <= reached(store, definition).fillna(False)).all()


@given(worlds)
def test_law_5_radius_nought_is_where_a_lead_stands(world):
    store = opened(world)
    stand = set(map(tuple, leads_of(store, None, None)[["easting", "northing"]].dropna().to_numpy()))
    schools = schools_of(store)
    here = [tuple(place) in stand for place in schools[["easting", "northing"]].to_numpy()]
    assert reached(store, km=0.0).fillna(False).tolist() == here


@given(worlds)
def test_a_lead_is_a_member_and_reaches_itself(world):
    store = opened(world)
    assert (reached(store, "lead") <= reached(store, "member")).all()
    schools, leads = schools_of(store), leads_of(store, None, None)
    own = schools["urn"].isin(leads["urn"]) & schools["located"]
    assert reached(store, km=0.0)[own].all()


@given(worlds, st.integers(0, 1000))
def test_law_7_a_school_reclassed_moves_one_unit(world, which):
    store = opened(world)
    schools = schools_of(store)
    urn = schools["urn"].iloc[which % len(schools)]
    register = world["schools"].astype({"rural": "str"})
    was = register.loc[register["urn"] == urn, "rural"].iloc[0]
    to = {"Rural": "Urban", "Urban": "Not classified", "Not classified": "Rural"}[was]
    register.loc[register["urn"] == urn, "rural"] = to
    moved = opened(world | {"schools": register.astype({"rural": "category"})})
    before, after = (ask(one, "population", ("rural",)).table.set_index("rural")["schools"] for one in (store, moved))
    assert (after.get(to, 0), after.get(was, 0)) == (before.get(to, 0) + 1, before.get(was, 0) - 1)
    whole = ask(moved, "reach").table["reached"].sum()
    assert ask(moved, "reach", ("rural",)).table["reached"].sum() == whole == ask(store, "reach").table["reached"].sum()


@given(worlds)
def test_law_8_disjoint_filters_add_and_their_order_does_not_matter(world):
    store = opened(world)

    def count(only) -> tuple[int, int]:
        return tuple(ask(store, "reach", (), only).table[["reached", "schools"]].sum())

    one, other = count({"phase": "Primary"}), count({"phase": "Secondary,All-through"})
    assert tuple(np.add(one, other)) == count({}) == count({"phase": "Primary,Secondary,All-through"})
    assert count({"phase": "Primary", "rural": "Rural"}) == count({"rural": "Rural", "phase": "Primary"})


@given(worlds)
def test_law_8_with_openings_alone_reach_only_grows(world):
    forever = {name: world[name].assign(until=pd.NaT) for name in ("networks", "members")}
    grew = ask(opened(world | forever), "history", definition="member").table["reached"]
    assert grew.is_monotonic_increasing


@given(worlds, st.integers(0, 1000))
def test_law_11_a_location_lost_leaves_the_counts_that_need_none(world, which):
    store = opened(world)
    schools = schools_of(store)
    schools = schools.loc[schools["located"] & ~schools["urn"].isin(world["members"]["urn"])]
    lost = schools.iloc[which % len(schools)]
    register = world["schools"].copy()
    register.loc[register["urn"] == lost["urn"], ["easting", "northing"]] = np.nan
    after = opened(world | {"schools": register})
    for definition in ("lead", "member"):
        assert printed(after, "reach", ("la",), definition=definition) == printed(
            store, "reach", ("la",), definition=definition
        )
    counts = [ask(one, "population").table.iloc[0] for one in (store, after)]
    assert (counts[1] - counts[0]).tolist() == [0, -1, 0]
    was = int(reached(store).loc[lost.name])
    change = ask(after, "reach").table.iloc[0] - ask(store, "reach").table.iloc[0].drop("mark")
    assert change[["reached", "schools"]].tolist() == [-was, -1]


@given(worlds)
def test_law_12_new_codes_for_authorities_keep_every_number(world):
    old = world["districts"]["la"].astype("str").unique()
    new = {code: code.replace("E0600", "E0699") for code in old}

    def renamed(table: pd.DataFrame) -> pd.DataFrame:
        return table.assign(la=table["la"].astype("str").replace(new).astype("category"))

    both = opened(world | {name: renamed(world[name]) for name in ("schools", "districts")})
    register_alone = opened(world | {"schools": renamed(world["schools"])})
    for by in (("region",), ("phase", "region"), ("la",)):
        before = ask(opened(world), "reach", by).table.drop(columns="la", errors="ignore")
        for after in (both, register_alone):
            pd.testing.assert_frame_equal(ask(after, "reach", by).table.drop(columns="la", errors="ignore"), before)


@FEWER
@given(worlds)
def test_law_14_two_runs_agree(world):
    one, other = opened(world), opened(world)
    for measure, by, choices in ASKED:
        assert printed(one, measure, by, **choices) == printed(other, measure, by, **choices), measure
