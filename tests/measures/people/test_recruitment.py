"""Recruits against the target: each number from the newest edition, and the change split exactly in two."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdata.measures.people.recruitment import change, changes, recruitment
from hubdata.schema.people import NOT_YET


def rows(*told: tuple) -> pd.DataFrame:
    """Rows of table ``recruitment``: release, year, phase, subject, route, target, recruits, of_target."""
    names = ["release", "year", "phase", "subject", "route", "target", "recruits", "of_target"]
    table = pd.DataFrame(told, columns=names).astype({"target": "Int64", "recruits": "Int64", "of_target": float})
    return table.assign(mark="", status="published", standing="")


TOLD = rows(
    ("need", "2024/25", "Primary", "All", "All", 9_400, None, None),
    ("need", "2025/26", "Primary", "All", "All", 7_650, None, None),
    ("need", "2026/27", "Primary", "All", "All", 5_520, None, None),
    ("need", "2025/26", "Secondary", "Physics", "All", 1_410, None, None),
    ("census 2024", "2024/25", "Primary", "All", "All", None, None, 0.88),
    ("census 2025", "2024/25", "Primary", "All", "All", None, None, 0.90),
    ("census 2025", "2025/26", "Primary", "All", "All", None, 9_645, 1.26),
    ("census 2025", "2025/26", "Secondary", "Physics", "All", None, None, 0.77),
)


def test_target_recruits_and_percentage_stand_together():
    table = recruitment(TOLD, ["year", "phase"]).set_index("year")
    assert table.loc["2024/25", "of_target"] == 0.90, "revised: the newest edition counts"
    assert table.loc["2025/26", ["target", "recruits"]].tolist() == [7_650, 9_645]
    assert table.loc["2025/26", "of_target"] == pytest.approx(9_645 / 7_650)
    assert table.loc["2026/27", "status"] == NOT_YET
    assert pd.isna(table.loc["2026/27", "of_target"])


def test_without_a_year_it_is_the_newest_that_somebody_counted():
    assert recruitment(TOLD, ["phase"])["target"].tolist() == [7_650]


def test_by_subject_primary_is_a_subject_and_a_percentage_alone_is_kept():
    table = recruitment(TOLD, ["subject"]).set_index("subject")
    assert table.loc["Physics", "of_target"] == 0.77
    assert pd.isna(table.loc["Physics", "recruits"])
    assert table.loc["Primary", "recruits"] == 9_645


def test_a_zero_target_has_no_percentage_and_no_split():
    table = recruitment(rows(("r", "2024/25", "Primary", "All", "All", 0, 10, None)), ["phase"])
    assert pd.isna(table.loc[0, "of_target"])
    assert np.isnan(change(pd.Series({"target": 0, "recruits": 1}), pd.Series({"target": 2, "recruits": 1}))).all()


COUNT = st.integers(1, 50_000)


@given(COUNT, COUNT, COUNT, COUNT)
def test_the_two_parts_add_up_to_the_change_exactly(target, recruits, later_target, later_recruits):
    before = pd.Series({"target": target, "recruits": recruits})
    after = pd.Series({"target": later_target, "recruits": later_recruits})
    split = change(before, after)
    assert split["change"] == pytest.approx(later_recruits / later_target - recruits / target)
    assert split["from_recruits"] + split["from_target"] == pytest.approx(split["change"], abs=1e-9)


@given(COUNT, COUNT, COUNT)
def test_what_did_not_move_has_no_part_in_it(target, recruits, later):
    same_target = change(*(pd.Series({"target": target, "recruits": n}) for n in (recruits, later)))
    same_recruits = change(*(pd.Series({"target": n, "recruits": recruits}) for n in (target, later)))
    assert same_target["from_target"] == pytest.approx(0.0, abs=1e-12)
    assert same_recruits["from_recruits"] == pytest.approx(0.0, abs=1e-12)


def test_a_lower_target_and_more_recruits_both_lift_the_percentage():
    both = pd.DataFrame({"year": ["2024/25", "2025/26"], "target": [9_400, 7_650], "recruits": [8_272, 9_645]})
    split = changes(both, []).iloc[0]
    assert split["change"] == pytest.approx(1.260784 - 0.88, abs=1e-6)
    assert split["from_recruits"] > 0
    assert split["from_target"] > 0
