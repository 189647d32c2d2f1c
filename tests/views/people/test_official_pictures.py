"""The pictures of people on the official files: drawn where they can answer, one sentence where not."""

import pytest

from hubdata.answers.question import Unanswerable
from hubdata.provenance import Unpublished
from hubdata.store import ENGLAND, Store
from hubdata.views.areas import all_places
from hubdata.views.people import missing_rungs, posts_map, programme, qualifications, shared_project, two_pipelines
from hubdata.views.people.choices import PeopleChoices, cohort_years, programmes, training_years


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.open(ENGLAND)


def test_funded_starts_of_the_regions_that_are_published_are_not_called_england(store):
    view = qualifications.starts(store, PeopleChoices())
    table = view.proof.table.dropna(subset=["per_100_teachers"])
    assert f"{table['starts'].sum():,} for {table['teachers'].sum():,}" in view.finding
    regions = table["region"].nunique()
    assert regions == 9 or view.finding.startswith(f"In the {regions} of 9 regions")


def test_before_and_after_counts_from_published_rates(store):
    view = programme.named(store, PeopleChoices(since=2018, programme=programme.EVERYBODY))
    assert set(view.proof.table["period"]) == {"before", "after"}
    assert "does not show" in view.definition


@pytest.mark.parametrize(
    "draw", [posts_map.vacancy_map, shared_project.stages, two_pipelines.compared, missing_rungs.missing]
)
def test_what_is_not_published_is_said(store, draw):
    with pytest.raises((Unpublished, Unanswerable)) as said:
        draw(store, PeopleChoices())
    assert len(str(said.value)) > 20


def test_authorities_have_no_participants_here(store):
    with pytest.raises(Unpublished, match="local authority"):
        qualifications.starts(store, PeopleChoices(all_places(store)["E12000007"]))


def test_the_controls_offer_only_what_is_held(store):
    assert training_years(store) == []
    assert programmes(store) == {}
    assert "2020" in cohort_years(store)
    assert "2023" not in cohort_years(store), "that is a cohort of early career teachers"
