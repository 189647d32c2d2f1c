"""Coastal schools beside inland ones: what is drawn of selection, and what is said where a register is silent."""

import pytest
from conftest import ROOT
from drawn_england import drawn_tables
from small_england import store_in

from hubdata.answers.question import Unanswerable
from hubdata.measures.reach.make_up import POLICY
from hubdata.store import ENGLAND, Store
from hubdata.views.areas import all_places
from hubdata.views.choices import ReachChoices
from hubdata.views.reach.coast_mix import mix

SELECTIVE = "Selective"


@pytest.fixture(scope="module")
def england() -> Store:
    return Store.open(ROOT / "data" / "illustrative")


def marks(view) -> dict:
    """What is drawn of each side: name of the row to the mark's rate, in the order drawn."""
    names = view.drawing.layout.yaxis.ticktext
    return {
        trace.name: {names[round(y)]: x for x, y in zip(trace.x, trace.y, strict=True)} for trace in view.drawing.data
    }


def test_selection_is_drawn_and_one_sentence_is_said(england):
    view = mix(england, ReachChoices())
    rows = view.proof.table.query("characteristic == @POLICY and value == 'Selective'").set_index("coastal")
    assert list(marks(view)) == ["Coastal", "Inland"]
    for side, drawn in marks(view).items():
        row = rows.loc[side]
        assert drawn[SELECTIVE] == pytest.approx(row["rate"])
        assert row["rate"] == row["count"] / row["schools"]
        assert f"{side.lower()} {row['rate']:.1%} ({row['count']:,} of {row['schools']:,})" in view.definition
    assert "selection" in view.title
    assert view.finding.count(". ") == 0
    assert view.finding.endswith(".")


def test_phases_come_first_then_selection_and_only_one_of_two_complements(england):
    drawn = list(marks(mix(england, ReachChoices()))["Inland"])
    assert drawn[:4] == ["Primary", "Secondary", "All-through", SELECTIVE]
    assert not [name for name in drawn if "Non-selective" in name]


def test_primaries_have_no_selection(england):
    view = mix(england, ReachChoices(phase="Primary"))
    assert not any(SELECTIVE in drawn for drawn in marks(view).values())
    assert "selection" not in view.title
    assert "elective" not in view.definition


def test_a_place_with_few_secondaries_by_the_sea_draws_no_rate_of_them(england):
    thin = 0
    for place in all_places(england).values():
        if place.level != "la" or thin == 2:
            continue
        try:
            view = mix(england, ReachChoices(place=place))
        except Unanswerable:
            continue
        few = view.proof.table.query("characteristic == @POLICY and mark == 'u' and coastal != 'Not known'")
        thin += bool(len(few))
        for side in few["coastal"]:
            assert SELECTIVE not in marks(view)[side]
    assert thin == 2


def test_a_register_that_says_no_policy_is_said_to(tmp_path):
    found = drawn_tables()
    view = mix(store_in(tmp_path, found | {"schools": found["schools"].assign(admissions=None)}), ReachChoices())
    assert "selection is not shown" in view.definition
    assert "selection" not in view.title
    assert POLICY not in set(view.proof.table["characteristic"])


def test_the_official_register_shows_selection_or_says_that_it_cannot():
    store = Store.open(ENGLAND)
    view = mix(store, ReachChoices())
    silent = store.table("schools")["admissions"].isna().all()
    assert silent == ("selection is not shown" in view.definition) == (SELECTIVE not in marks(view)["Coastal"])
    assert silent == (POLICY not in set(view.proof.table["characteristic"]))
