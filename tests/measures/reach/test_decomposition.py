"""Kitagawa's decomposition: the textbook case, the exact sum, cells that one side lacks, and its interval."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubdata.measures.reach.decomposition import decomposition
from hubdata.measures.statistics.clusters import DRAWS, SEED

HALF = settings(max_examples=max(settings().max_examples // 2, 1))
school = st.tuples(st.sampled_from("ab"), st.sampled_from("xyz"), st.sampled_from("pq"), st.booleans(), st.booleans())


def table(rows) -> tuple[pd.DataFrame, pd.Series]:
    found = pd.DataFrame(rows, columns=["side", "size", "phase", "eligible", "reached"])
    return found.assign(la="E06000001"), found["side"]


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


def authorities(count: int) -> tuple[pd.DataFrame, pd.Series]:
    """Authorities whose own level moves every rate, with two kinds of school on both sides."""
    rng, rows = np.random.default_rng(11), []
    for number in range(count):
        level = rng.normal(0, 0.15)
        for side, kind, rate in (("a", "x", 0.5), ("a", "y", 0.7), ("b", "x", 0.6), ("b", "y", 0.9)):
            for _ in range(rng.integers(1, 20)):
                rows.append((f"A{number:03}", side, kind, rng.random() < np.clip(rate + level, 0, 1)))
    found = pd.DataFrame(rows, columns=["la", "side", "size", "reached"])
    return found, found["side"]


def test_the_interval_is_that_of_authorities_drawn_one_by_one():
    schools, side = authorities(30)
    row = decomposition(schools, side, ["size"]).set_index("component").loc["size"]
    names, own = sorted(schools["la"].unique()), dict(list(schools.groupby("la")))
    times = np.random.default_rng(SEED).multinomial(30, [1 / 30] * 30, size=DRAWS)
    found = []
    for draw in times[:200]:
        again = pd.concat([own[name] for name, count in zip(names, draw, strict=True) for _ in range(count)])
        rate = again.pivot_table(index="size", columns="side", values="reached", aggfunc="mean")
        mix = pd.crosstab(again["size"], again["side"], normalize="columns")
        found.append(((mix["a"] - mix["b"]) * (rate["a"] + rate["b"]) / 2).sum())
    arm = 2.04523  # t, 29 degrees of freedom
    assert (row["high"] - row["low"]) / 2 / arm == pytest.approx(np.std(found, ddof=1), rel=0.12)  # 200 of the 999
    assert row["low"] < row["points"] < row["high"]


def test_too_few_authorities_give_parts_without_an_interval():
    found = decomposition(*authorities(9), ["size"])
    assert found["points"].notna().all()
    assert found[["low", "high"]].isna().all(axis=None)


def test_the_fewest_are_of_kinds_that_carry_weight():
    """Of side a 100 x, 20 y and 2 z, of side b 50 x, 8 y and 0 z: z is under a twentieth of either side, y is not."""
    counts = {("a", "x"): 100, ("a", "y"): 20, ("a", "z"): 2, ("b", "x"): 50, ("b", "y"): 8}
    rows = [(side, kind, "p", True, True) for (side, kind), count in counts.items() for _ in range(count)]
    found = decomposition(*table(rows), ["size"])
    assert found["fewest"].tolist() == [8, 8]
    assert found[["schools_a", "schools_b"]].to_numpy().tolist() == [[122, 58]] * 2
