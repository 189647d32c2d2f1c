"""The card of one school, held against a recount of the same small England."""

import numpy as np
import pytest

from hubdata.answers.ask import ask
from hubdata.answers.groups import leads_of, schools_of
from hubdata.answers.networks.kinds import ALLIANCES, HUBS
from hubdata.answers.question import Unanswerable
from hubdata.measures.asked import Networks
from hubdata.views.reach.my_school import card


@pytest.fixture(scope="module")
def located(small):
    return schools_of(small).loc[lambda table: table["located"]]


def nearest(small, school, kind):
    leads = leads_of(small, Networks(kind)).dropna(subset=["easting"])
    km = np.hypot(leads["easting"] - school["easting"], leads["northing"] - school["northing"]) / 1000
    return float(km.min())


def test_the_nearest_leads_are_the_nearest(small, located):
    for _, school in located.iloc[::7].head(8).iterrows():
        table = ask(small, "my_school", urn=school["urn"]).table.set_index("asked")
        assert table.loc["then", "km"] == pytest.approx(nearest(small, school, ALLIANCES))
        assert table.loc["now", "km"] == pytest.approx(nearest(small, school, HUBS))


def test_the_hub_that_serves_is_that_of_the_district_not_the_nearest(small, located):
    areas = small.table("network_areas").astype({"network": "str", "district": "str"})
    for _, school in located.iloc[::5].head(12).iterrows():
        table = ask(small, "my_school", urn=school["urn"]).table
        served = set(table.loc[table["asked"] == "serves", "id"])
        assert served == set(areas.loc[areas["district"] == school["district"], "network"])


def test_a_shared_district_names_both_hubs_and_says_that_nobody_knows(small, located):
    areas = small.table("network_areas").astype({"network": "str", "district": "str"})
    shared = areas.loc[areas.duplicated("district", keep=False)]
    mine = located.loc[located["district"].astype("str").isin(shared["district"])]
    if mine.empty:
        pytest.fail("the small England has no district that two areas share")
    school = mine.iloc[0]
    codes = set(shared.loc[shared["district"] == school["district"], "network"])
    said = card(small, school["urn"]).finding
    assert all(f"({code})" in said for code in codes)
    assert "does not say which" in said


def test_schools_alike_are_of_its_phase_and_never_itself(small, located):
    school = located.iloc[3]
    table = ask(small, "my_school", urn=school["urn"]).table
    alike = schools_of(small).set_index("urn").loc[list(table.loc[table["asked"] == "alike", "id"])]
    assert len(alike)
    assert set(alike["phase"]) == {school["phase"]}
    assert school["urn"] not in alike.index


def test_a_school_without_a_location_has_its_hub_but_no_distance(small):
    lost = schools_of(small).loc[lambda table: ~table["located"]].iloc[0]
    said = card(small, lost["urn"]).finding
    assert "nan" not in said.lower()
    assert "Nearest teaching school" not in said


def test_nobody_else_has_a_card(small):
    assert card(small, "1") is None
    with pytest.raises(Unanswerable, match="no open, state-funded"):
        ask(small, "my_school", urn="1")
