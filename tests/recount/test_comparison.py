"""Areas against chance, and the parts of a gap, agree with a second implementation on every snapshot there is."""

import numpy as np
import pytest
from cells import compare
from second import grouped

from hubdata.answers.ask import ask
from hubdata.answers.groups import kind_of, schools_of
from hubdata.answers.lots import lots_of
from hubdata.answers.reach import gap as gap_answers
from hubdata.measures.asked import Networks


def test_funnel_plot(both):
    """Rates by SQL; the chance of each area by a plain loop over the lots that place the leads again."""
    store, second = both
    second.reached("lead", 0.0, kind_of(store, None), None)
    rows = second(grouped(("la",), "sum(hit) as reached, count(hit) as schools", "(select * from flagged)"))
    ours = ask(store, "funnel_plot", definition="lead").table.set_index("la")
    assert compare(ours.reset_index()[["la", "la_name", "reached", "schools"]], rows, ["la", "la_name"]) >= 2 * len(
        rows
    )
    drawn, la = lots_of(store, Networks()), schools_of(store)["la"].astype("str").to_numpy()
    for code in ours.index[:3]:
        given = [(la[lot] == code).sum() + (la[drawn.stay] == code).sum() for lot in drawn.drawn]
        ends = np.quantile(np.array(given) / ours.loc[code, "schools"], [0.025, 0.975])
        assert ours.loc[code, ["low95", "high95"]].tolist() == pytest.approx(ends.tolist(), abs=1e-9)


def test_decomposition_by_one_factor_at_a_time_brackets_the_parts(both, monkeypatch):
    store, second = both
    monkeypatch.setattr(gap_answers, "TOO_FEW", 0)  # a small England has too few of a kind to be split on a page
    second.reached("within", 10.0, kind_of(store, None), None)
    second.sql.execute(
        """create or replace table kinds as select *, coalesce(ofsted = 'Outstanding', false) as eligible
        from flagged where hit is not null and rural in ('Rural', 'Urban')"""
    )
    parts = ask(store, "decomposition").table.set_index("component")["points"]
    gap = second(
        "select avg(hit) filter (where rural = 'Rural') - avg(hit) filter (where rural = 'Urban') from kinds"
    ).iloc[0, 0]
    assert parts.sum() == pytest.approx(gap, abs=1e-12)
    everything = second(composition("size, phase, eligible")).iloc[0, 0]
    assert parts[["size", "phase", "eligible"]].sum() == pytest.approx(everything, abs=1e-12)


def composition(factors: str) -> str:
    """Kitagawa's composition effect of the cells of some factors, as SQL."""
    return f"""with cells as (select {factors}, count(*) filter (where rural = 'Rural') as a,
          count(*) filter (where rural = 'Urban') as b, avg(hit) filter (where rural = 'Rural') as ra,
          avg(hit) filter (where rural = 'Urban') as rb from kinds group by {factors})
        select sum((a / (select sum(a) from cells) - b / (select sum(b) from cells))
          * (coalesce(ra, rb) + coalesce(rb, ra)) / 2) from cells"""


def test_interaction(both):
    store, second = both
    second.reached("within", 10.0, kind_of(store, None), None)
    theirs = second(
        """with cells as (select phase, rural, sum(hit) as x, count(hit) as n, sum(hit) / count(hit) as r from flagged
          where hit is not null and phase <> 'All-through' and rural <> 'Not classified' group by all),
        gaps as (select phase, max(r) filter (where rural = 'Rural') - max(r) filter (where rural = 'Urban') as d,
          max(r) filter (where rural = 'Rural') / max(r) filter (where rural = 'Urban') as q from cells group by phase)
        select max(d) filter (where phase = 'Primary') - max(d) filter (where phase = 'Secondary') as difference,
          max(q) filter (where phase = 'Primary') / max(q) filter (where phase = 'Secondary') as ratio from gaps"""
    ).iloc[0]
    ours = ask(store, "interaction").table.iloc[0]
    assert ours["difference"] == pytest.approx(theirs["difference"], abs=1e-12)
    assert ours["ratio"] == pytest.approx(theirs["ratio"], abs=1e-12)
    assert ours["low"] < ours["difference"] < ours["high"]
    assert ours["ratio_low"] < ours["ratio"] < ours["ratio_high"]


def test_lorenz_curve(both):
    store, second = both
    second.reached("lead", 0.0, kind_of(store, None), None)
    theirs = second(
        """with areas as (select la, count(*) as n, sum(hit) as h from flagged group by la)
        select sum(n) over w / sum(n) over () as schools, sum(h) over w / sum(h) over () as provision from areas
        window w as (order by h / n, la rows unbounded preceding)"""
    )
    ours = ask(store, "lorenz").table
    assert ours.iloc[0].tolist() == [0, 0, 0]
    np.testing.assert_allclose(ours["provision"].iloc[-1], 1)
    assert compare(ours.iloc[1:].drop(columns="by_lot"), theirs, []) == 2 * len(theirs)


def test_authorities_alike(both):
    store, second = both
    la = second("select min(la) as la from pop").iloc[0, 0]
    theirs = second(
        f"""with areas as (select la, avg(pupils) as pupils,
          avg(case when rural = 'Rural' then 1.0 else 0.0 end) as rural,
          sum(pupils * fsm) filter (where fsm is not null) / sum(pupils) filter (where fsm is not null) as fsm
          from (select p.*, s.fsm from pop p join schools s using (urn)) group by la),
        spread as (select max(pupils) - min(pupils) as p, max(rural) - min(rural) as r, max(fsm) - min(fsm) as f
                   from areas)
        select x.la, sqrt(0.2 * pow((x.pupils - y.pupils) / p, 2) + 0.4 * pow((x.rural - y.rural) / r, 2)
          + 0.4 * pow((x.fsm - y.fsm) / f, 2)) as score
        from areas x, areas y, spread where y.la = '{la}' and x.la <> y.la order by score, x.la limit 10"""
    )
    ours = ask(store, "neighbours", like=la, top=10).table
    assert compare(ours[["la", "score"]], theirs, ["la"]) == len(theirs)
