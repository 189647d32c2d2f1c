"""A closed school lives on in the nearest open one along its links; loops end, and the lowest URN wins a tie."""

import pandas as pd
import pytest

from hubdata.measures.networks.membership import heirs

SCHOOLS = pd.DataFrame(
    {"urn": list("123456789"), "status": ["Open", "Closed", "Open", "Open", *["Closed"] * 5]}
).astype("str")
LINKS = pd.DataFrame(
    [("2", "5"), ("5", "4"), ("5", "3"), ("6", "7"), ("7", "6"), ("8", "1"), ("8", "2")], columns=["urn", "link_urn"]
).assign(relation="successor")


@pytest.mark.parametrize(
    ("urn", "heir"), [("1", "1"), ("2", "3"), ("5", "3"), ("6", None), ("8", "1"), ("9", None), ("unknown", None)]
)
def test_each_lives_on_where_it_should(urn, heir):
    found = heirs(LINKS.astype("str"), SCHOOLS).of(pd.Series([urn], index=[40]))
    assert found.index.tolist() == [40]
    assert found.isna().iloc[0] if heir is None else found.iloc[0] == heir


def test_predecessors_are_no_heirs():
    links = LINKS.assign(relation="predecessor").astype("str")
    assert heirs(links, SCHOOLS).of(pd.Series(["2", "1"])).fillna("").tolist() == ["", "1"]
