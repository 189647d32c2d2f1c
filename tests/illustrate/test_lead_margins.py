"""The made-up alliances and hubs against published figures: by date, phase, region and size; and what follows."""

import numpy as np
import pandas as pd
import pytest
from scipy.spatial import cKDTree

from hubdata.illustrate.networks.leads import phase_groups
from hubdata.illustrate.published import count_on, published

from .conftest import on

LIST = "2018-03-12"
COUNTED = published("teaching_schools").query("measure in ['teaching_schools', 'alliances']")
LISTED = published("teaching_schools_2018").set_index(["by", "group"])


@pytest.mark.parametrize("row", list(COUNTED.itertuples()), ids=lambda row: f"{row.measure} {row.as_at:%Y-%m-%d}")
def test_teaching_schools_and_alliances_by_date(leads, row):
    active = on(leads, row.as_at)
    assert active["urn" if row.measure == "teaching_schools" else "network"].nunique() == row.value
    assert len(active) == active["urn"].nunique()


def test_the_last_list_gives_its_own_counts(tables, leads):
    networks = tables["networks"]
    listed = networks.loc[networks["kind"] == "teaching_school_alliance", "listed"]
    assert listed.unique() == pd.Timestamp("2021-03-01")
    assert on(leads, listed.max())["urn"].nunique() == 733


def test_leads_of_2018_by_phase(tables, leads):
    schools = tables["schools"].set_index("urn").loc[on(leads, LIST)["urn"]]
    found = phase_groups(schools).value_counts()
    assert found.to_dict() == LISTED.loc["phase", "teaching_schools"].to_dict()


def test_leads_and_alliances_of_2018_by_region(tables, leads):
    region = tables["districts"].drop_duplicates("la").set_index("la")["region"]
    active = on(leads, LIST)
    home = active["urn"].map(tables["schools"].set_index("urn")["la"]).map(region)
    assert home.value_counts().to_dict() == LISTED.loc["region", "teaching_schools"].to_dict()
    alliances = active["network"].groupby(home).nunique()
    assert alliances.to_dict() == LISTED.loc["region", "alliances"].to_dict()
    assert alliances.sum() == 645


def test_alliances_of_2018_by_number_of_leads(leads):
    found = on(leads, LIST)["network"].value_counts().value_counts()
    wanted = LISTED.loc["leads_in_alliance", "alliances"]
    assert {str(size): count for size, count in found.items()} == wanted.to_dict()


def test_authorities_with_a_teaching_school(tables, leads):
    home = on(leads, LIST)["urn"].map(tables["schools"].set_index("urn")["la"])
    assert home.nunique() == count_on(LIST, "authorities_with_a_teaching_school")


def test_alliances_with_one_teaching_school_in_2019(leads):
    sizes = on(leads, "2019-12-01")["network"].value_counts()
    share = count_on("2019-12-01", "percent_of_alliances_with_one_teaching_school")
    assert (sizes == 1).mean() * 100 == pytest.approx(share, abs=0.5)


def test_leads_are_outstanding_and_oftener_in_towns(tables, leads, population):
    schools = tables["schools"].set_index("urn").loc[on(leads, LIST)["urn"]]
    assert (schools["ofsted"] == "Outstanding").all()
    assert schools["easting"].notna().all()
    primary = schools[schools["phase"] == "Primary"]
    assert (primary["rural"] == "Rural").mean() < 0.2 < (population["rural"] == "Rural").mean()


def test_reach_is_lower_in_the_country(tables, leads, population):
    where = tables["schools"].set_index("urn").loc[on(leads, LIST)["urn"], ["easting", "northing"]]
    here = population[population["easting"].notna()]
    near = cKDTree(where).query(here[["easting", "northing"]])[0] <= 10_000
    rate = pd.Series(near, here.index).groupby([here["phase"], here["rural"]]).mean()
    assert 0.5 < rate["Primary", "Rural"] < 0.75
    assert 0.88 < rate["Primary", "Urban"] < 0.98
    assert rate["Secondary", "Rural"] < rate["Secondary", "Urban"] - 0.2


def test_hub_areas_by_region_and_names(tables, leads):
    areas = tables["network_areas"].merge(tables["districts"], on="district")
    found = areas.groupby("region")["network"].nunique()
    assert found.to_dict() == published("teaching_school_hubs").set_index("region")["areas"].to_dict()
    hubs = tables["networks"].query("kind == 'teaching_school_hub'")
    assert len(hubs) == count_on("2021-09-01", "teaching_school_hubs") == areas["network"].nunique()
    assert hubs["name"].nunique() == count_on("2025-09-30", "teaching_school_hub_names")
    held = tables["members"][tables["members"]["network"].isin(hubs["network"])]
    assert len(held) == len(hubs)
    assert held["urn"].nunique() == hubs["name"].nunique()


def test_hub_areas_are_mostly_of_200_to_300_schools(tables, population):
    areas = tables["network_areas"]
    size = population.groupby("district").size()
    each = areas["district"].map(size).fillna(0) / areas.groupby("district")["network"].transform("size")
    schools = each.groupby(areas["network"]).sum()
    assert schools.between(200, 300).sum() >= 70
    assert schools.between(100, 330).all()
    assert np.isclose(schools.sum(), population["district"].notna().sum())
