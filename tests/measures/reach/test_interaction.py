"""The gap of primaries against that of secondaries: authorities drawn one by one, statsmodels, and both scales."""

import numpy as np
import pandas as pd
import pytest
import statsmodels.formula.api as smf

from hubdata.measures.reach.interaction import interaction
from hubdata.measures.statistics.clusters import DRAWS, SEED

CELLS = [(phase, rural) for phase in ("Primary", "Secondary") for rural in ("Rural", "Urban")]


def schools(rates: list[float], seed: int, authorities: int = 40) -> tuple[pd.DataFrame, pd.Series]:
    """Authorities whose own level moves all their rates: a row a school of the four cells."""
    rng = np.random.default_rng(seed)
    rows = []
    for number in range(authorities):
        level = rng.normal(0, 0.15)
        for (phase, rural), rate in zip(CELLS, rates, strict=True):
            for _ in range(rng.integers(2, 25)):
                rows.append((f"A{number:03}", phase, rural, rng.random() < np.clip(rate + level, 0.02, 0.98)))
    table = pd.DataFrame(rows, columns=["la", "phase", "rural", "hit"]).assign(pupils=100, region="Here")
    return table, table["hit"].astype("boolean")


def rates_of(table: pd.DataFrame) -> list[float]:
    return [table.loc[(table["phase"] == phase) & (table["rural"] == rural), "hit"].mean() for phase, rural in CELLS]


@pytest.mark.parametrize(
    ("rates", "seed"), [([0.6, 0.9, 0.6, 0.9], 1), ([0.3, 0.8, 0.7, 0.8], 2), ([0.2, 0.4, 0.5, 0.9], 3)]
)
def test_equals_authorities_drawn_one_by_one(rates, seed):
    table, reached = schools(rates, seed)
    row = interaction(table, reached, []).iloc[0]
    a, b, c, d = rates_of(table)
    assert row["difference"] == pytest.approx(a - b - (c - d))
    assert row["ratio"] == pytest.approx((a / b) / (c / d))
    names = sorted(table["la"].unique())
    own = dict(list(table.groupby("la")))
    times = np.random.default_rng(SEED).multinomial(len(names), [1 / len(names)] * len(names), size=DRAWS)
    found = []
    for draw in times[:200]:
        again = pd.concat([own[name] for name, count in zip(names, draw, strict=True) for _ in range(count)])
        a, b, c, d = rates_of(again)
        found.append((a - b - c + d, np.log(a / b / (c / d))))
    errors = np.std(found, axis=0, ddof=1)
    arm = 2.0227  # t, 39 degrees of freedom
    assert (row["high"] - row["low"]) / 2 / arm == pytest.approx(errors[0], rel=0.12)  # 200 of the 999
    assert np.log(row["ratio_high"] / row["ratio_low"]) / 2 / arm == pytest.approx(errors[1], rel=0.12)


def test_the_interval_is_near_that_of_cluster_robust_least_squares():
    table, reached = schools([0.4, 0.8, 0.6, 0.9], 5, authorities=120)
    row = interaction(table, reached, []).iloc[0]
    flags = table.assign(y=table["hit"].astype(float), p=table["phase"] == "Primary", r=table["rural"] == "Rural")
    fitted = smf.ols("y ~ p * r", flags.astype({"p": int, "r": int})).fit(
        cov_type="cluster", cov_kwds={"groups": pd.factorize(flags["la"])[0]}
    )
    assert row["difference"] == pytest.approx(fitted.params["p:r"])
    assert (row["high"] - row["low"]) / 2 / 1.98 == pytest.approx(fitted.bse["p:r"], rel=0.08)


@pytest.mark.parametrize(
    ("rates", "points", "ratio"),
    [
        ([0.3, 0.9, 0.85, 0.9], "below", "below"),
        ([0.85, 0.9, 0.3, 0.9], "above", "above"),
        ([0.6, 0.9, 0.6, 0.9], "within", "within"),
        ([0.15, 0.3, 0.45, 0.9], "above", "within"),
    ],
)
def test_each_scale_has_its_own_verdict(rates, points, ratio):
    row = interaction(*schools(rates, 7), []).iloc[0]
    assert (row["verdict"], row["ratio_verdict"]) == (points, ratio)
    assert (row["low"] < 0 < row["high"]) == (points == "within")
    assert (row["ratio_low"] < 1 < row["ratio_high"]) == (ratio == "within")


def test_too_few_authorities_give_no_interval():
    row = interaction(*schools([0.3, 0.9, 0.85, 0.9], 7, authorities=9), []).iloc[0]
    assert row["authorities"] == 9
    assert row[["low", "high", "ratio_low", "ratio_high"]].isna().all()
    assert row["verdict"] == row["ratio_verdict"] == "too few"


def test_the_same_again_and_the_order_of_schools_is_nothing():
    table, reached = schools([0.3, 0.9, 0.85, 0.9], 7)
    mixed = table.sample(frac=1, random_state=1)
    pd.testing.assert_frame_equal(interaction(table, reached, []), interaction(mixed, reached.loc[mixed.index], []))


def test_without_a_phase_there_is_nothing_to_compare():
    table, reached = schools([0.3, 0.9, 0.85, 0.9], 7)
    primary = table["phase"] == "Primary"
    assert interaction(table.loc[primary], reached.loc[primary], []).empty
    assert interaction(table.loc[primary], reached.loc[primary], ["region"]).empty


def test_a_group_without_rural_secondaries_says_nothing():
    table, reached = schools([0.3, 0.9, 0.85, 0.9], 7)
    kept = (table["phase"] == "Primary") | (table["rural"] == "Urban")
    row = interaction(table.loc[kept], reached.loc[kept], ["region"]).iloc[0]
    assert np.isnan(row["difference"])
    assert row["verdict"] == "too few"
