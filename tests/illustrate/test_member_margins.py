"""Members and support against the published statistics of 2015/16, and in believable shape."""

import pytest

from hubdata.illustrate.networks.membership import NOT_GOOD
from hubdata.illustrate.published import count_on

from .conftest import on

KEY = "2016-07-31"


def test_schools_that_gave_support(tables):
    members = on(tables["members"], KEY)
    giving = members[members["role"].isin(["lead", "strategic_partner"])]
    assert giving["urn"].nunique() == count_on(KEY, "schools_that_gave_support")


def test_schools_that_received_support(tables, population):
    received = tables["support"].query("year == '2015/16'")["urn"]
    assert received.nunique() == count_on(KEY, "schools_that_received_support")
    assert received.isin(population["urn"]).all()


def test_the_published_share_of_weak_schools_was_supported(tables, population):
    received = tables["support"].query("year == '2015/16'")["urn"]
    weak = population[population["ofsted"].isin(NOT_GOOD)]
    share = weak["urn"].isin(received).mean() * 100
    assert share == pytest.approx(count_on(KEY, "percent_of_weak_schools_supported"), abs=0.1)


def test_more_schools_belong_as_years_pass_and_fewer_in_the_country(tables, population):
    share = [population["urn"].isin(on(tables["members"], f"{year}-03-12")["urn"]).mean() for year in range(2012, 2019)]
    assert share == sorted(share)
    in_2018 = population["urn"].isin(on(tables["members"], "2018-03-12")["urn"])
    assert 0.5 < in_2018.mean() < 0.65
    primary = population["phase"] == "Primary"
    rate = in_2018[primary].groupby(population["rural"]).mean()
    assert rate["Rural"] < rate["Urban"] - 0.1


def test_alliances_are_of_skewed_sizes_and_cross_authorities(tables):
    members, schools = tables["members"], tables["schools"].set_index("urn")
    active = on(members, "2018-03-12")
    size = active.groupby("network")["urn"].nunique()
    assert 12 <= size.median() <= 25 < size.mean() + size.std()
    assert size.mean() > size.median()
    home = active[active["role"] == "lead"].drop_duplicates("network").set_index("network")["urn"].map(schools["la"])
    supported = active[active["role"] == "supported"]
    crosses = supported["urn"].map(schools["la"]).ne(supported["network"].map(home))
    assert 0.2 < crosses.mean() < 0.45
    assert supported["urn"].duplicated().sum() > 500
