"""What lead schools are called: with the year of their list where the programme is over, plainly where it runs."""

from datetime import date

import pytest

from hubdata.store import ILLUSTRATIVE, Store
from hubdata.views.choices import ReachChoices
from hubdata.views.networks.listed import dated


@pytest.fixture(scope="module")
def england() -> Store:
    return Store.open(ILLUSTRATIVE)


def test_teaching_schools_carry_the_year_of_their_last_list(england):
    assert dated(england, ReachChoices()).phrase == "within 10 km of a 2021 teaching school"


def test_a_day_that_the_reader_chose_gives_its_year(england):
    assert dated(england, ReachChoices(as_at=date(2015, 9, 1))).lead[1] == "2015 teaching schools"


def test_hubs_that_run_today_carry_none(england):
    assert dated(england, ReachChoices(kind="teaching_school_hub")).phrase == "within 10 km of a hub lead school"


def test_networks_that_nobody_knows_carry_none(england):
    assert dated(england, ReachChoices(kind="cluster")).year == ""
