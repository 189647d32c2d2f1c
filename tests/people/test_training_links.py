"""Whom lead schools train with: the links, their length, the boundary they cross, and the map they are drawn on."""

import io
import json

import duckdb
import numpy as np
import pandas as pd
import pytest
from conftest import ROOT
from PIL import Image

from hubdata.answers.ask import ask
from hubdata.exports.picture import png_bytes
from hubdata.maps import lines
from hubdata.maps.deck import deck
from hubdata.measures.networks.training_links import accredited_by, in_networks, placed, through_sites
from hubdata.provenance import Unpublished
from hubdata.store import ENGLAND, Store
from hubdata.views.areas import all_places
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.people.training_map import partners

LEADS = pd.DataFrame({"urn": ["1", "2"], "network": ["x", "y"]})
SITES = pd.DataFrame(
    {
        "provider": ["P", "P", "P", "Q", "Q", "R"],
        "provider_name": ["Paul", "Paul", "Paul", "Quinn", "Quinn", "Rose"],
        "urn": ["1", "3", "3", "1", "3", "4"],
    }
)
REGISTER = pd.DataFrame(
    {
        "urn": ["1", "2", "3", "4"], "name": ["One", "Two", "Three", "Four"], "la": ["A", "A", "B", None],
        "easting": [0.0, 0.0, 3000.0, np.nan], "northing": [0.0, 1000.0, 4000.0, np.nan],
    }
)  # fmt: skip


@pytest.fixture(scope="module")
def england() -> Store:
    return Store.open(ROOT / "data" / "illustrative")


def test_a_pair_of_two_providers_is_one_link_and_nobody_is_their_own_partner():
    assert through_sites(LEADS, SITES).to_numpy().tolist() == [["1", "3", "Paul"]]


def test_a_university_is_found_by_its_name_and_others_have_no_place():
    signed = pd.DataFrame(
        {"provider_name": ["UNIVERSITY of X", "A charity"], "partner": ["P", "P"], "partner_name": ["Paul", "Paul"]}
    )
    universities = pd.DataFrame({"urn": ["9"], "name": ["University of X"]})
    assert accredited_by(LEADS, SITES, signed, universities).to_numpy().tolist() == [["1", "9", "Paul"]]


def test_strategic_partners_are_partners_and_supported_schools_are_not():
    members = pd.DataFrame(
        {"network": ["x", "x", "y"], "urn": ["3", "4", "1"], "role": ["strategic_partner", "supported", "lead"]}
    )
    assert in_networks(LEADS, members).to_numpy().tolist() == [["1", "3", "x"]]


def test_length_and_boundary():
    pairs = pd.DataFrame({"lead": ["1", "1", "1"], "partner": ["2", "3", "4"], "through": ["t"] * 3})
    table = placed(pairs, REGISTER).set_index("partner")
    assert table["km"].loc[["2", "3"]].tolist() == [1.0, 5.0]
    assert table["crosses"].loc[["2", "3"]].tolist() == [False, True]
    assert table.loc["4", ["km", "crosses"]].isna().all(), "a partner without a place crosses nothing"


def test_counted_a_second_time(england):
    data = {name: next((ROOT / "data" / "illustrative").glob(f"{name}-*.parquet")) for name in ("members", "networks")}
    count = duckdb.sql(f"""
        WITH spells AS (SELECT DISTINCT m.network, m.urn, m.role FROM '{data["members"]}' m
          JOIN (SELECT network, since, until, max(listed) OVER () AS day FROM '{data["networks"]}'
                WHERE kind = 'teaching_school_alliance') n USING (network)
          WHERE coalesce(n.since <= day, true) AND coalesce(n.until >= day, true)
            AND coalesce(m.since <= day, true) AND coalesce(m.until >= day, true))
        SELECT count(DISTINCT (a.urn, b.urn)) FROM spells a JOIN spells b USING (network)
        WHERE a.role = 'lead' AND b.role = 'strategic_partner' AND a.urn <> b.urn
    """).fetchall()[0][0]
    assert len(ask(england, "training_links").table) == count


def test_the_parts_make_the_whole(england):
    whole = ask(england, "training_links").table
    regions = {place.code for place in all_places(england).values() if place.level == "region"}
    parts = pd.concat([ask(england, "training_links", only={"region": code}).table for code in sorted(regions)])
    assert sorted(map(tuple, parts[["lead", "partner"]].to_numpy())) == sorted(
        map(tuple, whole[["lead", "partner"]].to_numpy())
    )


def test_a_list_of_leads_alone_has_no_partners(tmp_path):
    from drawn_england import drawn_tables
    from small_england import store_in

    tables = drawn_tables()
    tables["members"] = tables["members"].loc[tables["members"]["role"] == "lead"]
    with pytest.raises(Unpublished):
        ask(store_in(tmp_path, tables), "training_links")


def test_the_map_has_a_line_a_link_and_can_be_taken_away(england):
    region = next(place for place in all_places(england).values() if place.level == "region")
    view = partners(england, PeopleChoices(place=region))
    written = {layer["id"]: layer for layer in json.loads(deck(view.drawing).to_json())["layers"]}
    counts = view.proof.table["crosses"].value_counts()
    assert len(written["crossing"]["data"]) == counts[True]
    assert len(written["links"]["data"]) == counts[False]
    assert f"{counts[True]:,} of" in view.finding
    picture = Image.open(io.BytesIO(png_bytes(view)))
    assert picture.size == (2200, 1800)


def test_the_whole_country_shows_who_leads_and_no_tangle_of_lines(england):
    view = partners(england, PeopleChoices())
    layers = {layer["id"] for layer in json.loads(deck(view.drawing).to_json())["layers"]}
    assert "leads" in layers
    assert not layers & {"crossing", "links"}
    assert "when a region or an authority is chosen" in view.definition
    assert [words for *_, words in view.legend.marks] == ["Lead school"]


def test_a_line_that_crosses_is_told_from_one_that_does_not():
    ends = np.array([[0.0, 51.0], [1.0, 52.0]])
    inside, across = lines.links(ends, ends[::-1], [True, False], ["a", "b"])
    assert inside.says == ["b"]
    assert across.says == ["a"]
    assert inside.colour != across.colour


def test_school_direct_on_the_official_lists():
    store = Store.open(ENGLAND)
    table = ask(store, "training_links").table
    view = partners(store, PeopleChoices())
    assert table["lead"].isin(store.table("members")["urn"]).all()
    assert table["partner_name"].str.contains("University").any()
    assert "School Direct lead schools" in view.finding
    assert not table.duplicated(["lead", "partner"]).any()
