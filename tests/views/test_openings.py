"""What a page opens with follows the area: an authority beside those like it, and the true map beside the tiles."""

import pytest

from hubdata.answers.ask import ask
from hubdata.store import ILLUSTRATIVE, Store
from hubdata.views import pictures
from hubdata.views.areas import all_places
from hubdata.views.choices import ENGLAND, ReachChoices
from hubdata.views.spread import equity

JARGON = ("Gini", "Theil", "Lorenz")
CORNWALL, SOUTH_WEST = "E06000052", "E12000009"


@pytest.fixture(scope="module")
def england() -> Store:
    return Store.open(ILLUSTRATIVE)


def test_an_authority_stands_beside_those_like_it(england):
    view = equity.opening(england, ReachChoices(place=all_places(england)[CORNWALL]))
    assert view.finding.startswith("In Cornwall ")
    assert "like it" in view.finding
    assert view.proof.command[0] == "reach"
    assert CORNWALL in set(view.proof.table["la"].astype("str"))
    assert len(view.proof.table) == 6


@pytest.mark.parametrize(("code", "said"), [(SOUTH_WEST, "In the South West,"), (ENGLAND.gss, "In England,")])
def test_a_region_and_england_open_with_their_own_spread(england, code, said):
    view = equity.opening(england, ReachChoices(place=all_places(england)[code]))
    assert view.finding.startswith(said)
    assert "a random pick" in view.finding


@pytest.mark.parametrize("kind", ["teaching_school_alliance", "teaching_school_hub"])
def test_the_spread_is_called_what_the_lots_allow(england, kind):
    whole = equity.opening(england, ReachChoices(kind=kind))
    row = ask(england, "inequality", kind=kind, chance=True).table.iloc[0]
    said = {-1: "more evenly than", 0: "about as evenly as", 1: "less evenly than"}
    side = int(row["gini"] > row["lot_high"]) - int(row["gini"] < row["lot_low"])
    assert said[side] in whole.finding
    assert not [name for name in JARGON if name in whole.finding + whole.definition]
    assert f"Gini coefficient {row['gini']:.2f}" in whole.method[0]


def test_the_true_map_stands_beside_the_tiles(england):
    tiles = pictures.beside(england, ReachChoices(picture="tiles"))
    assert tiles.title.endswith("by local authority")
    assert pictures.beside(england, ReachChoices()).title.startswith("The same by phase and place")


@pytest.mark.parametrize("picture", ["tiles", "chance"])
def test_a_picture_of_all_authorities_says_where_the_chosen_one_stands(england, picture, monkeypatch):
    monkeypatch.setenv("HUBDATA_LOTS", "wait")
    chosen = ReachChoices(picture=picture, place=all_places(england)[CORNWALL])
    assert pictures.draw(pictures.REACH, picture, england, chosen).finding.startswith("In Cornwall, ")
    assert "Cornwall" not in pictures.draw(pictures.REACH, picture, england, ReachChoices(picture=picture)).finding
