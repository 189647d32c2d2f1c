"""Kaplan-Meier with its band: equal to statsmodels, and what must always hold of a curve that counts people out."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.duration.survfunc import SurvfuncRight

from hubdata.measures.people.survival import log_log_band, product_limit, survival
from hubdata.schema.people import NOT_YET

LAST_CENSUS = 2023


def people(seed: int, count: int = 200) -> pd.DataFrame:
    """One row a person: cohort, years seen until leaving or until the last census, and whether they left."""
    rng = np.random.default_rng(seed)
    cohort = rng.integers(2017, 2023, count)
    left_after = rng.geometric(0.15, count)
    seen = LAST_CENSUS - cohort
    return pd.DataFrame({"cohort": cohort, "time": np.minimum(left_after, seen), "left": left_after <= seen})


def cohorts(persons: pd.DataFrame) -> pd.DataFrame:
    """The persons counted as table ``cohorts`` has them."""
    rows = []
    for cohort, part in persons.groupby("cohort"):
        for year in range(1, LAST_CENSUS - cohort + 1):
            stayed = int(((part["time"] > year) | ((part["time"] == year) & ~part["left"])).sum())
            rows.append((str(cohort), year, len(part), stayed))
    table = pd.DataFrame(rows, columns=["cohort", "years", "at_start", "stayed"])
    return table.assign(base="teachers", mark="", status="illustrative", release="2023 November")


@given(st.integers(0, 10_000))
def test_pooled_curve_and_error_equal_statsmodels(seed):
    persons = people(seed)
    ours = survival(cohorts(persons), [])
    theirs = SurvfuncRight(persons["time"], persons["left"].astype(int))
    at = pd.Series(theirs.surv_prob, index=theirs.surv_times.astype(int))
    ours = ours.set_index("years")
    for year in at.index:
        assert ours.loc[year, "rate"] == pytest.approx(at[year], abs=1e-12)
        assert ours.loc[year, "at_risk"] == theirs.n_risk[list(at.index).index(year)]
    risk, stayed = ours["at_risk"].astype(float), ours["in_service"].astype(float)
    _, error = product_limit(risk, stayed, pd.Series(0, index=risk.index))
    for year, wanted in zip(at.index, theirs.surv_prob_se, strict=True):
        assert error[year] == pytest.approx(wanted, nan_ok=True, abs=1e-12)


@given(st.integers(0, 10_000))
def test_the_band_is_greenwoods_on_the_log_log_scale(seed):
    persons = people(seed)
    theirs = SurvfuncRight(persons["time"], persons["left"].astype(int))
    rate, error = pd.Series(theirs.surv_prob), pd.Series(theirs.surv_prob_se)
    inside = (rate > 0) & (rate < 1)
    low, high = log_log_band(rate, error)
    scaled = np.log(-np.log(rate[inside]))
    spread = 1.959963984540054 * error[inside] / (rate[inside] * np.abs(np.log(rate[inside])))
    assert np.allclose(low[inside], np.exp(-np.exp(scaled + spread)))
    assert np.allclose(high[inside], np.exp(-np.exp(scaled - spread)))


@given(st.integers(0, 10_000))
def test_survival_never_rises_and_the_band_holds_it(seed):
    table = survival(cohorts(people(seed)), ["cohort"])
    for _, part in table.groupby("cohort"):
        assert part["rate"].is_monotonic_decreasing
    assert ((table["low"] <= table["rate"]) & (table["rate"] <= table["high"])).all()
    assert (table["low"] >= 0).all()
    assert (table["high"] <= 1).all()


def test_nobody_leaving_has_wilsons_band_and_everybody_leaving_too():
    rows = pd.DataFrame({"cohort": ["2020", "2020", "2021"], "years": [1, 2, 1], "at_start": 20, "stayed": [20, 0, 20]})
    table = survival(rows.assign(mark="", status="official", release="2023"), ["cohort"])
    assert table["rate"].tolist() == [1.0, 0.0, 1.0]
    assert table.loc[0, "low"] == pytest.approx(0.8389, abs=1e-4)
    assert table.loc[0, "high"] == 1.0
    assert table.loc[1, ["low", "high"]].tolist() == pytest.approx([0.0, 0.1611], abs=1e-4)


def test_a_missing_year_ends_the_curve_and_says_why():
    rows = pd.DataFrame({"cohort": "2021", "years": [1, 2, 3], "at_start": 50, "stayed": [45, None, 40]})
    rows = rows.assign(mark=["", NOT_YET, ""], status="official", release="2023")
    table = survival(rows, ["cohort"])
    assert table["rate"].notna().tolist() == [True, False, False]
    assert table.loc[1, "status"] == NOT_YET
    assert pd.isna(table.loc[1, "at_risk"])


def test_no_rows_give_no_rows():
    empty = cohorts(people(1)).iloc[:0]
    assert survival(empty, ["cohort"]).empty
