"""Lots on the real England: what is known of its gaps is found again, and every part is told by the same lots."""

import numpy as np
import pytest

from hubdata.answers import lots
from hubdata.answers.ask import ask
from hubdata.answers.groups import schools_of
from hubdata.answers.question import Unanswerable
from hubdata.measures.asked import Networks
from hubdata.store import ENGLAND, ILLUSTRATIVE, Store


@pytest.fixture(scope="module")
def england() -> Store:
    return Store.open(ENGLAND)


@pytest.mark.parametrize(
    ("only", "asked", "seen", "low", "high", "outside"),
    [
        ({"phase": "Primary"}, {"km": 10.0}, -30.6, -33.1, -28.9, False),
        ({"phase": "Primary"}, {"km": 5.0}, -55.9, -55.1, -50.5, True),
        ({}, {"km": 20.0, "kind": "teaching_school_hub"}, -31.7, -36.4, -25.8, False),
    ],
)
def test_the_rural_gap_beside_its_lots(england, only, asked, seen, low, high, outside):
    """The bands were worked out apart from this code; lots of another seed differ by less than 0.8 of a point."""
    row = ask(england, "gap", (), only, chance=True, **asked).table.iloc[0]
    assert row["difference"] * 100 == pytest.approx(seen, abs=0.1)
    assert row["lot_low"] * 100 == pytest.approx(low, abs=0.8)
    assert row["lot_high"] * 100 == pytest.approx(high, abs=0.8)
    assert (row["difference"] < row["lot_low"]) == outside


def test_so_many_move_and_so_many_stay(england):
    mine = lots.lots_of(england, Networks())
    assert (len(mine.moved), mine.listed, mine.listed - len(mine.moved)) == (611, 808, 197)
    assert "611 of the 808 lead schools" in mine.said
    assert "the other 197" in mine.said


def test_a_lot_keeps_the_leads_of_every_kind_and_region(england):
    schools, mine = schools_of(england), lots.lots_of(england, Networks())
    kind = schools.groupby(list(lots.STRATA), observed=True, dropna=False).ngroup().to_numpy()
    moved = kind[schools["urn"].isin(mine.moved)]
    assert all((kind[lot] == moved).all() for lot in mine.drawn[:5])
    assert not np.isin(mine.drawn[:50], mine.stay).any()


def test_no_authority_differs_from_what_lots_give(england):
    table = ask(england, "funnel_plot", ("la",)).table
    assert set(table["verdict"]) == {"within", "too few"}
    assert (table.loc[table["verdict"] == "too few", "schools"] < 10).all()


def test_rates_by_region_have_their_rank(england):
    table = ask(england, "reach", ("region",), chance=True).table
    assert table["low"].isna().all()
    assert (table["lot_low"] <= table["lot_high"]).all()
    assert table["lot_rank"].between(0, 999).all()


def test_regions_share_leads_by_lots_that_keep_no_region(england):
    row = ask(england, "inequality", chance=True).table.iloc[0]
    assert row["theil_between_lot_low"] < row["theil_between_lot_high"]
    assert row["theil_lot_low"] > row["theil_within_lot_low"]


def test_lots_say_nothing_of_what_does_not_follow_from_where_leads_stand():
    with pytest.raises(Unanswerable, match="definition supported"):
        ask(Store.open(ILLUSTRATIVE), "reach", chance=True, definition="supported")


def test_the_same_again_without_drawing(england, monkeypatch):
    """What was drawn is read from its file: another store of the same data draws nothing."""
    expected = ask(england, "reach", chance=True).table
    monkeypatch.setattr("hubdata.answers.lots.placed", lambda *_: pytest.fail("drawn again"))
    again = ask(Store.open(ENGLAND), "reach", chance=True).table
    assert again.equals(expected)
