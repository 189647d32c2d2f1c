"""Then and now, held against a recount of the same small England by comparing every pair."""

import re
from dataclasses import replace

import numpy as np
import pytest
from reading_views import fills, hovers

from hubdata.answers.groups import leads_of, schools_of
from hubdata.answers.networks.kinds import ALLIANCES, HUBS
from hubdata.measures.asked import Networks
from hubdata.palette import rgba
from hubdata.views.areas import all_places
from hubdata.views.choices import ReachChoices
from hubdata.views.reach import changeover

PLAIN = ReachChoices()
KM = re.compile(r"(\d+\.\d) km")


def away(store, kind):
    """Kilometres from each located school of the population to the nearest lead of a kind, with its place."""
    schools, leads = schools_of(store), leads_of(store, Networks(kind)).dropna(subset=["easting"])
    schools = schools.loc[schools["located"]]
    east = schools["easting"].to_numpy()[:, None] - leads["easting"].to_numpy()[None, :]
    north = schools["northing"].to_numpy()[:, None] - leads["northing"].to_numpy()[None, :]
    return schools.assign(km=np.hypot(east, north).min(axis=1) / 1000)


@pytest.fixture(scope="module")
def medians(small):
    found = {kind: away(small, kind).groupby("rural", observed=True)["km"].median() for kind in (ALLIANCES, HUBS)}
    return {(place, kind): found[kind][place] for kind in found for place in ("Rural", "Urban")}


def test_the_finding_has_the_four_medians(small, medians):
    view = changeover.then_and_now(small, PLAIN)
    wanted = [medians[place, kind] for place in ("Rural", "Urban") for kind in (ALLIANCES, HUBS)]
    numbers = re.findall(r"\d+\.\d", view.finding)
    assert [float(number) for number in numbers] == [round(km, 1) for km in wanted]
    assert "stood" in view.finding.split(";")[0]
    assert "stand" in view.finding.split(";")[1]


def test_the_curve_counts_every_school_at_every_distance(small):
    table = changeover.then_and_now(small, PLAIN).proof.table
    for kind in (ALLIANCES, HUBS):
        schools = away(small, kind)
        mine = table.loc[(table["kind"] == kind) & (table["rural"] == "Rural")]
        rural = schools.loc[schools["rural"] == "Rural", "km"]
        assert [int((rural <= km).sum()) for km in mine["km"]] == list(mine["reached"])
    assert set(table["kind"].astype("str")) == {ALLIANCES, HUBS}


def test_the_marks_stand_where_the_lines_cross_one_half(small, medians):
    drawing = changeover.then_and_now(small, PLAIN).drawing
    marks = sorted(trace.x[0] for trace in drawing.data if trace.mode == "markers")
    assert marks == pytest.approx(sorted(km for km in medians.values() if km <= 30))


def test_where_schools_are_few_the_sentence_counts_them(small):
    tiny = [place for place in all_places(small).values() if place.level == "la"]
    few = [changeover.then_and_now(small, replace(PLAIN, place=place)) for place in tiny]
    said = [view.finding for view in few if "too few" in view.finding]
    assert all(re.search(r"with [\d,]+ ", sentence) for sentence in said)


def test_every_hub_area_says_its_mean_distance_and_wears_its_class(small):
    view = changeover.hub_areas(small, PLAIN)
    table = view.proof.table.set_index("hub_area")
    for code, words in hovers(view).items():
        km = table["mean_km"][code]
        assert f"{km:.1f} km" in words
        assert fills(view)[code] == rgba(changeover.CLASSES.colour(int(changeover.CLASSES.of(table["mean_km"])[code])))
    far = int((table["mean_km"] >= changeover.FAR).sum())
    assert f"in {far} of them" in view.finding
