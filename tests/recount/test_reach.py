"""Population, reach, distance and the gap agree with a second implementation in SQL on every snapshot there is."""

import pytest
from cells import CELLS, DIMENSIONS, compare, counted, names
from second import grouped, keys, wilson

from hubdata.answers.ask import ask
from hubdata.answers.groups import kind_of

COUNTED = "sum(hit) as reached, count(hit) as schools, sum(hit) / count(hit) as rate"
FULL = "cast(null as double) as low, cast(null as double) as high"  # a full count has no interval
GAP = """select {columns} reached_a, schools_a, reached_b, schools_b,
  case when reached_b > 0 and schools_a > 0 then (reached_a / schools_a) / (reached_b / schools_b) end as ratio,
  case when schools_a > 0 and schools_b > 0 then reached_a / schools_a - reached_b / schools_b end as difference
  from ({inner}) where schools_a + schools_b > 0"""


def test_population(both):
    query = "count(*) as schools, count(*) filter (where located) as located, sum(pupils) as pupils"
    assert counted(both, "population", lambda by, only: grouped(by, query, "pop", only), 12) >= CELLS


@pytest.mark.parametrize("definition", ["within", "lead", "member", "supported"])
def test_reach(both, definition):
    store, second = both
    if definition in ("member", "supported") and store.status == "official":
        pytest.skip("official lists hold neither members nor support")
    second.reached(definition, 7.5, kind_of(store, None), None)
    source = "(select * from flagged where hit is not null)"
    ends = wilson("sum(hit)", "count(hit)") if definition == "supported" else FULL
    rate = f"{COUNTED}, {ends}"
    cells = counted(both, "reach", lambda by, only: grouped(by, rate, source, only), 6, definition=definition, km=7.5)
    assert cells >= CELLS


def test_reach_in_pupils(both):
    store, second = both
    second.reached("within", 10.0, kind_of(store, None), None)
    rate = "(sum(pupils * hit) / sum(pupils))"
    query = f"""sum(pupils * hit) as reached, sum(pupils) as schools, {rate} as rate, {FULL}"""
    source = """(select * exclude (pupils), cast(pupils as double) as pupils
        from flagged where hit is not null and pupils > 0)"""
    cells = counted(both, "reach", lambda by, only: grouped(by, query, source, only), 4, weight="pupils")
    assert cells >= CELLS / 2


def test_distance_and_its_curve(both):
    store, second = both
    second.near(kind_of(store, None))
    source = """(select p.*, sqrt(m.squared) / 1000 as km
        from pop p join nearest m using (urn))"""
    query = "count(*) as schools, quantile_cont(km, 0.5) as median_km, quantile_cont(km, 0.9) as p90_km"
    assert counted(both, "distance", lambda by, only: grouped(by, query, source, only), 8) >= CELLS
    curve = ask(store, "distance_curve", ("rural",), to=12.0).table
    for km, mine in curve.groupby("km"):
        theirs = second(
            grouped(("rural",), f"count(*) filter (where km <= {km}) as reached, count(*) as schools", source)
        )
        compare(mine.drop(columns="km"), theirs, ["rural"])


@pytest.mark.parametrize(("contrast", "a", "b"), [("rural", "Rural", "Urban"), ("phase", "Primary", "Secondary")])
def test_gap(both, contrast, a, b):
    store, second = both
    second.reached("within", 10.0, kind_of(store, None), None)
    sums = ", ".join(
        f"coalesce(sum(hit) filter (where {contrast} = '{code}'), 0) as reached_{side}, "
        f"count(hit) filter (where {contrast} = '{code}') as schools_{side}"
        for side, code in (("a", a), ("b", b))
    )
    cells = 0
    for by in [(), *((name,) for name in DIMENSIONS if name != contrast), ("region", "size")]:
        columns = f"{keys(by)}, " if by else ""
        query = GAP.format(columns=columns, inner=grouped(by, sums, "flagged"))
        cells += compare(ask(store, "gap", by, contrast=contrast).table, second(query), names(by))
    assert cells >= CELLS / 2
