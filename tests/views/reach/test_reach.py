"""The Reach page's views, held against a recount of the same small England."""

import dataclasses

import numpy as np
import pytest
from reading_views import fills, hovers, layers, parts

from hubdata.answers.groups import leads_of, schools_of
from hubdata.palette import MISSING, rgba
from hubdata.views.areas import all_places
from hubdata.views.choices import ReachChoices
from hubdata.views.reach import page
from hubdata.views.reach.reach_map import CLASSES

PLAIN = ReachChoices()


@pytest.fixture(scope="module")
def recount(small):
    """Schools of the population with whether a lead school is within 10 km, by comparing every pair."""
    schools, leads = schools_of(small), leads_of(small, PLAIN.networks).dropna(subset=["easting"])
    east = schools["easting"].to_numpy()[:, None] - leads["easting"].to_numpy()[None, :]
    north = schools["northing"].to_numpy()[:, None] - leads["northing"].to_numpy()[None, :]
    near = np.sqrt(east**2 + north**2).min(axis=1)
    return schools.assign(km=near / 1000).loc[schools["located"]].assign(reached=lambda table: table["km"] <= 10)


@pytest.fixture(scope="module")
def la(small):
    return next(place for place in all_places(small).values() if place.level == "la")


def test_the_finding_has_the_parts_of_both_sides(small, recount):
    primary = recount.loc[recount["phase"] == "Primary"].groupby("rural", observed=True)["reached"]
    counts = {rural: (int(found.sum()), len(found)) for rural, found in primary}
    assert parts(page.finding(small, PLAIN)) == [counts["Rural"], counts["Urban"]]


def test_every_area_has_its_rate_on_hover_and_its_class_in_colour(small, recount):
    view = page.by_area(small, PLAIN)
    rates = recount.groupby("la", observed=True)["reached"].agg(["sum", "count"])
    classes = CLASSES["within"]
    for code, (n, whole) in zip(rates.index, rates.itertuples(index=False), strict=True):
        assert parts(hovers(view)[code]) == [(n, whole)]
        index = int(classes.of(rates["sum"] / rates["count"])[code])
        assert fills(view)[code] == rgba(classes.colour(index) if whole >= 10 else MISSING)


def test_small_areas_have_their_parts_but_no_shade(small):
    view = page.by_area(small, dataclasses.replace(PLAIN, phase="All-through"))
    table = view.proof.table.set_index("la")
    few = table.index[table["mark"] == "u"]
    assert len(few)
    assert all(fills(view)[code] == rgba(MISSING) for code in few)
    assert all(" of " in hovers(view)[code] and "%" not in hovers(view)[code] for code in few)


def test_lead_schools_are_all_on_the_map(small):
    leads = leads_of(small, PLAIN.networks).dropna(subset=["easting"])
    assert len(layers(page.by_area(small, PLAIN))["leads"]["data"]) == len(leads)


def test_one_authority_shows_its_schools_one_by_one(small, recount, la):
    dots = layers(page.by_area(small, dataclasses.replace(PLAIN, place=la)))["schools"]["data"]
    mine = recount.loc[recount["la"] == la.code]
    assert len(dots) == len(mine)
    assert sum(dot["c"] for dot in dots) == mine["reached"].sum()


def test_the_table_of_one_authority_keeps_schools_without_a_location(small, la):
    view = page.by_area(small, dataclasses.replace(PLAIN, place=la))
    assert set(view.proof.table["urn"]) == set(schools_of(small).loc[lambda table: table["la"] == la.code, "urn"])


def test_a_school_that_was_looked_up_is_ringed_and_named(small, recount, la):
    school = recount.loc[recount["la"] == la.code].iloc[0]
    view = page.by_area(small, dataclasses.replace(PLAIN, place=la, urn=school["urn"]))
    assert len(layers(view)["chosen"]["data"]) == 1
    assert view.finding.startswith(school["name"])
    assert ("is not" in view.finding) is not bool(school["reached"])
    assert f"{school['km']:.1f} km" in view.finding or school["km"] == 0


def test_a_school_of_another_place_is_not_ringed(small, recount, la):
    elsewhere = recount.loc[recount["la"] != la.code].iloc[0]
    view = page.by_area(small, dataclasses.replace(PLAIN, place=la, urn=elsewhere["urn"]))
    assert "chosen" not in layers(view)
    assert elsewhere["name"] not in view.finding


def test_the_comparison_draws_the_rates_of_its_table(small):
    view = page.by_group(small, PLAIN)
    table = view.proof.table.set_index(["phase", "rural"])
    drawn = [rate for rate in view.drawing.data[0].x if not np.isnan(rate)]
    shown = table.loc[(table["mark"] != "u")].drop("Not classified", level="rural", errors="ignore")
    shown = shown.drop("All-through", level="phase", errors="ignore")
    assert sorted(drawn) == pytest.approx(sorted(shown["rate"]))


def test_the_unreached_are_exactly_those_not_reached(small, recount):
    view = page.unreached(small, PLAIN)
    missed = recount.loc[~recount["reached"]]
    assert view.proof.table["urn"].tolist() == missed["urn"].tolist()
    assert view.finding.startswith(f"{len(missed):,} schools")
    assert view.proof.table["km"].tolist() == pytest.approx(missed["km"].tolist())


def test_the_legend_says_missing_only_where_something_is(small):
    words = {choice: [text for _, text in page.by_area(small, choices).legend.areas] for choice, choices in {
        "all": PLAIN, "few": dataclasses.replace(PLAIN, phase="All-through"),
    }.items()}  # fmt: skip
    assert len(words["few"]) == len(CLASSES["within"].words) + 1
    assert words["few"][:-1] == list(CLASSES["within"].words)
