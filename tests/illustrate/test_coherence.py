"""The tables agree with each other: keys, references, spells, links, areas."""

import pandas as pd
import pytest

from hubdata.schema import AREAS_OF_WORK, MEMBER_ROLES, NETWORK_KINDS, OPEN, REGIONS, TABLES

MADE = [
    "schools",
    "links",
    "networks",
    "members",
    "network_areas",
    "roles",
    "support",
    "funding",
    "activities",
    "districts",
]


@pytest.mark.parametrize("name", [*MADE, "outlines"])
def test_keys_are_unique_and_never_missing(tables, name):
    keys = tables[name][list(TABLES[name].key)]
    assert len(keys)
    assert keys.notna().all(axis=None)
    assert not keys.duplicated().any()


@pytest.mark.parametrize("name", MADE)
def test_every_school_network_and_place_exists(tables, name):
    known = {"urn": "schools", "link_urn": "schools", "network": "networks", "district": "districts"}
    for column in known.keys() & set(tables[name].columns):
        home = tables[known[column]]["urn" if column == "link_urn" else column]
        assert tables[name][column].dropna().isin(home).all(), column


def test_schools_agree_with_the_places_they_are_in(tables):
    schools, districts = tables["schools"], tables["districts"]
    both = schools[schools["district"].notna()].merge(districts, on="district", suffixes=("", "_there"))
    assert (both["la"] == both["la_there"]).all()
    assert (both["la_code"] == both["la_code_there"]).all()
    assert (schools["district"].isna() == schools["easting"].isna()).all()
    assert set(districts["region"]) == set(REGIONS)


def test_numbers_are_made_up_ones(tables):
    urns = tables["schools"]["urn"].astype(int)
    assert sorted(urns) == list(range(900_001, 900_001 + len(urns)))


def test_dates_of_schools_are_in_order(tables):
    schools = tables["schools"]
    closed = schools["status"] == "Closed"
    assert (schools["closed"].notna() == closed).all()
    assert not (schools["opened"] > schools["closed"]).any()
    assert (schools["closed"].dropna() < "2021-09-01").all()
    assert (schools.loc[schools["status"].isin(OPEN), "opened"].dropna() <= "2021-09-01").all()
    assert (schools["ofsted"].notna() == schools["ofsted_at"].notna()).all()
    assert (schools["ofsted_at"].dropna() < "2021-09-01").all()


def test_links_go_both_ways_and_end_in_an_open_school(tables):
    links, schools = tables["links"], tables["schools"].set_index("urn")
    forth = links[links["relation"] == "successor"]
    back = links[links["relation"] == "predecessor"]
    assert set(zip(forth["urn"], forth["link_urn"], strict=True)) == set(
        zip(back["link_urn"], back["urn"], strict=True)
    )
    assert (forth["urn"].map(schools["status"]) == "Closed").all()
    assert forth["link_urn"].map(schools["status"]).isin(OPEN).all()
    opened = forth["link_urn"].map(schools["opened"])
    assert (forth["since"] == opened).all()
    assert (forth["urn"].map(schools["closed"]) + pd.Timedelta(days=1) == forth["since"]).all()


def test_codes_are_known_ones(tables):
    assert set(tables["networks"]["kind"]) <= set(NETWORK_KINDS)
    assert set(tables["members"]["role"]) == set(MEMBER_ROLES)
    assert set(tables["roles"]["area_of_work"]) == set(AREAS_OF_WORK)
    assert tables["networks"]["network"].str.fullmatch(r"[a-z0-9-]+|X[A-Z]{2}\d{1,2}").all()


@pytest.mark.parametrize("name", ["members", "roles"])
def test_spells_lie_within_the_life_of_their_network(tables, name):
    spells = tables[name].merge(tables["networks"], on="network", suffixes=("", "_network"))
    assert (spells["since"] >= spells["since_network"]).all()
    assert not (spells["until"] < spells["since"]).any()
    assert not (spells["until"] > spells["until_network"]).any()
    assert (spells["until"].isna() == spells["until_network"].isna()).all()


