"""Addresses that said what is not so: each says now what the counts of the real England say."""

import pytest

from hubdata.store import Store
from hubdata.views import overview, pictures
from hubdata.views.areas import all_places
from hubdata.views.choices import ReachChoices
from hubdata.views.networks.listed import dated
from hubdata.views.picture import answered
from hubdata.views.reach import rural

SCILLY, LONDON, WIGHT, ENGLAND = "E06000053", "E12000007", "E06000046", "england"


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.open("england")


def chosen(store: Store, place: str = ENGLAND, **settings: object) -> ReachChoices:
    return dated(store, ReachChoices(place=all_places(store)[place], **settings))


def test_where_no_primary_is_rural_or_urban_small_schools_are_those_of_england(store):
    view = pictures.draw(pictures.RURAL, "small", store, chosen(store, SCILLY))
    assert view.finding.startswith("All of England: Of rural primaries 43.9% (2,058 of 4,691) have under 110 pupils")
    assert view.definition.startswith("In Isles of Scilly no primary has")


def test_one_of_three_small_schools_is_not_the_commonest_way_to_run_them(store):
    view = pictures.draw(pictures.RURAL, "governance", store, chosen(store, LONDON))
    assert view.finding.startswith("All of England: ")
    assert "1 of 3" not in view.finding
    assert "fewer than ten rural primaries" in view.definition


def test_rural_leads_say_on_which_side_there_are_more(store):
    finding = answered(rural.gap, store, chosen(store, definition="lead")).finding
    assert "rural primaries were less often" in finding
    assert "rural secondaries more often" in finding


def test_hub_areas_that_share_a_district_are_counted_apart(store):
    finding = overview.hub_sizes(store).finding
    assert finding.startswith(
        "56 of 78 whole hub areas hold 200 to 300 schools, 7 are larger and 15 smaller; 9 share a district"
    )


def test_rural_primaries_stand_beside_urban_ones_and_not_beside_england(store):
    view = pictures.draw(pictures.REACH, "rate", store, chosen(store, phase="Primary", rural="Rural"))
    assert view.finding == (
        "Rural primaries were less often within 10 km of a 2018 teaching school: 62.4% (2,977 of 4,770), against 93.0% "
        "(11,141 of 11,984) of urban primaries."
    )


def test_six_secondaries_are_not_compared_with_areas_alike(store):
    view = pictures.draw(pictures.REACH, "alike", store, chosen(store, WIGHT, phase="Secondary"))
    assert "0 of 6 secondary schools" in view.finding
    assert view.finding.endswith("too few to compare with areas like it.")


def test_an_area_among_those_alike_says_how_many_are_higher(store):
    view = pictures.draw(pictures.REACH, "alike", store, chosen(store, WIGHT))
    assert view.finding.endswith("; of 5 areas like it the share is higher in 5.")


def test_the_counts_of_lead_schools_are_reconciled_where_they_stand(store):
    for view in (
        overview.growth(store, "teaching_schools"),
        pictures.draw(pictures.REACH, "rate", store, chosen(store, definition="lead")),
    ):
        assert "The list names 808 schools: 611 are among the schools counted today, 670 with" in view.definition
