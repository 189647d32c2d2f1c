"""The six roles, as a filter and as a question of their own, agree with a second implementation in SQL."""

from datetime import date

import pytest
from cells import CELLS, compare, counted
from second import grouped

from hubdata.answers.ask import ask
from hubdata.answers.groups import kind_of
from hubdata.schema import AREAS_OF_WORK

ROLE = "Support for other schools"
DAY = date(2015, 6, 1)
RATE = """sum(hit) as reached, count(hit) as schools, sum(hit) / count(hit) as rate,
    cast(null as double) as low, cast(null as double) as high"""  # a full count has no interval


@pytest.fixture
def narrowed(both):
    """A snapshot that says what its networks offer, its second reading narrowed to one role."""
    store, second = both
    if not store.has("roles"):
        pytest.skip("official lists hold no roles")
    second.role = ROLE
    yield store, second
    second.role = None


@pytest.mark.parametrize("day", [None, DAY])
@pytest.mark.parametrize("definition", ["within", "lead", "member"])
def test_reach_of_networks_that_offer_a_role(narrowed, definition, day):
    store, second = narrowed
    second.reached(definition, 7.5, kind_of(store, None), day)
    source = "(select * from flagged where hit is not null)"
    asked = {"definition": definition, "km": 7.5, "role": ROLE, "as_at": day}
    assert counted(narrowed, "reach", lambda by, only: grouped(by, RATE, source, only), 3, **asked) >= CELLS / 2


def test_distance_overlap_and_gap_of_networks_that_offer_a_role(narrowed):
    store, second = narrowed
    second.near(kind_of(store, None), DAY)
    source = "(select p.*, sqrt(m.squared) / 1000 as km from pop p join nearest m using (urn))"
    query = "count(*) as schools, quantile_cont(km, 0.5) as median_km, quantile_cont(km, 0.9) as p90_km"
    told = {"role": ROLE, "as_at": DAY}
    cells = counted(narrowed, "distance", lambda by, only: grouped(by, query, source, only), 3, **told)
    second.sql.execute(
        f"""create or replace table chosen as select p.*, coalesce(n, 0) as within from pop p
        left join (select urn, count(*) as n from ({second.inside(8.0)}) group by urn) using (urn) where located"""
    )
    query = "count(*) as schools, avg(within) as mean_within, count(*) filter (where within = 0) as none"
    cells += counted(narrowed, "overlap", lambda by, only: grouped(by, query, "chosen", only), 3, km=8.0, **told)
    assert cells >= CELLS / 2
    second.reached("within", 10.0, kind_of(store, None), DAY)
    theirs = second(
        """select sum(hit) filter (where rural = 'Rural') as reached_a,
        count(hit) filter (where rural = 'Rural') as schools_a, sum(hit) filter (where rural = 'Urban') as reached_b,
        count(hit) filter (where rural = 'Urban') as schools_b from flagged"""
    )
    assert compare(ask(store, "gap", **told).table, theirs, []) == 4


def test_spread_and_eligibility_of_networks_that_offer_a_role(narrowed):
    store, second = narrowed
    second.reached("lead", 0.0, kind_of(store, None), None)
    theirs = second("select sum(hit) as provision, count(*) as schools, count(distinct la) as areas from flagged")
    assert compare(ask(store, "inequality", role=ROLE).table, theirs, []) == 3
    query = "count(*) filter (where ofsted = 'Outstanding' and hit = 1) as designated"
    ours = ask(store, "eligibility", ("region",), role=ROLE).table
    assert compare(ours, second(grouped(("region",), query, "flagged")), ["region"]) >= 3


@pytest.mark.parametrize("day", [None, DAY])
def test_what_each_network_offers(narrowed, day):
    store, second = narrowed
    second.role = None
    second.sql.execute("create or replace table six (role varchar)")
    second.sql.executemany("insert into six values (?)", [[role] for role in AREAS_OF_WORK])
    second.sql.execute(
        f"""create or replace table offered as select a.network, s.role,
          (select count(*) > 0 from roles r where r.network = a.network and r.area_of_work = s.role
            and coalesce(r.since <= a.on_day, true) and coalesce(r.until >= a.on_day, true))::int as offers
        from ({second.active(kind_of(store, None), day)}) a, six s"""
    )
    theirs = second("select *, sum(offers) over (partition by network) as offered from offered")
    ours = ask(store, "offers", as_at=day).table
    assert compare(ours.drop(columns="network_name"), theirs, ["network", "role"]) >= 2 * 6 * 15
    counts = second(
        """with each as (select network, sum(offers) as roles from offered group by network),
        every as (select unnest(range(0, 7)) as roles)
        select e.roles, count(network) as networks, (select count(*) from each) as all from every e
        left join each using (roles) group by e.roles""".replace("as all", 'as "all"')
    )
    assert compare(ask(store, "breadth", as_at=day).table.drop(columns="share"), counts, ["roles"]) == 14
