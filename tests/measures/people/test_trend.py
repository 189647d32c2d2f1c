"""A programme against its own trend: statsmodels' prediction interval, the least it may be, and the placebo."""

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm

from hubdata.measures.people.placebo import Placebo, placebo
from hubdata.measures.people.rounding import steps
from hubdata.measures.people.trend import before_and_after

YEARS = np.arange(2008, 2020)


def scattered(seed: int = 3, spread: float = 0.03) -> pd.DataFrame:
    """Cohorts whose rates scatter far more than chance would make them."""
    rng = np.random.default_rng(seed)
    size = rng.integers(800, 1_500, len(YEARS))
    return pd.DataFrame(
        {"cohort": YEARS.astype(str), "at_start": size, "rate": 0.8 + rng.normal(0, spread, len(YEARS))}
    )


def test_the_band_is_the_prediction_interval_of_statsmodels():
    series = scattered()
    table, _ = before_and_after(series, 2015)
    prior = series[YEARS < 2015]
    fitted = sm.WLS(prior["rate"], sm.add_constant(YEARS[YEARS < 2015] - 2015.0), weights=prior["at_start"]).fit()
    told = fitted.get_prediction(sm.add_constant(YEARS - 2015.0), weights=series["at_start"]).summary_frame(alpha=0.05)
    assert table["expected"].to_numpy() == pytest.approx(told["mean"].to_numpy(), abs=1e-9)
    assert table["expected_low"].to_numpy() == pytest.approx(told["obs_ci_lower"].to_numpy(), abs=1e-9)
    assert table["expected_high"].to_numpy() == pytest.approx(told["obs_ci_upper"].clip(upper=1).to_numpy(), abs=1e-9)


def test_a_straight_line_before_is_carried_on_and_nothing_is_said_to_be_caused():
    series = pd.DataFrame({"cohort": YEARS.astype(str), "at_start": 1_000, "rate": 0.9 - 0.01 * (YEARS - 2008)})
    series.loc[YEARS >= 2016, "rate"] += 0.08
    table, verdicts = before_and_after(series, 2016)
    assert table["period"].tolist() == ["before"] * 8 + ["after"] * 4
    assert table["expected"].to_numpy() == pytest.approx(0.9 - 0.01 * (YEARS - 2008))
    after = table["period"] == "after"
    assert verdicts[after].tolist() == ["above"] * 4
    assert verdicts[~after].isna().all()
    width = (table["expected_high"] - table["expected"])[after]
    assert width.is_monotonic_increasing, "the further from the line's own years, the less it says"


def test_years_that_happen_to_lie_on_a_line_leave_the_chance_of_their_people():
    series = pd.DataFrame({"cohort": YEARS.astype(str), "at_start": 100, "rate": 0.8})
    arm = before_and_after(series, 2016)[0]["expected_high"] - 0.8
    assert arm.iloc[-1] > 1.96 * np.sqrt(0.8 * 0.2 / 100)


@pytest.mark.parametrize(("more", "wider"), [({"step": 0.01}, 0.01 / np.sqrt(12)), ({"step": 0.0}, 0.006)])
def test_rounding_and_revisions_widen_the_band(more, wider):
    series = pd.DataFrame({"cohort": YEARS.astype(str), "at_start": 10**9, "rate": 0.8}).assign(**more)
    table, _ = before_and_after(series, 2016, revised=0.0 if more["step"] else 0.006)
    alone = table["expected_high"].iloc[-4] - 0.8
    assert alone > 2.447 * wider, "t with six degrees of freedom"
    assert alone < 4 * wider


def test_two_cohorts_before_are_no_trend_and_nobody_is_judged():
    series = pd.DataFrame({"cohort": ["2014", "2015", "2016"], "at_start": 50, "rate": [0.8, 0.8, 0.9]})
    table, verdicts = before_and_after(series, 2016)
    assert table[["expected", "expected_low", "expected_high"]].isna().all(axis=None)
    assert verdicts.isna().all()
    assert before_and_after(series.iloc[:0], 2016)[0].empty


def test_under_ten_people_are_too_few():
    series = pd.DataFrame({"cohort": YEARS.astype(str), "at_start": 9, "rate": 1 / 3})
    assert before_and_after(series, 2016)[1].dropna().tolist() == ["too few"] * 4


def test_a_jump_before_the_programme_is_found_by_the_placebo_and_one_after_it_is_not():
    series = pd.DataFrame({"cohort": YEARS.astype(str), "at_start": 5_000, "rate": np.where(YEARS < 2012, 0.7, 0.8)})
    assert placebo(series, 2016).outside >= 1, "as if it had begun in 2012"
    assert placebo(series.loc[YEARS < 2013], 2012) == Placebo(1, 0), "2011 sees only the years before the programme"


def test_where_nothing_happened_the_placebo_is_seldom_outside():
    found = [placebo(scattered(seed, 0.02), 2014) for seed in range(40)]
    assert all(one.tried == 8 for one in found)
    assert sum(one.outside for one in found) / sum(one.tried for one in found) < 0.15


def test_rates_are_rounded_as_their_edition_prints_them():
    rows = pd.DataFrame(
        {
            "release": ["old", "old", "new", "new", "own"], "rate": [0.87, 0.9, 0.87, 0.849, 0.5],
            "in_service": pd.array([None, None, None, None, 5], dtype="Int64"),
        }
    )  # fmt: skip
    assert steps(rows).tolist() == [0.01, 0.01, 0.001, 0.001, 0.0]
