"""What changed over the years agrees with a second implementation in SQL on every snapshot that has a history."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from cells import compare, names
from second import Second, grouped

from hubdata.answers.ask import ask
from hubdata.answers.groups import kind_of
from hubdata.answers.spread.yearly import has_history
from hubdata.measures.asked import USUAL

YEAR = "(year({day}) - case when month({day}) < 9 then 1 else 0 end)"


@pytest.fixture
def past(both):
    """A snapshot whose networks have starts of their own."""
    store, second = both
    if not has_history(store, USUAL):
        pytest.skip("the lists say when they were made, not when each network began")
    return store, second


@pytest.mark.parametrize("definition", ["within", "lead", "member"])
def test_reach_on_a_day(past, definition):
    store, second = past
    day = date(2015, 6, 1)
    second.reached(definition, 9.0, kind_of(store, None), day)
    query = "sum(hit) as reached, count(hit) as schools"
    for by in ((), ("phase",), ("rural", "size")):
        ours = ask(store, "reach", by, definition=definition, km=9.0, as_at=day).table
        compare(ours, second(grouped(by, query, "(select * from flagged where hit is not null)")), names(by))


def test_history(past):
    store, second = past
    ours = ask(store, "history", ("rural",), definition="lead").table
    assert len(set(ours["as_at"])) >= 7
    for day, mine in ours.groupby("as_at"):
        second.reached("lead", 0.0, kind_of(store, None), day.date())
        theirs = second(grouped(("rural",), "sum(hit) as reached, count(*) as schools", "flagged"))
        compare(mine.drop(columns="as_at"), theirs, ["rural"])


def spells(second: Second, kind: str) -> None:
    """Table ``led``: spells of today's schools as leads, with the authority and the academic year of the start."""
    second.sql.execute(
        f"""create or replace table led as
        select h.heir as urn, p.la, m.since, m.until, {YEAR.format(day="m.since")} as year
        from members m join networks n using (network) join heirs h on h.urn = m.urn join pop p on p.urn = h.heir
        where m.role = 'lead' and n.kind = '{kind}' and m.since is not null"""
    )


FIRST = """with first as (select urn, la, min(since) as since from led group by urn, la),
  begun as (select la, {year} as year, count(*) as h from first group by la, year),
  authorities as (select la, count(*) as n from pop group by la),
  years as (select distinct year from begun)"""
PRIOR = """, prior as (select y.year, a.la, a.n, (select count(distinct urn) from led l where l.la = a.la
    and l.since <= make_date(y.year, 8, 31) and coalesce(l.until >= make_date(y.year, 8, 31), true)) / a.n as x
  from years y, authorities a),
  given as (select p.year, p.la, p.n, p.x, coalesce(b.h, 0) as h from prior p left join begun b using (year, la)
    where p.year in (select year from prior group by year having max(x) > 0))"""


def test_growth(past):
    store, second = past
    spells(second, kind_of(store, None))
    query = f"""{FIRST.format(year=YEAR.format(day="since"))}{PRIOR}
        select year || '/' || lpad(cast((year + 1) % 100 as varchar), 2, '0') as year, count(*) as n,
          regr_slope(100 * h / n, 100 * x) as slope from given group by all order by 1"""
    theirs = second(query.replace("group by all", "group by given.year"))
    assert compare(ask(store, "growth").table, theirs, ["year"]) >= 12


def test_concentration_on_what_was_there_before(past):
    store, second = past
    spells(second, kind_of(store, None))
    given = second(f"{FIRST.format(year=YEAR.format(day='since'))}{PRIOR} select * from given")
    ours = ask(store, "concentration", rank="prior").table.set_index("year")
    assert len(ours) >= 6
    for year, mine in given.groupby("year"):
        index = by_school(mine["n"], mine["h"] / mine["n"], mine["x"])
        assert ours.loc[f"{year}/{(year + 1) % 100:02d}", "index"] == pytest.approx(index, abs=1e-12)


@pytest.mark.parametrize("rank", ["fsm", "outstanding"])
def test_concentration_on_what_the_schools_are(both, rank):
    store, second = both
    spells(second, kind_of(store, None))
    fsm = "-sum(pupils * fsm) filter (where fsm is not null) / sum(pupils) filter (where fsm is not null)"
    best = "avg(case when ofsted = 'Outstanding' then 1.0 when ofsted is not null then 0.0 end)"
    second.sql.execute(
        f"""create or replace table ranked as select la, count(*) as n, {fsm if rank == "fsm" else best} as x
        from (select p.*, s.fsm from pop p join schools s using (urn)) group by la"""
    )
    begun = second(
        f"""{FIRST.format(year=YEAR.format(day="since"))} select y.year, r.la, r.n, r.x, coalesce(b.h, 0) as h
        from years y cross join ranked r left join begun b on b.year = y.year and b.la = r.la where r.x is not null"""
    )
    ours = ask(store, "concentration", rank=rank).table.set_index("year")
    assert len(ours) == begun["year"].nunique()
    for year, mine in begun.groupby("year"):
        row = ours.loc[f"{year}/{(year + 1) % 100:02d}"]
        assert row["index"] == pytest.approx(by_school(mine["n"], mine["h"] / mine["n"], mine["x"]), abs=1e-9)
        assert row["n"] == len(mine)


def by_school(schools: pd.Series, h: pd.Series, advantage: pd.Series) -> float:
    """The index from its definition, 2 cov(h, rank) / mean h, with a row a school and ties at their mean rank."""
    each = np.repeat(np.arange(len(schools)), schools)
    got, better = h.to_numpy()[each], pd.Series(advantage.to_numpy().round(12)[each])
    rank = (better.rank(method="average").to_numpy() - 0.5) / len(each)
    return float(2 * np.cov(got, rank, bias=True)[0, 1] / got.mean())
