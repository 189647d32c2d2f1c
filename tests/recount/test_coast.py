"""What schools are like and who came to what agree with a second implementation in SQL on every snapshot there is."""

import pytest
from cells import CELLS, compare, counted, names
from second import grouped

from hubdata.answers.ask import ask
from hubdata.answers.groups import kind_of

FULL = "cast(null as double) as low, cast(null as double) as high"  # a full count has no interval


def test_attendance(both):
    store, second = both
    if not store.has("activities"):
        pytest.skip("nobody publishes what networks put on")
    second.sql.execute(
        f"""create or replace table visited as with held as (
          select h.heir as urn, a.attended from activities a join networks n using (network)
          join heirs h on h.urn = a.urn where n.kind = '{kind_of(store, None)}'),
        each as (select urn, count(*) as n, count(attended) as c, sum(attended) as people from held group by urn)
        select p.*, n, coalesce(c, 0) as c, coalesce(people, 0) as people from pop p left join each using (urn)"""
    )
    query = """count(*) as schools, count(n) as hosts, coalesce(sum(n), 0) as activities, sum(c) as counted,
        sum(people) as attended, 100 * sum(people) / count(*) as per_100_schools"""
    assert counted(both, "attendance", lambda by, only: grouped(by, query, "visited", only), 8) >= CELLS


@pytest.mark.parametrize("by", [(), ("rural",), ("region",), ("la",)])
def test_make_up(both, by):
    store, second = both
    ours = ask(store, "make_up", by).table
    cells = 0
    for characteristic, column in (("Phase", "phase"), ("Last headline grade", "coalesce(ofsted, 'No grade')")):
        source = f"(select *, {column} as value from pop)"
        theirs = second(grouped((*by, "value"), "count(*) as count", source))
        mine = ours.loc[ours["characteristic"] == characteristic].drop(columns=["characteristic", "schools", "rate"])
        cells += compare(mine, theirs, [*names(by), "value"])
    assert cells >= 6
    shared = ours.loc[ours["characteristic"] != "Admissions policy"]
    whole = shared.groupby([*names(by), "characteristic"], dropna=False, observed=True)["count"].sum()
    assert (whole == shared.groupby(whole.index.names, dropna=False, observed=True)["schools"].first()).all()


@pytest.mark.parametrize("by", [(), ("phase",), ("rural",), ("region",), ("la",)])
def test_selection(both, by):
    store, second = both
    ours = ask(store, "make_up", by).table.query("characteristic == 'Admissions policy'")
    known = "(select * from pop where admissions is not null and phase in ('Secondary', 'All-through'))"
    if not len(second(f"select 1 from {known} limit 1")):
        assert ours.empty, "a register that says nothing has no share"
        return
    for value in ("Selective", "Non-selective"):
        counted = f"count(*) filter (where admissions = '{value}')"
        query = f"{counted} as count, count(*) as schools, {counted} / count(*) as rate, {FULL}"
        theirs = second(grouped(by, query, known))
        assert compare(ours.loc[ours["value"] == value], theirs, names(by)) >= 5 * len(theirs) > 0
