"""The measures a second time, in SQL over the snapshot's own Parquet files: no line of ours but the table names."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd

Z = 1.959963984540054
POPULATION = """
create table population as
select s.urn, s.name, s.phase, s.rural, s.ruc, s.ruc_vintage, s.la, s.district, s.pupils, s.ofsted, s.type_group,
  s.admissions, coalesce(a.region, b.region) as region, coalesce(a.la_name, b.la_name) as la_name, d.district_name,
  s.easting, s.northing, s.easting is not null and s.northing is not null as located,
  case when s.pupils is null then 'Not known' when s.pupils < 110 then 'under 110' when s.pupils < 210 then '110-209'
       when s.pupils < 420 then '210-419' else '420 and over' end as size,
  s.trust, s.federation
from schools s
left join (select la, any_value(region) as region, any_value(la_name) as la_name from districts group by la) a
  on a.la = s.la
left join (select la_code, any_value(region) as region, any_value(la_name) as la_name from districts
           where la_code is not null group by la_code) b on b.la_code = s.la_code
left join districts d on d.district = s.district
where s.status in ('Open', 'Open, but proposed to close') and s.phase in ('Primary', 'Secondary', 'All-through')
  and s.type_group in ('Academies', 'Free Schools', 'Local authority maintained schools') and s.la like 'E%'
"""
TRUSTS = """
create table banded as
with academies as (select trust, count(*) as n from population
  where type_group in ('Academies', 'Free Schools') and trust is not null group by trust)
select p.*,
  case when p.type_group not in ('Academies', 'Free Schools') then 'None' when n is null then 'Not known'
       when n = 1 then '1' when n <= 5 then '2-5' when n <= 10 then '6-10' when n <= 20 then '11-20'
       else '21 and over' end as trust_size
from population p left join academies a on a.trust = p.trust and p.type_group in ('Academies', 'Free Schools')
"""
GOVERNED = """
create table pop as select *,
  case when trust_size = 'None' and federation is not null then 'Maintained, in a federation'
       when trust_size = 'None' then 'Maintained, on its own' when trust_size = 'Not known' then 'Not known'
       when trust_size = '1' then 'Single-academy trust' else 'Trust of ' || trust_size end as governance
from banded
"""
HEIRS = """
create table heirs as
with recursive chain(urn, here, depth) as (
  select urn, urn, 0 from schools
  union
  select c.urn, l.link_urn, c.depth + 1 from chain c join links l on l.urn = c.here and l.relation = 'successor'
  join schools s on s.urn = c.here and s.status not in ('Open', 'Open, but proposed to close')
  where c.depth < 12)
