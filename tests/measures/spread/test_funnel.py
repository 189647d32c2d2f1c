"""Funnel limits: exact, honest about over-dispersion, and about chance."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from hubdata.measures.spread.funnel import dispersion, funnel, limits, verdicts


@given(st.integers(1, 400), st.floats(0.02, 0.98))
def test_outside_the_limits_is_rarer_than_said(n, p):
    edges = limits(pd.Series([n]), p).iloc[0] * n
    for name, tail in (("low95", 0.025), ("low998", 0.001)):
        assert binom.cdf(round(edges[name]) - 1, n, p) < tail + 1e-12
        assert binom.cdf(round(edges[name]), n, p) >= tail - 1e-12
    for name, tail in (("high95", 0.025), ("high998", 0.001)):
        assert binom.sf(round(edges[name]), n, p) <= tail + 1e-12
        assert round(edges[name]) == 0 or binom.sf(round(edges[name]) - 1, n, p) > tail - 1e-12


def test_a_worked_case():
    edges = limits(pd.Series([20]), 0.5).iloc[0] * 20
    assert edges.round(9).to_dict() == {"low998": 3, "low95": 6, "high95": 14, "high998": 17}


def test_verdicts_are_strictly_outside():
    bounds = pd.DataFrame([{"low998": 0.2, "low95": 0.3, "high95": 0.7, "high998": 0.8}] * 7)
    rates = pd.Series([0.19, 0.2, 0.3, 0.7, 0.75, 0.81, np.nan])
    found = verdicts(rates, bounds)
    assert found[:6].tolist() == ["low998", "low95", "within", "within", "high95", "high998"]
    assert pd.isna(found[6])


def test_no_schools_no_limits():
    row = funnel(pd.DataFrame({"reached": [0], "schools": [0]}), 0.5).iloc[0]
    assert row[["rate", "low95", "high998", "verdict"]].isna().all()


def test_areas_drawn_by_chance_are_not_over_dispersed_and_mixed_ones_are():
    rng = np.random.default_rng(1)
    whole = pd.Series(rng.integers(20, 300, 150))
    by_chance = pd.Series(rng.binomial(whole, 0.6))
    mixed = pd.Series(rng.binomial(whole, rng.choice([0.3, 0.9], 150)))
    assert not dispersion(by_chance, whole, 0.6).over
    found = dispersion(mixed, whole, float(mixed.sum() / whole.sum()))
    assert found.over
    assert found.limit == pytest.approx(1 + 2 * np.sqrt(2 / 150))


def test_winsorising_keeps_one_wild_area_from_widening_everything():
    whole = pd.Series([100] * 21)
    part = pd.Series([50] * 20 + [0])
    assert dispersion(part, whole, 0.5).phi == 0


def test_phi_by_hand():
    whole, part = pd.Series([100] * 11), pd.Series([40, 45, 45, 50, 50, 50, 50, 50, 55, 55, 60])
    z = np.clip((part / whole - 0.5) / 0.05, -1, 1)
    assert dispersion(part, whole, 0.5).phi == pytest.approx((z**2).mean())


def test_widened_limits_stretch_about_the_overall_rate_and_stay_shares():
    exact, wide = (limits(pd.Series([50]), 0.8, by).iloc[0] for by in (1.0, 3.0))
    assert wide["low95"] == pytest.approx(0.8 - 3 * (0.8 - exact["low95"]))
    assert wide["high998"] == 1


def test_expected_outside_by_chance_for_87_hubs():
    found = dispersion(pd.Series([5] * 87), pd.Series([10] * 87), 0.5)
    assert (round(found.outside95, 1), round(found.outside998, 1)) == (4.4, 0.2)


@pytest.mark.parametrize("overall", [0.0, 1.0])
def test_when_all_or_none_are_reached_nothing_is_outside(overall):
    areas = pd.DataFrame({"reached": [0, 0] if overall == 0 else [5, 9], "schools": [5, 9]})
    assert funnel(areas, overall)["verdict"].tolist() == ["within", "within"]
    assert not dispersion(areas["reached"], areas["schools"], overall).over
