"""Kitagawa's decomposition: the textbook case, the exact sum, and cells that one side lacks."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubdata.measures.reach.decomposition import decomposition

HALF = settings(max_examples=max(settings().max_examples // 2, 1))
school = st.tuples(st.sampled_from("ab"), st.sampled_from("xyz"), st.sampled_from("pq"), st.booleans(), st.booleans())


def table(rows) -> tuple[pd.DataFrame, pd.Series]:
    found = pd.DataFrame(rows, columns=["side", "size", "phase", "eligible", "reached"])
    return found, found["side"]


def test_one_factor_is_kitagawas_formula():
    rows = [
        ("a", kind, "p", True, hit)
        for kind, yes, no in (("x", 10, 30), ("y", 45, 15))
        for hit in [True] * yes + [False] * no
    ]
    rows += [
        ("b", kind, "p", True, hit)
        for kind, yes, no in (("x", 8, 12), ("y", 72, 8))
        for hit in [True] * yes + [False] * no
    ]
    parts = decomposition(*table(rows), ["size"]).set_index("component")["points"]
    composition = (40 / 100 - 20 / 100) * (10 / 40 + 8 / 20) / 2 + (60 / 100 - 80 / 100) * (45 / 60 + 72 / 80) / 2
    rates = (10 / 40 - 8 / 20) * (0.4 + 0.2) / 2 + (45 / 60 - 72 / 80) * (0.6 + 0.8) / 2
    assert parts["size"] == pytest.approx(composition)
    assert parts["remainder"] == pytest.approx(rates)


@HALF
@given(st.lists(school, min_size=2, max_size=60))
def test_the_parts_add_up_to_the_gap_exactly(rows):
    schools, side = table(rows)
    found = decomposition(schools, side, ["size", "phase", "eligible"])
    if set(side) != {"a", "b"}:
        assert found.empty
        return
    rates = schools.groupby("side")["reached"].mean()
    assert found["points"].sum() == pytest.approx(rates["a"] - rates["b"], abs=1e-12)
    if abs(rates["a"] - rates["b"]) > 1e-9:
        assert found["share"].sum() == pytest.approx(1)


@HALF
@given(st.lists(school, min_size=2, max_size=60))
def test_turning_the_sides_turns_every_part(rows):
    schools, side = table(rows)
    turned = side.map({"a": "b", "b": "a"})
    there, back = (decomposition(schools, one, ["size", "phase"])["points"] for one in (side, turned))
    assert there.tolist() == pytest.approx((-back).tolist(), abs=1e-12)


def test_a_factor_in_which_the_sides_are_alike_explains_nothing():
    rows = [(side, kind, "p", True, hit) for side in "ab" for kind in "xy" for hit in (True, side == "b")]
    parts = decomposition(*table(rows), ["size", "phase"]).set_index("component")["points"]
    assert parts[["size", "phase"]].tolist() == pytest.approx([0, 0])
    assert parts["remainder"] == pytest.approx(-0.5)


def test_schools_on_neither_side_are_left_out():
    schools, side = table([("a", "x", "p", True, True), ("b", "x", "p", True, False), ("c", "x", "p", True, True)])
    assert decomposition(schools, side, ["size"])["points"].sum() == pytest.approx(1)
