"""The pictures of roles, trusts and the curve, held against the tables they are drawn from."""

import dataclasses
from datetime import date

import pytest
from reading_views import hovers, layers, parts

from hubdata.answers.ask import ask
from hubdata.schema import AREAS_OF_WORK
from hubdata.views.areas import all_places
from hubdata.views.choices import ENGLAND, ReachChoices
from hubdata.views.networks import role_matrix, role_offers, trusts
from hubdata.views.networks.trusts import LARGE
from hubdata.views.reach import page, rural
from hubdata.views.spread import concentration_curve, equity

PLAIN = ReachChoices()
ROLE = AREAS_OF_WORK[1]
NARROWED = ReachChoices(role=ROLE, as_at=date(2015, 9, 1))


@pytest.fixture(scope="module")
def la(small):
    return next(place for place in all_places(small).values() if place.level == "la")


def rows_of(view) -> list[str]:
    """The names down the side: all that is written but the six headings."""
    return [note.text for note in view.drawing.layout.annotations][:-6]


def region(store):
    return next(place for place in all_places(store).values() if place.level == "region")


def test_the_matrix_has_a_cell_for_every_region_and_role_and_england(small):
    view = role_matrix.matrix(small, PLAIN)
    assert len(view.drawing.layout.shapes) == 6 * (view.proof.table["region"].nunique() + 1)
    assert rows_of(view)[-1] == "England"


def test_the_matrix_of_a_region_has_its_authorities_and_that_of_an_authority_itself(small, la):
    here = region(small)
    view = role_matrix.matrix(small, dataclasses.replace(PLAIN, place=here))
    assert set(view.proof.table["la"]) == set(ask(small, "population", ("la",), here.only).table["la"])
    alone = role_matrix.matrix(small, dataclasses.replace(PLAIN, place=la))
    assert rows_of(alone) == [la.name, "England"]


def test_the_finding_is_the_cell_with_most_schools_without(small):
    view = role_matrix.matrix(small, PLAIN)
    table = view.proof.table.loc[view.proof.table["schools"] >= 10]
    worst = table.loc[table["rate"].idxmin()]
    assert parts(view.finding)[0] == (worst["schools"] - worst["with_provider"], worst["schools"])


def test_a_role_that_nobody_has_is_named(small):
    view = role_offers.alliances(small, PLAIN)
    assert "nobody there offers research and development" in view.finding


def test_the_alliances_of_an_authority_stand_one_by_one(small):
    every = ask(small, "offers").table
    for place in [one for one in all_places(small).values() if one.level == "la"]:
        led = ask(small, "offers", (), place.only).table
        if led.empty:
            continue
        view = role_offers.alliances(small, dataclasses.replace(PLAIN, place=place))
        assert len(view.drawing.layout.shapes) == 6 * led["network"].nunique()
        assert set(led["network"]) <= set(every["network"])


def test_the_bars_of_england_count_every_alliance_once(small):
    view = role_offers.alliances(small, PLAIN)
    assert sum(view.drawing.data[0].x) == ask(small, "offers").table["network"].nunique()


@pytest.mark.parametrize("draw", [page.by_area, page.by_group, page.unreached, rural.gap])
def test_a_role_and_a_day_are_said_and_asked(small, draw):
    view = draw(small, NARROWED)
    assert "that offer peer-to-peer professional development" in view.definition
    assert "networks as on 1 Sep 2015, schools as in the register" in view.definition
    assert {"--role", "--as-at"} <= set(view.proof.command)
    assert view.proof.command[view.proof.command.index("--as-at") + 1] == "2015-09-01"


def test_a_map_of_a_role_has_only_its_leads(small):
    every, some = (layers(page.by_area(small, made))["leads"]["data"] for made in (PLAIN, NARROWED))
    assert 0 < len(some) < len(every)


def test_equity_says_the_role(small):
    assert "offer peer-to-peer professional development" in equity.spread(small, NARROWED).title
    assert "Networks of every role" in concentration_curve.curve(small, NARROWED).definition


def test_the_curve_ends_at_everything_and_names_equal_shares(small):
    view = concentration_curve.curve(small, PLAIN)
    assert tuple(view.drawing.data[1].x)[-1] == tuple(view.drawing.data[1].y)[-1] == 1
    assert "equal shares" in [note.text for note in view.drawing.layout.annotations]


def test_the_map_of_trusts_has_the_parts_of_its_table(small):
    view = trusts.over_cold_spots(small, PLAIN)
    said = hovers(view)
    for row in view.proof.table.itertuples():
        assert parts(said[row.la]) == [(row.in_trusts, row.schools)]
    whole = ask(small, "trusts", k=LARGE).table.iloc[0]
    assert f"{whole['not_known']} academies whose trust is not named" in view.definition


def test_trusts_of_a_place_stand_beside_england(small, la):
    view = trusts.over_cold_spots(small, dataclasses.replace(PLAIN, place=la))
    row = ask(small, "trusts", (), la.only, k=LARGE).table.iloc[0]
    assert (row["in_trusts"], row["schools"]) in parts(view.finding)
    assert la.name in view.finding
    assert ENGLAND.name in view.finding or "too few" in view.finding