def test_every_alliance_has_a_lead_on_its_first_and_last_day(tables, leads):
    alliances = tables["networks"].query("kind == 'teaching_school_alliance'").set_index("network")
    life = leads.groupby("network").agg(since=("since", "min"), until=("until", "max"))
    assert life["since"].equals(alliances["since"].reindex(life.index))
    assert life["until"].equals(alliances["until"].reindex(life.index))
    assert (alliances["until"] <= "2021-08-31").all()


def test_nobody_belongs_before_opening_and_leads_have_a_place(tables, leads):
    schools = tables["schools"].set_index("urn")
    members = tables["members"]
    assert not (members["urn"].map(schools["opened"]) > members["since"]).any()
    assert leads["urn"].map(schools["easting"]).notna().all()


def test_some_leads_closed_and_handed_on_to_an_academy(tables, leads):
    closed = tables["schools"].query("status == 'Closed'")["urn"]
    later = tables["links"].query("relation == 'successor'").set_index("urn")["link_urn"]
    listed = leads[(leads["since"] <= "2018-03-12") & (leads["until"] >= "2018-03-12")]
    gone = listed[listed["urn"].isin(closed)]
    assert 40 < len(gone) < 120
    assert gone["urn"].isin(later.index).all()


def test_support_went_to_schools_the_alliance_supported_that_year(tables):
    support = tables["support"]
    spells = tables["members"].query("role == 'supported'")
    both = support.merge(spells, on=["network", "urn"])
    start = pd.to_datetime(both["year"].str[:4] + "-09-01")
    within = (both["since"] < start + pd.DateOffset(years=1)) & (both["until"] >= start)
    assert len(both[within].drop_duplicates(["network", "urn", "year"])) == len(support)


def test_money_came_while_the_network_lasted(tables):
    funding = tables["funding"].merge(tables["networks"], on="network")
    begins = pd.to_datetime(funding["year"].str[:4] + "-09-01")
    assert (funding["pounds"] > 0).all()
    assert (funding["since"] < begins + pd.DateOffset(years=1)).all()
    assert not (funding["until"] < begins).any()


def test_hub_areas_cover_england_and_name_the_parts_they_share(tables):
    areas = tables["network_areas"]
    assert set(areas["district"]) == set(tables["districts"]["district"])
    several = areas["district"].duplicated(keep=False)
    assert (areas["shared"] == several).all()
    assert 2 <= areas.loc[several, "district"].nunique() <= 6
    assert ((areas["part"] != "") == areas["shared"]).all()


def test_hub_leads_are_open_outstanding_schools_of_their_region(tables):
    hubs = tables["networks"].query("kind == 'teaching_school_hub'")
    held = tables["members"].merge(hubs[["network", "name"]], on="network")
    schools = tables["schools"].set_index("urn").loc[held["urn"]]
    region = tables["districts"].drop_duplicates("la").set_index("la")["region"]
    areas = tables["network_areas"].drop_duplicates("network").set_index("network")["district"]
    district = tables["districts"].set_index("district")["region"]
    assert schools["status"].isin(OPEN).all()
    assert (schools["ofsted"] == "Outstanding").all()
    assert (schools["la"].map(region).to_numpy() == held["network"].map(areas).map(district).to_numpy()).all()


def test_activities_are_held_by_members_while_the_alliance_lasts(tables):
    held, networks = tables["activities"], tables["networks"].set_index("network")
    known = set(zip(tables["members"]["network"], tables["members"]["urn"], strict=True))
    hosted = held.dropna(subset=["urn"])
    assert set(zip(hosted["network"], hosted["urn"], strict=True)) <= known
    assert (held["day"] >= held["network"].map(networks["since"])).all()
    assert (held["day"] <= held["network"].map(networks["until"])).all()
    assert (held["attended"].dropna() >= 2).all()
    assert 0 < held["attended"].isna().mean() < 0.1