select c.urn, arg_min(c.here, (c.depth, c.here)) as heir from chain c
join schools s on s.urn = c.here and s.status in ('Open', 'Open, but proposed to close') group by c.urn
"""
COLUMNS = {"ruc": "ruc, ruc_vintage", "la": "la, la_name", "district": "district, district_name"}


class Second:
    """A snapshot opened in DuckDB."""

    def __init__(self, folder: Path) -> None:
        """Its Parquet files as views, the population and the heirs as tables."""
        self.sql = duckdb.connect()
        self._near: tuple | None = None
        self.role: str | None = None  # count only the networks that offer it
        manifest = json.loads((folder / "manifest.json").read_text())
        for name, entry in manifest["tables"].items():
            self.sql.execute(f"create view {name} as select * from read_parquet('{folder / entry['file']}')")
        for statement in (POPULATION, TRUSTS, GOVERNED, HEIRS):
            self.sql.execute(statement)

    def __call__(self, query: str) -> pd.DataFrame:
        """The rows of a query."""
        return self.sql.execute(query).df()

    def active(self, kind: str, as_at: date | None) -> str:
        """A query for the networks of a kind on a day, with that day; those that offer the role where one is set."""
        every = self._active(kind, as_at)
        if not self.role:
            return every
        return f"""select a.* from ({every}) a where exists (select 1 from roles r where r.network = a.network
            and r.area_of_work = '{self.role}' and coalesce(r.since <= a.on_day, true)
            and coalesce(r.until >= a.on_day, true))"""

    def _active(self, kind: str, as_at: date | None) -> str:
        if as_at:
            day = f"date '{as_at}'"
            return f"""select *, {day} as on_day from networks where kind = '{kind}'
                and coalesce(since <= {day}, true) and coalesce(until >= {day}, true)"""
        return f"""select * from (select *, max(listed) over () as on_day from networks where kind = '{kind}')
            where coalesce(since <= on_day, true) and coalesce(until >= on_day, true)"""

    def members(self, kind: str, as_at: date | None, role: str) -> str:
        """A query for network and urn of the spells that cover the day."""
        return f"""select distinct m.network, m.urn from members m join ({self.active(kind, as_at)}) n using (network)
            where m.role {role} and coalesce(m.since <= n.on_day, true) and coalesce(m.until >= n.on_day, true)"""

    def near(self, kind: str, as_at: date | None = None) -> None:
        """Table ``away``: every located school, every located lead, and the square of their distance in metres.

        Table ``nearest``: for each school the least of them.
        """
        if self._near == (kind, as_at, self.role):
            return
        self.sql.execute(
            f"""create or replace table away as with leads as materialized (
              select l.network, s.easting, s.northing from ({self.members(kind, as_at, "= 'lead'")}) l
              join schools s on s.urn = l.urn where s.easting is not null and s.northing is not null)
            select p.urn, l.network, (p.easting - l.easting) * (p.easting - l.easting)
              + (p.northing - l.northing) * (p.northing - l.northing) as squared
            from pop p, leads l where p.located"""
        )
        self.sql.execute(
            "create or replace table nearest as select urn, min(squared) as squared from away group by urn"
        )
        self._near = (kind, as_at, self.role)

    def inside(self, km: float) -> str:
        """A query for urn and network, once each, within ``km``."""
        return f"select distinct urn, network from away where squared <= {km * 1000} * {km * 1000}"

    def reached(self, definition: str, km: float, kind: str, as_at: date | None) -> None:
        """Table ``flagged``: the population with hit (1, 0 or missing)."""
        heirs = "select distinct heir as urn from ({}) found join heirs using (urn)"
        if definition == "within":
            self.near(kind, as_at)
            metres = km * 1000
            query = f"""select p.*, case when squared <= {metres} * {metres} then 1 when squared is not null then 0 end
                as hit from pop p left join nearest using (urn)"""
        else:
            if definition == "supported":
                year = f"(select max(year) from support join networks using (network) where kind = '{kind}')"
                found = f"""select urn from support join networks using (network)
                    where kind = '{kind}' and year = {year}"""
            else:
                found = self.members(kind, as_at, "= 'lead'" if definition == "lead" else "is not null")
            query = f"""select p.*, case when h.urn is null then 0 else 1 end as hit
                from pop p left join ({heirs.format(found)}) h using (urn)"""
        self.sql.execute(f"create or replace table flagged as {query}")


def keys(by: tuple[str, ...]) -> str:
    """The columns of the dimensions, as SQL."""
    return ", ".join(COLUMNS.get(name, name) for name in by)


def grouped(by: tuple[str, ...], counted: str, source: str, only: Mapping[str, str] | None = None) -> str:
    """A query that counts for each group."""
    where = " and ".join(f"{name} in ({codes})" for name, codes in _quoted(only or {}).items()) or "true"
    columns = keys(by)
    tail = f"group by {columns}" if by else "having count(*) > 0"
    return f"select {columns + ', ' if by else ''}{counted} from {source} where {where} {tail}"


def _quoted(only: Mapping[str, str]) -> dict[str, str]:
    return {name: ", ".join(f"'{code}'" for code in codes.split(",")) for name, codes in only.items()}


def wilson(x: str, n: str) -> str:
    """Low and high of the interval about x / n, as SQL."""
    middle, half = (
        f"({x} / {n} + {Z * Z} / (2 * {n}))",
        f"{Z} * sqrt({x} / {n} * (1 - {x} / {n}) / {n} + {Z * Z} / (4 * {n} * {n}))",
    )
    return f"({middle} - {half}) / (1 + {Z * Z} / {n}) as low, ({middle} + {half}) / (1 + {Z * Z} / {n}) as high"
