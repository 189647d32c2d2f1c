"""Areas and kinds of school agree with a second implementation in SQL on every snapshot there is."""

from cells import CELLS, compare, counted, names
from second import grouped

from hubdata.answers.ask import ask
from hubdata.answers.groups import kind_of


def test_inequality(both):
    store, second = both
    second.reached("lead", 0.0, kind_of(store, None), None)
    theirs = second(
        """with areas as (select la, any_value(region) as region, count(*) as n, sum(hit) as h from flagged
                   where la is not null group by la),
        shares as (select *, n / sum(n) over () as f, h / sum(h) over () as s from areas),
        regions as (select sum(f) as f, sum(s) as s from shares group by region)
        select (select count(*) from areas) as areas, (select sum(n) from areas) as schools,
          (select sum(h) from areas) as provision,
          (select sum(x.f * y.f * abs(x.h / x.n - y.h / y.n)) from shares x, shares y)
            / (2 * (select sum(h) / sum(n) from areas)) as gini,
          (select sum(s * ln(s / f)) from shares where s > 0) as theil,
          (select sum(s * ln(s / f)) from regions where s > 0) as theil_between"""
    )
    assert compare(ask(store, "inequality").table.drop(columns="theil_within"), theirs, []) == 6


def test_hub_areas(both):
    store, second = both
    leads = second.members("teaching_school_hub", None, "= 'lead'")
    theirs = second(
        f"""with served as (
          select n.network, p.urn, p.easting, p.northing, a.shared
          from ({second.active("teaching_school_hub", None)}) n join network_areas a using (network)
          join pop p on p.district = a.district),
        away as (select s.network, s.urn,
            min(sqrt(pow(s.easting - r.easting, 2) + pow(s.northing - r.northing, 2))) / 1000 as km
          from served s join ({leads}) l using (network) join schools r on r.urn = l.urn group by all)
        select s.network as hub_area, count(*) as schools, count(*) filter (where shared) as shared,
          case when count(*) < 200 then 0 when count(*) > 300 then 2 else 1 end as band,
          avg(km) as mean_km, max(km) as max_km
        from served s left join away using (network, urn) group by s.network"""
    )
    ours = ask(store, "hub_areas").table.drop(columns="hub_name")
    ours["band"] = ours["band"].map({"below": 0, "within": 1, "above": 2})
    assert compare(ours.loc[ours["schools"] > 0], theirs, ["hub_area"]) >= 5 * 4


def test_small_schools_and_governance(both):
    store, second = both
    source = "(select * from pop where phase = 'Primary' and pupils is not null)"
    query = """count(*) as schools, count(*) filter (where pupils < 110) as small,
        count(*) filter (where pupils <= 210) as one_form"""
    cells = counted(both, "small_schools", lambda by, only: grouped(by, query, source, only), 4)
    for by in ((), ("phase", "rural"), ("la",)):
        ours = ask(store, "governance", by).table.drop(columns=["schools"])
        cells += compare(
            ours, second(grouped((*by, "governance"), "count(*) as count", "pop")), [*names(by), "governance"]
        )
    assert cells >= CELLS / 2


def test_isolation(both):
    second = both[1]
    second.sql.execute(
        """create or replace table peers as with
        boxed as (select urn, phase, easting as e, northing as n,
                    floor(easting / 2000) as x, floor(northing / 2000) as y
                  from pop where located),
        around as (select b.*, x + dx as bx, y + dy as by from boxed b, range(-1, 2) r(dx), range(-1, 2) s(dy)),
        found as (select p.urn, count(*) as peers from around p
                  join boxed q on q.x = p.bx and q.y = p.by and q.phase = p.phase and q.urn <> p.urn
                  where (q.e - p.e) * (q.e - p.e) + (q.n - p.n) * (q.n - p.n) <= 2000.0 * 2000.0 group by p.urn)
        select p.*, coalesce(peers, 0) as peers from pop p left join found using (urn) where located"""
    )
    query = "count(*) as schools, count(*) filter (where peers = 0) as alone, avg(peers) as mean_peers"
    assert counted(both, "isolation", lambda by, only: grouped(by, query, "peers", only), 2, km=2.0) >= CELLS / 5
