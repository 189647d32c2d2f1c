"""Attendance by host, and what groups of schools are made of."""

import pandas as pd
import pytest

from hubdata.measures.reach.attendance import attendance
from hubdata.measures.reach.make_up import GRADE, PHASE, POLICY, UNGRADED, make_up

SCHOOLS = pd.DataFrame(
    {
        "urn": ["1", "2", "3", "4"],
        "coast": ["yes", "yes", "no", "no"],
        "phase": ["Primary", "Secondary", "Primary", "Primary"],
        "ofsted": ["Good", None, "Outstanding", "Brilliant"],
        "admissions": [None, "Non-selective", "Selective", None],
    }
)
HELD = pd.DataFrame({"urn": ["1", "1", "3", None, "9"], "attended": pd.array([10, None, 4, 99, 99], dtype="Int64")})


def test_each_group_has_its_hosts_and_those_who_came():
    table = attendance(SCHOOLS, HELD, ["coast"]).set_index("coast")
    assert table.loc["yes"].tolist() == [2, 1, 2, 1, 10, 500]
    assert table.loc["no"].tolist() == [2, 1, 1, 1, 4, 200]


def test_england_is_one_row_without_what_was_elsewhere():
    assert attendance(SCHOOLS, HELD, [])[["activities", "attended"]].iloc[0].tolist() == [3, 14]


def test_no_activity_is_nought_and_no_school_is_no_row():
    assert attendance(SCHOOLS, HELD.iloc[:0], [])["per_100_schools"].tolist() == [0]
    assert attendance(SCHOOLS.iloc[:0], HELD, ["coast"]).empty


def test_phases_and_grades_come_in_their_order_with_the_ungraded_last():
    table = make_up(SCHOOLS, [])
    table = table.loc[table["characteristic"] != POLICY]
    assert table["value"].tolist() == ["Primary", "Secondary", "Outstanding", "Good", "Brilliant", UNGRADED]
    assert table["count"].tolist() == [3, 1, 1, 1, 1, 1]
    assert (table["schools"] == 4).all()


def test_policies_are_shares_of_schools_that_could_select_and_say_so():
    phase, said = ["Secondary"] * 3 + ["All-through"] * 2 + ["Primary"], ["Selective", None, *["Non-selective"] * 4]
    schools = pd.DataFrame({"phase": phase, "admissions": said, "ofsted": None, "coast": ["yes"] * 3 + ["no"] * 3})
    table = make_up(schools, ["coast"])
    table = table.loc[table["characteristic"] == POLICY]
    assert table[["value", "coast", "count", "schools", "rate"]].to_numpy().tolist() == [
        ["Selective", "no", 0, 2, 0.0], ["Selective", "yes", 1, 2, 0.5],
        ["Non-selective", "no", 2, 2, 1.0], ["Non-selective", "yes", 1, 2, 0.5],
    ]  # fmt: skip
    assert table[["low", "high"]].isna().all(axis=None), "a full count has no interval"
    assert (table["mark"] == "u").all()


def test_a_register_that_says_no_policy_has_no_share_of_one():
    silent = make_up(SCHOOLS.assign(admissions=None), ["coast"])
    assert set(silent["characteristic"]) == {PHASE, GRADE}


def test_shares_of_a_group_add_up_to_one_for_each_characteristic():
    table = make_up(SCHOOLS.assign(phase="Secondary"), ["coast"])
    assert table.groupby(["characteristic", "coast"])["rate"].sum().tolist() == pytest.approx([1.0] * 6)
    assert make_up(SCHOOLS.iloc[:0], ["coast"]).empty


def test_religious_characters_are_shares_of_schools_whose_character_is_known():
    rows = pd.DataFrame(
        {
            "urn": ["1", "2", "3", "4"],
            "phase": "Primary",
            "ofsted": None,
            "admissions": None,
            "religion": ["None", "Jewish", "None", None],
        }
    )
    table = make_up(rows, [])
    found = table.loc[table["characteristic"] == "Religious character", ["value", "count", "schools"]]
    assert found.to_numpy().tolist() == [["Jewish", 1, 3], ["None", 2, 3]]
