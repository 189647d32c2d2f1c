"""Laws that every answer keeps, whatever the data: no order matters, parts add up, rates are those of the counts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_store import opened, printed, seeds, store_of, world

from hubdata.answers.ask import ask
from hubdata.schema import AREAS_OF_WORK

FEWER = settings(max_examples=max(settings().max_examples // 50, 1))
ADDED = {
    "population": ["schools", "located", "pupils"],
    "reach": ["reached", "schools"],
    "small_schools": ["schools", "small", "one_form"],
    "eligibility": ["eligible", "designated"],
    "overlap": ["schools", "none"],
    "isolation": ["schools", "alone"],
    "crowding": ["schools", "none"],
    "attendance": ["schools", "hosts", "activities", "counted", "attended"],
    "trusts": ["schools", "in_trusts", "not_known"],
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
    ("funnel_plot", (), {"definition": "lead"}),
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
    ("crowding", ("la",), {}),
    ("governance", ("size",), {}),
    ("neighbours", (), {"like": "E06000003"}),
    ("unreached", (), {}),
    ("reach", ("la",), {"role": AREAS_OF_WORK[0]}),
    ("offers", (), {}),
    ("breadth", (), {}),
    ("trusts", ("la",), {}),
    ("attendance", ("la",), {}),
    ("make_up", ("rural",), {}),
]


@FEWER
@given(seeds, st.randoms(use_true_random=False))
def test_law_1_the_order_of_rows_and_columns_changes_no_byte(seed, chance):
    order = chance.randrange(1000)
    shuffled = {
        name: table.sample(frac=1, random_state=order).reset_index(drop=True) for name, table in world(seed).items()
    }
    shuffled = {name: table[table.columns[::-1]] for name, table in shuffled.items()}
    one, other = store_of(seed), opened(shuffled)
    for measure, by, choices in ASKED:
        assert printed(one, measure, by, **choices) == printed(other, measure, by, **choices), measure


def test_law_1_the_slow_ones_too():
    one, other = (
        store_of(3),
        opened({name: table.iloc[::-1].reset_index(drop=True) for name, table in world(3).items()}),
    )
    for measure in ("cold_spots", "cold_trusts", "tiles"):
        assert printed(one, measure) == printed(other, measure)


FILTERS = [{}, {"phase": "Primary"}, {"rural": "Rural"}, {"region": "London", "phase": "Secondary"}]


@given(seeds, st.sampled_from(FILTERS), st.sampled_from(list(ADDED)), st.sampled_from(["la", "region", "size"]))
def test_law_2_authorities_and_regions_add_up_to_england(seed, only, measure, by):
    only = {name: code for name, code in only.items() if name != by}
    whole = ask(store_of(seed), measure, (), only).table[ADDED[measure]].sum()
    parts = ask(store_of(seed), measure, (by,), only).table[ADDED[measure]].sum()
    assert parts.astype(float).tolist() == whole.astype(float).tolist()


@given(seeds)
def test_law_2_shares_of_a_group_add_up_to_one(seed):
    mix = ask(store_of(seed), "governance", ("rural",)).table
    assert mix.groupby("rural", observed=True)["rate"].sum().tolist() == pytest.approx(
        [1] * mix["rural"].nunique(), abs=1e-9
    )


RATES = [
    ("reach", "reached", "schools", "rate"),
    ("roles", "with_provider", "schools", "rate"),
    ("governance", "count", "schools", "rate"),
    ("trusts", "in_trusts", "schools", "rate"),
    ("small_schools", "one_form", "schools", "one_form_rate"),
    ("eligibility", "designated", "eligible", "conversion"),
    ("funnel_plot", "reached", "schools", "rate"),
]


@given(seeds, st.sampled_from(RATES))
def test_law_3_the_rate_is_that_of_the_counts_beside_it(seed, shown):
    measure, part, whole, rate = shown
    table = ask(store_of(seed), measure, ("la",)).table
    table = table.loc[table[whole] > 0]
    assert table[rate].tolist() == pytest.approx((table[part] / table[whole]).tolist(), abs=1e-12)


@FEWER
@given(seeds)
def test_law_14_two_runs_agree(seed):
    one, other = store_of(seed), opened(world(seed))
    for measure, by, choices in ASKED:
        assert printed(one, measure, by, **choices) == printed(other, measure, by, **choices), measure
