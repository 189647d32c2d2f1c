"""Money for each school and pupil: what is summed, what is nothing, and what is unknown."""

import pandas as pd
import pytest

from hubdata.measures.spread.ledger import ledger

SCHOOLS = pd.DataFrame(
    {
        "urn": ["1", "2", "3", "4"],
        "la": pd.Categorical(["E1", "E1", "E2", "E3"]),
        "region": pd.Categorical(["North", "North", "North", "South"]),
        "pupils": pd.array([100, 300, 100, None], dtype="Int64"),
    }
)
POUNDS = pd.Series({"E1": 8_000.0, "E3": 500.0})


def test_money_of_a_region_is_that_of_its_authorities():
    table = ledger(SCHOOLS, POUNDS, ["region"]).set_index("region")
    assert table.loc["North", ["pounds", "schools", "per_school", "pupils", "per_pupil"]].tolist() == [
        8_000.0, 3, pytest.approx(8_000 / 3), 500, 16.0,
    ]  # fmt: skip


def test_an_authority_without_money_has_none_rather_than_a_gap():
    table = ledger(SCHOOLS, POUNDS, ["la"]).set_index("la")
    assert table.loc["E2", "pounds"] == 0
    assert table.loc["E2", "per_school"] == 0


def test_money_over_no_known_pupils_is_unknown():
    table = ledger(SCHOOLS, POUNDS, ["region"]).set_index("region")
    assert pd.isna(table.loc["South", "per_pupil"])


@pytest.mark.parametrize("by", [[], ["region"], ["la"]])
def test_the_parts_add_up(by):
    assert ledger(SCHOOLS, POUNDS, by)["pounds"].sum() == POUNDS.sum()
