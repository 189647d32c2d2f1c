"""Every rule of the sweep sees the sentence it is there for, and lets a true one pass."""

import pandas as pd
import pytest
from sweep.agreement import Ledger
from sweep.rules import RULES, look
from sweep.visits import Visit
from sweep.words import Read

from hubdata.provenance import Unpublished
from hubdata.views.choices import ENGLAND

WRONG = [
    ("unknown", "From nan to 3.2 km."),
    ("unknown", "Of the gap of -0.0 points all remains."),
    ("unknown", "Most are None."),
    ("one of several", "Camden: 3 of 9. 1 trusts"),
    ("one of several", "1 schools are not within 10 km."),
    ("one of several", "17 people at 1 activities, 5 coastal schools"),
    ("one of several", "In Rutland, 40% of not known schools (4 of 10) are reached."),
    ("nought or fewer", "A tenth have 0 or fewer, half 2."),
    ("per cent", "62.4% (2,900 of 4,770)"),
    ("per cent", "63% of schools (30 of 60) are reached"),
    ("per cent", "30 of 60 schools (63%)"),
    ("per cent", "33% (1 of 3)"),
    ("whole or none", "100.0% of schools (9,999 of 10,000) are reached"),
    ("whole or none", "0.0% (1 of 10,000)"),
    ("verdict", "In Derby, 50.0% of schools (50 of 100) are near, less often than across England (70.0%)."),
    ("verdict", "In X 5% (4 of 80): clearly more than in 2 of 5 areas beside it."),
    ("verdict", "In 3 of 153 areas an unusually low share is reached."),
    ("itself", "In England, 60.0% of rural primaries (60 of 100) are near, against 70.0% across England."),
    ("direction", "Rural primaries are less often near: 90.0% (90 of 100), against 80.0% (80 of 100) of urban ones."),
    ("direction", "Rural schools are less often leads, primaries more so: by 2.0 points (4.1% against 2.1%)."),
    ("direction", "There is a gap of 12.3 points."),
    ("method", "Local Moran's I of smoothed rates."),
    ("method", "Gini 0.33"),
    ("method", "Areas spread by more than chance (phi 11.02)."),
]
RIGHT = [
    "62.4% (2,977 of 4,770)",
    "In Derby, 50.0% of schools (50 of 100) are near, against 70.0% across England.",
    "None of 78 areas holds fewer. 1 of 3 schools is near. 1 school, 11 schools, 21 schools.",
    "Over 99.9% of schools (9,999 of 10,000) are reached, under 0.1% (1 of 10,000) are not.",
    "Rural primaries are less often near: 30.0% (300 of 1,000), against 80.0% (800 of 1,000) of urban ones.",
    "Rural primaries are more often leads: 30.0% (300 of 1,000), against 20.0% (200 of 1,000) of urban ones.",
    "Rural schools are below urban ones: the gap is 12.3 points.",
    "Wilson Primary School: 1.9 km to Moran Academy",
    "0% (0 of 20), 100% (20 of 20)",
    "Here, in 1 authority with such schools, there are too few to draw from.",
]


def broken(text: str, **more: object) -> set[str]:
    one = Read("reach", (("finding", text),), **more)
    return {name for name, rule in RULES.items() if list(rule(one))}


@pytest.mark.parametrize(("rule", "text"), WRONG)
def test_a_wrong_sentence_is_seen_by_its_rule(rule, text):
    assert rule in broken(text)


@pytest.mark.parametrize("text", RIGHT)
def test_a_true_sentence_passes(text):
    assert broken(text) == set()


def test_every_rule_is_tried():
    assert {rule for rule, _ in WRONG} | {"rows"} == set(RULES)


def test_a_verdict_that_the_table_has_may_be_said():
    assert broken("In 3 of 153 areas an unusually low share is reached.", judged=True) == set()


def test_a_rate_of_the_table_is_held_against_its_parts():
    rows = pd.DataFrame({"reached": [3, 5], "schools": [10, 10], "rate": [0.3, 0.4]})
    assert broken("", table=rows) == {"rows"}
    assert broken("", table=rows.assign(rate=[0.3, 0.5])) == set()


def test_two_pages_that_differ_on_one_figure_are_seen():
    ledger = Ledger()
    said = "In Derby, {} of schools ({} of 100) are within 10 km of a lead, against 70.0% across England."
    first = Read("reach?la=D", (("finding", said.format("50.0%", 50)),), area="Derby")
    other = Read("equity?la=D", (("finding", said.format("51.0%", 51)),), area="Derby")
    assert list(ledger.disagreements(first, "")) == []
    assert list(ledger.disagreements(first, "")) == []
    assert list(ledger.disagreements(other, "km=5")) == []
    (told,) = ledger.disagreements(other, "")
    assert "51 of 100 here, 50 of 100 at reach?la=D" in told


def visited(error: Exception) -> set[str]:
    def draw():
        raise error

    return {complaint.rule for complaint in look(Visit("reach", ENGLAND, "", draw), Ledger()).complaints}


def test_an_honest_refusal_is_read_and_any_other_error_is_a_fault():
    assert visited(Unpublished("members", "members are not published: load a members file")) == set()
    assert visited(Unpublished("members", "1 schools")) == {"one of several"}
    assert visited(IndexError("list index out of range")) == {"exception"}
