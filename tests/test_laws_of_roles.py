"""Laws of roles and days: asking for a role can only narrow, and a list that only opens can only grow."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_store import opened, printed, seeds, store_of, world

from hubdata.answers.ask import ask
from hubdata.answers.groups import leads_of
from hubdata.answers.question import Unanswerable
from hubdata.answers.reach.share import reached
from hubdata.measures.asked import Networks, Reach
from hubdata.schema import AREAS_OF_WORK

FEWER = settings(max_examples=max(settings().max_examples // 8, 1))
OFFERED = st.sampled_from(AREAS_OF_WORK[:5])
DAYS = st.dates(date(2011, 1, 1), date(2021, 8, 31))


@given(seeds, OFFERED, st.sampled_from(["within", "lead", "member", "supported"]))
def test_a_role_never_reaches_more(seed, role, definition):
    store = store_of(seed)
    of = (Networks(), Networks(role=role))
    every, some = (reached(store, Reach(definition, 8.0, networks)).fillna(False) for networks in of)
    assert (some <= every).all()


@FEWER
@given(seeds, OFFERED)
def test_a_role_that_every_network_offers_narrows_nothing(seed, role):
    networks = world(seed)["networks"]
    all_of_them = networks[["network", "since", "until"]].assign(area_of_work=role)
    generous = opened(world(seed) | {"roles": all_of_them[["network", "area_of_work", "since", "until"]]})
    for measure in ("reach", "gap", "distance", "overlap", "inequality", "funnel_plot"):
        assert printed(generous, measure, role=role) == printed(generous, measure), measure


@FEWER
@given(seeds, st.sampled_from(["within", "lead", "member"]), st.tuples(DAYS, DAYS))
def test_without_an_end_a_later_day_never_reaches_fewer(seed, definition, days):
    spells = {name: world(seed)[name].assign(until=pd.NaT) for name in ("networks", "members", "roles")}
    store = opened(world(seed) | spells)
    for role in (None, AREAS_OF_WORK[3]):
        on = [Networks("teaching_school_alliance", role, day) for day in sorted(days)]
        try:
            sooner, later = (reached(store, Reach(definition, 8.0, networks)).fillna(False) for networks in on)
        except Unanswerable:
            continue  # nobody was active on the earlier day
        assert (sooner <= later).all()


@given(seeds, OFFERED)
def test_the_leads_of_a_role_are_those_whose_network_offers_it(seed, role):
    store = store_of(seed)
    leads = leads_of(store, Networks(role=role))
    told = ask(store, "offers").table
    assert set(leads["network"]) <= set(told.loc[(told["role"] == role) & (told["offers"] == 1), "network"])
    assert len(leads) <= len(leads_of(store))


def test_a_role_that_nobody_offers_is_said():
    with pytest.raises(Unanswerable, match="offers Research and development"):
        ask(store_of(1), "reach", role="Research and development")


@given(seeds, st.integers(2, 30))
def test_a_larger_trust_is_rarer(seed, k):
    small, large = (ask(store_of(seed), "trusts", ("la",), k=size).table for size in (k, k + 1))
    assert (large["in_trusts"] <= small["in_trusts"]).all()
    assert small["schools"].tolist() == large["schools"].tolist()
