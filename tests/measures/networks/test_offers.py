"""Which roles networks offer on their day."""

import pandas as pd
import pytest

from hubdata.measures.networks.membership import offering
from hubdata.measures.networks.offers import breadth, offers
from hubdata.schema import AREAS_OF_WORK

DAY = pd.Timestamp("2015-09-01")
FIRST, SECOND = AREAS_OF_WORK[:2]
NETWORKS = pd.DataFrame({"network": ["b", "a", "c"], "name": ["Bee", "Ay", "See"], "on": DAY})


def spells(*rows: tuple[str, str, str | None, str | None]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["network", "area_of_work", "since", "until"])
    return table.assign(**{name: pd.to_datetime(table[name]) for name in ("since", "until")})


ROLES = spells(
    ("a", FIRST, "2014-01-01", None),
    ("a", SECOND, "2012-01-01", "2015-09-01"),
    ("b", FIRST, None, "2015-08-31"),
    ("b", SECOND, "2015-09-02", None),
    ("elsewhere", FIRST, None, None),
)


def test_six_rows_a_network_those_that_offer_most_first():
    table = offers(NETWORKS, ROLES)
    assert table["network"].tolist() == ["a"] * 6 + ["b"] * 6 + ["c"] * 6
    assert table["role"].tolist() == list(AREAS_OF_WORK) * 3
    assert table.drop_duplicates("network")["offered"].tolist() == [2, 0, 0]
    assert table.loc[table["offers"] == 1, "role"].tolist() == [FIRST, SECOND]


def test_the_first_and_the_last_day_count():
    edges = spells(("a", FIRST, "2015-09-01", "2015-09-01"))
    assert offers(NETWORKS, edges)["offers"].sum() == 1


def test_a_role_listed_twice_counts_once():
    assert offers(NETWORKS, pd.concat([ROLES, ROLES]))["offered"].max() == 2


def test_every_number_of_roles_has_its_row():
    table = breadth(offers(NETWORKS, ROLES))
    assert table["roles"].tolist() == list(range(7))
    assert table["networks"].tolist() == [2, 0, 1, 0, 0, 0, 0]
    assert table["share"].sum() == pytest.approx(1)


def test_no_network_is_no_row():
    assert offers(NETWORKS.iloc[:0], ROLES).empty
    assert breadth(offers(NETWORKS.iloc[:0], ROLES)).empty


@pytest.mark.parametrize(("role", "named"), [(FIRST, ["a"]), (SECOND, ["a"]), (AREAS_OF_WORK[5], [])])
def test_networks_that_offer_a_role_on_their_day(role, named):
    assert offering(NETWORKS, ROLES, role)["network"].tolist() == named


def test_no_network_offers_nothing():
    assert offering(NETWORKS.iloc[:0], ROLES, FIRST).empty
