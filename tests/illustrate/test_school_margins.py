"""The made-up schools against published figures: phase, class, region, size."""

import pandas as pd
import pytest

from hubdata.illustrate.published import published


def test_schools_by_phase_and_class_are_those_of_the_parliamentary_answer(population):
    wanted = published("schools_by_phase_and_class").set_index(["phase", "ruc"])["schools"]
    found = population.groupby(["phase", "ruc"]).size().reindex(wanted.index, fill_value=0)
    assert (found == wanted).all()
    assert found.sum() == len(population) == 20_160


@pytest.mark.parametrize(("phase", "rural"), [("Primary", 4_867), ("Secondary", 473), ("All-through", 21)])
def test_rural_schools_by_phase(population, phase, rural):
    here = population[population["phase"] == phase]
    assert (here["rural"] == "Rural").sum() == rural
    assert (here["rural"] == here["ruc"].str.split().str[0]).all()


def test_schools_by_region_follow_the_register(population, tables):
    region = tables["districts"].drop_duplicates("la").set_index("la")["region"]
    wanted = published("schools_by_region").groupby("region")["schools"].sum()
    found = population["la"].map(region).value_counts().reindex(wanted.index)
    assert ((found / wanted - 1).abs() < 0.02).all()


def test_small_primaries_are_as_many_as_published(population):
    known = population[(population["phase"] == "Primary") & population["pupils"].notna()]
    band = pd.cut(known["pupils"], [0, 109, 209, 5_000], labels=["under 110", "110-209", "larger"]).astype(str)
    for row in published("schools_by_size_band").itertuples():
        here = band[known["rural"] == row.rural]
        assert (here == row.band).mean() * 100 == pytest.approx(row.percent, abs=2)


def test_pupils_in_all_are_like_those_of_england(population):
    pupils = population.groupby("phase")["pupils"].sum()
    assert 4_500_000 < pupils["Primary"] < 4_850_000
    assert 2_900_000 < pupils["Secondary"] < 3_700_000


def test_schools_are_dense_where_england_is(population, tables):
    districts = tables["districts"]
    london = districts.loc[districts["region"] == "London", "district"]
    assert 0.10 < population["district"].isin(london).mean() < 0.13
    assert population["la"].nunique() == 153


def test_academies_and_grades_have_believable_shares(population):
    by_phase = population.groupby("phase")
    academies = by_phase["type_group"].apply(lambda group: group.isin(["Academies", "Free Schools"]).mean())
    assert academies["Primary"] == pytest.approx(0.37, abs=0.02)
    assert academies["Secondary"] == pytest.approx(0.78, abs=0.02)
    graded = population[population["ofsted"].notna()].groupby("phase")["ofsted"]
    outstanding = graded.apply(lambda grade: (grade == "Outstanding").mean())
    assert outstanding["Primary"] == pytest.approx(0.19, abs=0.01)
    assert outstanding["Secondary"] == pytest.approx(0.23, abs=0.01)


def test_free_meals_are_higher_in_towns_and_alike_among_neighbours(population):
    by_rural = population.groupby("rural")["fsm"].mean()
    assert by_rural["Urban"] > by_rural["Rural"] + 5
    assert 17 < population["fsm"].mean() < 25
    assert population["fsm"].dropna().between(0, 100).all()
    urban = population[(population["rural"] == "Urban") & population["fsm"].notna()]
    between = urban.groupby("district")["fsm"].mean().var()
    assert between > 3 * urban["fsm"].var() / urban.groupby("district").size().median()


def test_there_is_something_for_every_filter_to_leave_out(tables, population):
    schools = tables["schools"]
    assert set(schools["status"]) == {"Open", "Open, but proposed to close", "Closed", "Proposed to open"}
    assert {"Nursery", "16 plus", "Not applicable"} <= set(schools["phase"])
    assert {"Middle deemed primary", "Middle deemed secondary"} <= set(population["published_phase"])
    assert {"Independent schools", "Colleges", "Special schools"} <= set(schools["type_group"])
    assert (population["status"] == "Open, but proposed to close").any()
    for column in ("easting", "pupils", "fsm", "ofsted", "trust"):
        assert population[column].isna().any(), column
    assert (schools["rural"] == "Not classified").sum() > 100
