"""What schools can choose from agrees with a second implementation in SQL on every snapshot there is."""

import pytest
from cells import CELLS, compare, counted, names
from second import grouped

from hubdata.answers.ask import ask
from hubdata.answers.groups import kind_of


def test_overlap_and_tiers(both):
    store, second = both
    second.near(kind_of(store, None))
    second.sql.execute(
        f"""create or replace table chosen as select p.*, coalesce(n, 0) as within from pop p
        left join (select urn, count(*) as n from ({second.inside(8.0)}) group by urn) using (urn) where located"""
    )
    query = """count(*) as schools, avg(within) as mean_within, quantile_cont(within, 0.5) as median_within,
        count(*) filter (where within = 0) as none"""
    cells = counted(both, "overlap", lambda by, only: grouped(by, query, "chosen", only), 4, km=8.0)
    query = """count(*) as schools, quantile_cont(within, 0.1) as p10, quantile_cont(within, 0.9) as p90,
        count(*) filter (where within = 0) as none"""
    cells += counted(both, "tiers", lambda by, only: grouped(by, query, "chosen", only), 2, km=8.0)
    assert cells >= CELLS


def test_effective_providers(both):
    store, second = both
    second.near(kind_of(store, None))
    second.sql.execute(
        """create or replace table chosen as with ours as (
          select p.*, network, exp(-sqrt(min(squared)) / 5000) as w from pop p join away using (urn)
          where region = 'North East' group by all)
        select urn, la, la_name, any_value(phase) as phase, pow(sum(w), 2) / sum(w * w) as effective
        from ours group by all"""
    )
    for by in ((), ("phase",), ("la",)):
        ours = ask(store, "overlap", by, {"region": "North East"}).table
        compare(ours, second(grouped(by, "avg(effective) as mean_effective", "chosen")), names(by))


def test_pairs(both):
    store, second = both
    second.near(kind_of(store, None))
    theirs = second(
        f"""with inside as ({second.inside(6.0)}),
        size as (select network, count(*) as n from inside group by network),
        pairs as (select x.network as a, y.network as b, count(*) as shared from inside x join inside y using (urn)
                  where x.network < y.network group by all)
        select a, b, shared, s.n + t.n - shared as either, shared / (s.n + t.n - shared) as jaccard
        from pairs join size s on s.network = a join size t on t.network = b
        order by jaccard desc, a, b limit 120"""
    )
    ours = ask(store, "pairs", km=6.0, top=120).table
    assert ours[["a", "b"]].to_numpy().tolist() == theirs[["a", "b"]].to_numpy().tolist()
    assert compare(ours.drop(columns=["a_name", "b_name"]), theirs, ["a", "b"]) >= 3 * min(120, len(theirs)) > 0


def test_roles(both):
    store, second = both
    if not store.has("roles"):
        pytest.skip("official lists hold no roles")
    kind = kind_of(store, None)
    second.near(kind, None)
    second.sql.execute(
        f"""create or replace table offers as select distinct p.*, r.area_of_work as role from pop p
        join ({second.inside(10.0)}) a on a.urn = p.urn
        join ({second.active(kind, None)}) n using (network)
        join roles r on r.network = a.network
          and coalesce(r.since <= n.on_day, true) and coalesce(r.until >= n.on_day, true)"""
    )
    for by in ((), ("phase",), ("region",), ("la",)):
        ours = ask(store, "roles", by).table
        theirs = second(grouped((*by, "role"), "count(*) as with_provider", "offers"))
        schools = second(grouped(by, "count(*) as schools", "(select * from pop where located)"))
        found = ours.loc[ours["with_provider"] > 0]
        compare(found.drop(columns="schools"), theirs, [*names(by), "role"])
        compare(ours.drop_duplicates(names(by) or ["schools"]), schools, names(by))


def test_eligibility(both):
    store, second = both
    second.reached("lead", 0.0, kind_of(store, None), None)
    query = """count(*) filter (where ofsted = 'Outstanding') as eligible,
        count(*) filter (where ofsted = 'Outstanding' and hit = 1) as designated"""
    assert counted(both, "eligibility", lambda by, only: grouped(by, query, "flagged", only), 8) >= CELLS / 4
