"""How large trusts are agrees with a second implementation in SQL on every snapshot there is."""

import pytest
from cells import CELLS, compare, counted
from second import Second, grouped, keys

from hubdata.answers.ask import ask

RATES = """count(*) filter (where trust_size <> 'Not known') as schools,
    count(*) filter (where n >= {k}) as in_trusts, count(*) filter (where trust_size = 'Not known') as not_known,
    count(distinct case when n > 0 then trust end) as trusts"""


def of_trusts(second: Second) -> None:
    """Table ``held``: the population with n and heads, the schools and pupils of each school's trust; 0 outside."""
    second.sql.execute(
        """create or replace table held as with sizes as (
          select trust, count(*) as n, sum(pupils) as heads from pop
          where trust_size not in ('None', 'Not known') group by trust)
        select p.*, coalesce(s.n, 0) as n, s.heads from pop p
        left join sizes s on s.trust = p.trust and p.trust_size not in ('None', 'Not known')"""
    )


@pytest.mark.parametrize("k", [2, 6])
def test_trusts(both, k):
    of_trusts(both[1])
    assert counted(both, "trusts", lambda by, only: grouped(by, RATES.format(k=k), "held", only), 0, k=k) >= CELLS / 10


def test_the_middle_trust(both):
    store, second = both
    of_trusts(second)
    for by in ((), ("la",), ("rural",)):
        columns = keys(by)
        each = f"select distinct {columns + ', ' if by else ''}trust, n, heads from held where n > 0"
        query = f"""select {columns + ", " if by else ""}quantile_cont(n, 0.5) as median_schools,
            quantile_cont(heads, 0.5) as median_pupils from ({each}) {"group by " + columns if by else ""}"""
        ours = ask(store, "trusts", by).table
        compare(ours.loc[ours["trusts"] > 0], second(query), [name.strip() for name in columns.split(",") if name])


def test_cold_spots_against_elsewhere(both):
    store, second = both
    of_trusts(second)
    spots = ask(store, "cold_spots", ("district",)).table
    cold = spots.loc[spots["spot"] == "cold", "district"].astype("str").tolist() or ["none"]
    listed = ", ".join(f"'{code}'" for code in cold)
    theirs = second(
        f"""with sides as (select district in ({listed}) as cold, n >= 6 as large, district from held
          where trust_size <> 'Not known' and district is not null)
        select {
            ", ".join(
                f"count(distinct district) filter (where {side}) as areas_{name}, "
                f"count(*) filter (where {side} and large) as in_trusts_{name}, "
                f"count(*) filter (where {side}) as schools_{name}"
                for name, side in (("a", "cold"), ("b", "not cold"))
            )
        }, avg(large::int) filter (where cold) - avg(large::int) filter (where not cold) as difference from sides"""
    )
    assert compare(ask(store, "cold_trusts").table, theirs, []) == 7
