"""Addresses of the pages about people that once said what is not so, on the made-up England."""

import re

import pytest
from visiting import arrive

from hubdata.store import ILLUSTRATIVE, Store
from hubdata.views.areas import all_places
from hubdata.views.people import fifth, pathway, pipeline, programme, qualifications, retention
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.people.cohorts import published


@pytest.fixture(scope="module")
def england() -> Store:
    return Store.open(ILLUSTRATIVE)


def at(store: Store, gss: str, **chosen) -> PeopleChoices:
    return PeopleChoices(all_places(store)[gss], **chosen)


@pytest.mark.parametrize("address", [{"la": "E06000053"}, {"la": "E06000053", "rung": "starts"}])
def test_a_place_of_three_teachers_is_no_exception(illustrative, address):
    app = arrive("career_pathway", **address)
    assert not app.exception


def test_three_teachers_are_too_few_for_a_rate(england):
    found = pathway.rungs(england, at(england, "E06000053"))
    assert found.finding == "In Isles of Scilly in 2024/25 there are 3 teachers: too few for a rate."
    assert all("people" in note.text and "." not in note.text for note in found.drawing.layout.annotations)
    assert qualifications.starts(england, at(england, "E06000053")).finding.endswith(
        "by 3 teachers: too few for a rate."
    )


def test_survival_is_set_against_survival_and_has_its_own_people(england):
    finding = retention.curve(england, at(england, "E06000046", method="survival")).finding
    assert (
        "67.3% of newly qualified teachers (year by year; of the 362 who had not left before year 5, 342 stayed)"
        in finding
    )
    assert "491" not in finding, "those who qualified do not make that rate"
    assert "+3.6 points" in finding
    official = retention.curve(england, at(england, "E06000046")).finding
    assert "74.1% of newly qualified teachers (364 of 491) are in service" in official
    assert "+5.1 points" in official


def test_the_words_of_a_way_of_counting_are_its_own(england):
    survival, official = (
        retention.by_place(england, PeopleChoices(method=method)) for method in ("survival", "official")
    )
    assert "have never left" in survival.finding
    assert "in service" not in survival.finding
    assert "are in service" in official.finding


def test_nothing_is_claimed_where_no_programme_is_named(england):
    view = programme.named(england, PeopleChoices())
    assert view.finding.startswith("Choose a programme and its first cohort: nothing is compared until then.")
    assert "trend" not in view.finding


def test_the_leak_is_of_one_named_cohort(england):
    view = pipeline.funnel(england, PeopleChoices())
    assert "of those who began training in 2017/18" in view.finding
    assert "cohort=2017/18" in view.proof.command
    starts = (
        england.table("pipeline")
        .astype({"stage": "str", "cohort": "str"})
        .query("cohort == '2017/18' and stage == 'Starts'")
    )
    assert f"of {starts['people'].max():,})" in view.finding


@pytest.mark.parametrize("gss", ["E06000017", "E06000053"])
def test_of_fewer_than_ten_there_is_no_per_cent(england, gss):
    found = pipeline.funnel(england, at(england, gss)) if gss == "E06000017" else None
    view = fifth.by_cohort(england, at(england, gss))
    assert not re.search(r"%[^;]* \(\d of \d\)", view.finding)
    small = view.proof.table.query("years == 5 and at_start < 10")["cohort"].astype(str)
    assert len(small)
    assert not set(small) & set(view.drawing.data[1].x)
    assert found is None or found.drawing is not None


def test_rutlands_five_of_eight_are_no_rate(england):
    assert "2018, 5 of 8 were in service" in fifth.by_cohort(england, at(england, "E06000017")).finding


def test_later_years_are_drawn_as_far_as_they_are_published():
    store = Store.open(ILLUSTRATIVE.parent / "england")
    view = published(store, PeopleChoices())
    drawn = {line.name: max(line.x) for line in view.drawing.data if line.name}
    table = view.proof.table.dropna(subset=["rate"]).astype({"cohort": "str"})
    assert drawn["1996"] == table.query("cohort == '1996'")["years"].max() == 21
    assert drawn["2010"] == 5
    assert "Of those who qualified in 2010, 70.8% (as published)" in view.finding
