"""The part of an exhaustive test that every run takes leaves nothing out for good."""

import longer
import pytest
from longer import crossed, every_other, spread

CASES = list("abcdefg")


@pytest.fixture(autouse=True)
def in_part(monkeypatch):
    monkeypatch.setattr(longer, "LONGER", False)


def test_each_value_of_each_axis_is_met():
    pairs = crossed(CASES, (1, 2, 3))
    assert len(pairs) == len(CASES)
    assert {letter for letter, _ in pairs} == set(CASES)
    assert {number for _, number in pairs} == {1, 2, 3}


def test_two_turns_meet_every_case():
    assert every_other(CASES, 4) == ["a", "c", "e", "g"]
    assert sorted(every_other(CASES, 4) + every_other(CASES, 5)) == CASES


def test_a_spread_has_both_ends():
    assert spread(CASES, 3) == ["a", "d", "g"]
    assert spread(CASES, 9) == CASES


def test_the_longer_run_leaves_nothing_out(monkeypatch):
    monkeypatch.setattr(longer, "LONGER", True)
    assert len(crossed(CASES, (1, 2, 3))) == 21
    assert every_other(CASES, 1) == spread(CASES, 2) == CASES
