"""The way from a place to the fifth year: a funnel only of the same people, and then it never rises."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdata.measures.people.pipeline import complete, is_one_cohort, pipeline
from hubdata.schema.people import NOT_YET, STAGES

PEOPLE_STAGES = STAGES[2:]


def stages(cohort: str, counts: dict[str, int | None], marks: dict[str, str] | None = None) -> pd.DataFrame:
    """Rows of table ``pipeline`` for one cohort; from QTS on the same people are followed."""
    table = pd.DataFrame({"cohort": cohort, "stage": list(counts), "people": pd.array(list(counts.values()), "Int64")})
    followed = table["stage"].isin(STAGES[3:])
    return table.assign(
        followed=followed, mark=table["stage"].map(lambda stage: (marks or {}).get(stage, "")), route="X"
    )


@given(st.lists(st.floats(0, 1), min_size=7, max_size=7), st.integers(0, 500))
def test_a_cohort_followed_never_rises_and_its_steps_multiply_to_the_whole(chances, starts):
    rng = np.random.default_rng(starts)
    there = np.ones(starts, bool)
    counts = {"Starts": starts}
    for stage, chance in zip(PEOPLE_STAGES[1:], chances, strict=True):
        there &= rng.random(starts) < chance
        counts[stage] = int(there.sum())
    table = pipeline(stages("2018/19", counts), ["cohort"])
    assert table["people"].astype(int).is_monotonic_decreasing
    steps = table["of_previous"].iloc[1:]
    if steps.notna().all():
        assert steps.prod() == pytest.approx(table["of_first"].iloc[-1])
    known = table.dropna(subset=["low"])
    assert ((known["low"] <= known["of_previous"]) & (known["of_previous"] <= known["high"])).all()


def test_twenty_of_twenty_is_from_84_to_100_per_cent():
    table = pipeline(stages("2018/19", {"Starts": 22, "QTS": 20, "Employed": 20}), ["cohort"]).set_index("stage")
    assert table.loc["Employed", ["of_previous", "low", "high"]].tolist() == pytest.approx([1.0, 0.8389, 1.0], abs=5e-5)
    assert table.loc["Employed", "of_first"] == pytest.approx(20 / 22)


def test_places_and_applicants_are_no_share_of_people():
    table = pipeline(stages("2018/19", {"Places": 24, "Applicants": 60, "Starts": 22}), ["cohort"])
    assert table["of_first"].isna().tolist() == [True, True, False]
    assert table[["low", "high"]].isna().all(axis=None)
    assert table["of_previous"].tolist()[1:] == [2.5, pytest.approx(22 / 60)]


def test_under_ten_is_marked_and_a_hidden_stage_says_so():
    table = pipeline(stages("2018/19", {"Starts": 9, "QTS": 8, "Employed": None}, {"Employed": "c"}), ["cohort"])
    assert table["mark"].tolist() == ["", "u", "c"]
    assert pd.isna(table["people"].iloc[2])


def test_a_stage_to_come_is_not_zero():
    table = pipeline(stages("2018/19", {"Starts": 50, "QTS": 45, "Year 5": None}, {"Year 5": NOT_YET}), ["cohort"])
    assert table["mark"].iloc[2] == NOT_YET
    assert pd.isna(table["people"].iloc[2])


def test_nobody_who_started_has_no_shares():
    table = pipeline(stages("2018/19", {"Starts": 0, "QTS": 0}), ["cohort"])
    assert table["of_previous"].isna().all()
    assert table["of_first"].isna().all()
    assert table["people"].tolist() == [0, 0]


def test_pooled_cohorts_are_those_that_reached_every_stage():
    old = stages("2015/16", {"Starts": 100, "QTS": 90, "Year 5": 60})
    young = stages("2019/20", {"Starts": 100, "QTS": 90, "Year 5": None}, {"Year 5": NOT_YET})
    both = pd.concat([old, young])
    assert complete(both) == ["2015/16"]
    table = pipeline(pd.concat([old, old.assign(cohort="2016/17")]), [])
    assert table["people"].tolist() == [200, 180, 120]


def test_a_stage_hidden_in_one_cohort_is_hidden_in_the_pool():
    first, second = (stages(c, {"Starts": 50, "QTS": n}, m) for c, n, m in (("a", 45, None), ("b", None, {"QTS": "c"})))
    table = pipeline(pd.concat([first, second]), [])
    assert pd.isna(table["people"].iloc[1])
    assert table["mark"].iloc[1] == "c"


def test_only_the_same_people_may_be_drawn_as_a_funnel():
    followed = stages("2018/19", {"Starts": 50, "QTS": 45})
    assert is_one_cohort(followed)
    assert not is_one_cohort(followed.assign(followed=False))
    assert not is_one_cohort(followed.iloc[:1])
