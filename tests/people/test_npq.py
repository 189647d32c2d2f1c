"""National qualifications begun by level and area, and the rungs that areas lack."""

import duckdb
import pandas as pd
import pytest
from conftest import ROOT
from small_england import store_in

from hubdata.answers.ask import ask
from hubdata.answers.question import Unanswerable
from hubdata.measures.people.npq import EVERY_LEVEL, levels, starts
from hubdata.measures.people.rungs import NO_FIGURE, NO_PROVIDER, NOBODY, lacking
from hubdata.store import Store
from hubdata.views.areas import all_places
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.people.missing_rungs import missing
from hubdata.views.people.qualifications import starts as starts_view

OWN = ROOT / "data" / "illustrative"


@pytest.fixture(scope="module")
def england() -> Store:
    return Store.open(OWN)


def rows(*told: tuple) -> pd.DataFrame:
    table = pd.DataFrame(told, columns=["la", "breakdown", "group", "starts", "teachers"])
    return table.assign(scheme="NPQ").astype({"starts": "Int64", "teachers": "Int64"})


def test_levels_add_up_and_totals_are_no_level():
    table = levels(
        rows(
            ("A", "Total", "Total", 30, 1000),
            ("A", "Qualification", "NPQ Leading Literacy (NPQLL)", 10, 1000),
            ("A", "Qualification", "NPQ for SENCOs", 8, 1000),
            ("A", "Qualification", "NPQ Headship (NPQH)", 12, 1000),
        )
    )
    found = starts(table, ["la"]).set_index("level")
    assert found["starts"].to_dict() == {"Specialist NPQ": 18, "NPQH": 12}
    assert found["per_100_teachers"].tolist() == [1.8, 1.2]


def test_where_nobody_splits_them_the_total_is_the_level():
    found = starts(levels(rows(("A", "Total", "Total", 30, 1000))), ["la"])
    assert found[["level", "starts"]].to_numpy().tolist() == [[EVERY_LEVEL, 30]]


def test_a_hidden_part_hides_the_level_and_no_teachers_have_no_rate():
    table = rows(
        ("A", "Q", "NPQ for SENCOs", None, 1000), ("A", "Q", "NPQ Leading Literacy", 5, 1000), ("B", "Q", "NPQH", 3, 0)
    )  # fmt: skip
    found = starts(levels(table), ["la"]).set_index("la")
    assert pd.isna(found.loc["A", "starts"])
    assert pd.isna(found.loc["B", "per_100_teachers"])
    assert found.loc["B", "starts"] == 3


def test_why_a_rung_is_missing():
    table = pd.DataFrame(
        {"la": ["A", "A", "B", "C"], "step": ["NPQSL", "NPQH", "NPQSL", "NPQSL"], "people": [4, 0, None, 7]}
    ).astype({"people": "Int64"})
    table = pd.concat([table, pd.DataFrame({"la": ["C"], "step": ["NPQH"], "people": [2]})])
    offered = pd.DataFrame({"la": ["A", "B"], "step": ["NPQSL", "NPQSL"]})
    assert lacking(table, "la", offered).to_numpy().tolist() == [
        ["A", "NPQH", NOBODY], ["B", "NPQSL", NO_FIGURE], ["B", "NPQH", NOBODY], ["C", "NPQSL", NO_PROVIDER],
    ]  # fmt: skip
    assert NO_PROVIDER not in set(lacking(table, "la", None)["why"]), "nobody knows who offers what"


def test_counted_a_second_time_from_the_file(england):
    table = ask(england, "npq_starts", ("la",)).table
    file = next(OWN.glob("participants-*.parquet")).as_posix()
    told = duckdb.sql(f"""
        SELECT la, CASE WHEN "group" IN ('NPQML', 'NPQSL', 'NPQH', 'NPQEL') THEN "group"
                        ELSE 'Specialist NPQ' END AS level,
               sum(starts) AS n, 100.0 * sum(starts) / max(teachers) AS rate
        FROM '{file}' WHERE scheme = 'NPQ' AND breakdown = 'Qualification' AND la <> 'All' AND year = '2024/25'
          AND status = 'illustrative' GROUP BY ALL
    """).fetchall()
    second = {(la, level): (int(n), rate) for la, level, n, rate in told}
    assert len(second) == len(table)
    for row in table.itertuples():
        assert (row.starts, pytest.approx(row.per_100_teachers)) == second[row.la, row.level]


def test_authorities_add_up_to_their_region_and_regions_to_england(england):
    london = ask(england, "npq_starts", ("la",), {"region": "London"}).table
    regions = ask(england, "npq_starts", ("region",)).table
    assert london["starts"].sum() == regions.loc[regions["region"] == "London", "starts"].sum()
    years = ask(england, "npq_starts", ("year", "region")).table
    assert years.loc[years["year"] == "2024/25", "starts"].sum() == regions["starts"].sum()


def test_missing_rungs_named_by_a_second_count(england):
    table = ask(england, "missing_rungs", ("la",)).table
    files = {name: next(OWN.glob(f"{name}-*.parquet")).as_posix() for name in ("providers", "schools")}
    with_one = duckdb.sql(f"""
        SELECT DISTINCT s.la FROM '{files["providers"]}' p JOIN '{files["schools"]}' s USING (urn)
        WHERE p.programme = 'NPQH' AND p.participants > 0
    """).fetchall()
    lacks = table.loc[(table["step"] == "NPQH") & (table["why"] == NO_PROVIDER), "la"]
    every = set(england.table("districts")["la"].astype("str"))
    assert set(lacks) == every - {la for (la,) in with_one}


def test_an_area_that_nobody_knows_is_said(england):
    with pytest.raises(Unanswerable):
        ask(england, "npq_starts", ("la",), {"region": "Nowhere"})


def test_the_picture_stacks_what_the_table_says(england):
    view = starts_view(england, PeopleChoices(all_places(england)["E12000007"]))
    table = view.proof.table
    drawn = {bar.name: [x for x in bar.x if x == x] for bar in view.drawing.data}
    for level, rates in drawn.items():
        wanted = table.loc[table["level"] == level].sort_values("la_name")["per_100_teachers"].dropna()
        assert rates == pytest.approx(wanted.tolist())
    assert f"{table['starts'].sum():,} for {table.drop_duplicates('la')['teachers'].sum():,}" in view.finding


def test_missing_rungs_of_one_region_are_named(england):
    view = missing(england, PeopleChoices(all_places(england)["E12000001"]))
    counts = view.proof.table.query("why == 'no provider'").groupby("step")["la"].nunique()
    assert f"{counts.max()} of 12 authorities" in view.finding


def test_a_sum_of_some_regions_is_not_called_england(tmp_path, england):
    tables = {name: england.table(name) for name in ("schools", "districts", "outlines", "networks")}
    some = england.table("participants").loc[lambda table: table["region"].isin(["London", "All"])]
    view = starts_view(store_in(tmp_path, tables | {"participants": some}), PeopleChoices())
    assert view.finding.startswith("In the 1 of 9 regions with a figure")
