"""The shipped England's reach, distance and population again from the raw files, in SQL that shares no code of ours."""

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pytest

from hubdata.__main__ import main as command_line

OPEN_POPULATION = """
create table population as
select *,
  case when phase_printed like '%rimary' then 'Primary' when phase_printed like '%econdary' then 'Secondary'
       else phase_printed end as phase,
  case when ruc like '%) Rural%' then 'Rural' when ruc like '%) Urban%' then 'Urban' else 'Not classified' end as rural
from register
where status in ('Open', 'Open, but proposed to close')
  and type_group in ('Academies', 'Free Schools', 'Local authority maintained schools')
  and phase_printed in ('Primary', 'Middle deemed primary', 'Secondary', 'Middle deemed secondary', 'All-through')
  and la like 'E%'
"""
COLUMNS = {
    "urn": "URN",
    "status": "EstablishmentStatus (name)",
    "type_group": "EstablishmentTypeGroup (name)",
    "phase_printed": "PhaseOfEducation (name)",
    "la": "GSSLACode (name)",
    "ruc": "UrbanRural (name)",
    "pupils": "NumberOfPupils",
    "easting": "Easting",
    "northing": "Northing",
}
LISTS = {
    "teaching_school_alliance": ("teaching_schools/teaching_schools_2018-03-12.csv", "URN"),
    "teaching_school_hub": ("hubs/teaching_school_hubs_2025-10.csv", "lead_school_urn"),
}


def register_of(official: Path) -> pd.DataFrame:
    """The extract's text, with nothing done to it but the choice of columns."""
    with zipfile.ZipFile(official / "gias" / "extract.zip") as archive:
        text = archive.read(archive.namelist()[0]).decode("cp1252")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    return pd.DataFrame({name: [row[printed] for row in rows] for name, printed in COLUMNS.items()})


@pytest.fixture(scope="module")
def raw(official: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The register, the list of teaching schools and the regions, as printed, with the nearest lead of each school."""
    connection = duckdb.connect()
    connection.register("register_text", register_of(official))
    connection.execute("create table register as select * from register_text")
    connection.execute(OPEN_POPULATION)
    lookup = f"read_csv('{official}/lookups/la_district_region.csv', all_varchar=true)"
    connection.execute(
        f"""create table areas as
        select distinct new_la_code as la,
          case when region_name like '%London%' then 'London' else region_name end as region
        from {lookup} where most_recent_year_included = (select max(most_recent_year_included) from {lookup})"""
    )
    for kind, (file, column) in LISTS.items():
        connection.execute(
            f"""create table leads_{kind} as
            select distinct r.urn, cast(r.easting as double) as e, cast(r.northing as double) as n
            from read_csv('{official / file}', all_varchar=true) as listed join register r on r.urn = listed.{column}
            where r.easting not in ('', '0') and r.northing not in ('', '0')"""
        )
        connection.execute(
            f"""create table near_{kind} as
            select p.urn, p.phase, p.rural, p.la, a.region,
              min(pow(cast(p.easting as double) - l.e, 2) + pow(cast(p.northing as double) - l.n, 2)) as squared
            from population p left join areas a using (la), leads_{kind} l
            where p.easting not in ('', '0') and p.northing not in ('', '0') group by all"""
        )
    yield connection
    connection.close()


def table(folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> pd.DataFrame:
    """What the command line prints."""
    assert command_line(["table", *words, "--data", str(folder)]) == 0
    printed = io.StringIO(capsys.readouterr().out)
    return pd.read_csv(printed, keep_default_na=False, na_values=[""])


def wanted(raw: duckdb.DuckDBPyConnection, by: str, counted: str, source: str) -> pd.DataFrame:
    """The recount, one row a group."""
    return raw.execute(f"select {by}, {counted} from {source} group by {by}").df()


def same(ours: pd.DataFrame, theirs: pd.DataFrame, by: list[str], columns: list[str]) -> None:
    """The same groups and, in every column, the same numbers to the six decimals printed."""
    left, right = (frame.set_index(by)[columns].sort_index() for frame in (ours, theirs))
    assert left.index.tolist() == right.index.tolist()
    assert len(left) > 0
    np.testing.assert_allclose(left.to_numpy(float), right.to_numpy(float), atol=5.1e-7, rtol=0, equal_nan=True)


GROUPINGS = ("phase,rural", "region", "la")


@pytest.mark.parametrize("by", GROUPINGS)
def test_population_is_recounted(raw, england, capsys, by):
    ours = table(england, capsys, "population", "--by", by)
    counted = """count(*) as schools, count(*) filter (where easting not in ('', '0')) as located,
        sum(try_cast(pupils as bigint)) as pupils"""
    theirs = wanted(raw, by, counted, "(select * from population left join areas using (la))")
    same(ours, theirs, by.split(","), ["schools", "located", "pupils"])


@pytest.mark.parametrize("km", [5, 10, 20])
@pytest.mark.parametrize("by", GROUPINGS)
def test_reach_is_recounted(raw, england, capsys, by, km):
    ours = table(england, capsys, "reach", "--km", str(km), "--by", by)
    metres = km * 1000
    theirs = wanted(
        raw,
        by,
        f"count(*) filter (where squared <= {metres} * {metres}) as reached, count(*) as schools",
        "near_teaching_school_alliance",
    )
    theirs = theirs.assign(rate=theirs["reached"] / theirs["schools"])
    same(ours, theirs, by.split(","), ["reached", "schools", "rate"])
    assert ours[["low", "high"]].isna().all(axis=None), "a full count has no interval"
    assert (ours["mark"].astype(object).fillna("") == np.where(ours["schools"] < 10, "u", "")).all()


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize("by", ["", "rural", *GROUPINGS])
def test_distance_is_recounted(raw, england, capsys, by, kind):
    grouped = by or "1"
    ours = table(england, capsys, "distance", "--kind", kind, *(["--by", by] if by else []))
    counted = """count(*) as schools, quantile_cont(sqrt(squared) / 1000, 0.5) as median_km,
        quantile_cont(sqrt(squared) / 1000, 0.9) as p90_km"""
    theirs = wanted(raw, grouped, counted, f"near_{kind}")
    keys = by.split(",") if by else ["schools"]
    same(ours, theirs, keys, [name for name in ("schools", "median_km", "p90_km") if name not in keys])


def test_the_population_of_the_extract_is_as_published_with_it(raw):
    assert raw.execute("select count(*) from population").fetchone() == (20184,)
    assert raw.execute("select count(*) from leads_teaching_school_alliance").fetchone()[0] <= 808
