"""Reach: who counts, who is left out, and what weights and days do."""

import numpy as np
import pandas as pd
import pytest

from hubdata.measures.reach.share import among, share, share_by_day, within


@pytest.fixture
def schools() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "phase": pd.Categorical(
                ["Primary", "Primary", "Primary", "Secondary"], ["Primary", "Secondary", "All-through"]
            ),
            "pupils": pd.Series([100, 300, None, 50], dtype="Int64"),
        }
    )


def flags(*values) -> pd.Series:
    return pd.Series(list(values), dtype="boolean")


def test_an_unknown_distance_is_neither_reached_nor_not():
    assert within(pd.Series([1.0, 10.0, 10.001, np.nan]), 10).tolist() == [True, True, False, pd.NA]


def test_radius_nought_is_the_leads_own_place():
    assert within(pd.Series([0.0, 0.001]), 0).tolist() == [True, False]


def test_missing_urns_are_nobody():
    assert among(pd.Series(["1", "2"]), pd.Series(["2", None])).tolist() == [False, True]


def test_groups_without_a_school_have_no_row(schools):
    table = share(schools, flags(True, False, None, True), ["phase"])
    assert table["phase"].tolist() == ["Primary", "Secondary"]
    assert table[["reached", "schools", "rate"]].to_numpy().tolist() == [[1, 2, 0.5], [1, 1, 1.0]]
    assert table["mark"].tolist() == ["u", "u"]


def test_no_schools_no_row(schools):
    nothing = schools.head(0)
    assert share(nothing, flags(), []).empty
    assert share(nothing, flags(), ["phase"]).columns.tolist() == [
        "phase", "reached", "schools", "rate", "low", "high", "mark",
    ]  # fmt: skip


def test_nobody_known_no_row(schools):
    assert share(schools, flags(None, None, None, None), []).empty


def test_pupils_count_whole_and_leave_out_unknown_headcounts(schools):
    table = share(schools, flags(True, False, True, True), [], "pupils", sampled=True)
    assert table[["reached", "schools"]].to_numpy().tolist() == [[150, 450]]
    assert table["rate"].tolist() == [pytest.approx(1 / 3)]
    assert table["schools"].dtype.kind in "iu"
    assert table["low"][0] < 1 / 3 < table["high"][0]


def test_a_full_count_has_no_interval(schools):
    for weight in ("schools", "pupils"):
        table = share(schools, flags(True, False, True, True), [], weight)
        assert table[["low", "high"]].isna().all(axis=None)
        assert table["rate"].notna().all()


def test_a_group_without_any_headcount_has_no_row_in_pupils(schools):
    unknown = schools.assign(pupils=schools["pupils"].where(schools["phase"] == "Primary"))
    assert share(unknown, flags(True, True, True, True), ["phase"], "pupils")["phase"].tolist() == ["Primary"]


def test_a_missing_group_is_a_group():
    table = share(pd.DataFrame({"la": ["a", None], "pupils": [1, 1]}), flags(True, True), ["la"])
    assert len(table) == 2


@pytest.mark.parametrize("weight", ["schools", "pupils"])
@pytest.mark.parametrize("by", [[], ["phase"]])
def test_days_together_are_the_days_one_by_one(schools, weight, by):
    days = pd.DataFrame({1: flags(True, False, None, True), 2: flags(False, False, True, True)})
    together = share_by_day(schools, days, by, weight)
    for day in days.columns:
        alone = share(schools, days[day], by, weight)
        mine = together.loc[together["as_at"] == day].drop(columns="as_at").reset_index(drop=True)
        pd.testing.assert_frame_equal(mine, alone, check_dtype=False)
