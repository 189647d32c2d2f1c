"""Pictures of people, read as data: recruits against target, funnels of one cohort, ladders, before and after."""

import pandas as pd
import pytest

from hubdata.figures.people.against_target import against_target
from hubdata.figures.people.before_after import before_after
from hubdata.figures.people.cohort_funnel import cohort_funnel
from hubdata.figures.people.ladder import ladder
from hubdata.palette import FOCUS, NOT_REACHED

TARGETS = pd.DataFrame(
    {
        "year": ["2022/23", "2023/24", "2024/25", "2025/26"],
        "target": [1000, 1000, None, 1000],
        "recruits": [1100, 620, 500, None],
        "of_target": [1.1, 0.62, None, None],
    }
)
STAGES = pd.DataFrame(
    {
        "stage": ["Starts", "QTS", "Year 1", "Year 5"],
        "people": [1000, 900, 720, None],
        "of_previous": [None, 0.9, 0.8, None],
        "of_first": [1.0, 0.9, 0.72, None],
        "mark": ["", "", "", "not yet observable"],
    }
)
COHORTS = pd.DataFrame(
    {
        "cohort": [2019, 2020, 2021], "period": ["before", "before", "after"], "rate": [0.8, 0.82, 0.81],
        "low": [0.78, 0.8, 0.79], "high": [0.82, 0.84, 0.83], "expected": [0.8, 0.82, 0.84],
        "expected_low": [0.78, 0.8, 0.8], "expected_high": [0.82, 0.84, 0.88],
    }
)  # fmt: skip


def texts(figure) -> list[str]:
    beside = [text.replace("<br>", " ") for text in figure.layout.yaxis.ticktext or ()]
    return [*beside, *(note.text for note in figure.layout.annotations)]


def dots(figure):
    (found,) = [trace for trace in figure.data if trace.mode == "markers"]
    return found


def test_a_row_without_a_share_has_words_but_no_dot():
    figure = against_target(TARGETS, label="year")
    assert list(dots(figure).x) == [1.1, 0.62]
    assert any("no target" in text and "500 recruits" in text for text in texts(figure))
    assert any("recruits not published, target 1,000" in text for text in texts(figure))
    assert not any("nan" in text for text in texts(figure))


def test_met_and_missed_differ_by_colour_and_by_shape():
    marker = dots(against_target(TARGETS, label="year")).marker
    assert list(marker.color) == [FOCUS, NOT_REACHED]
    assert marker.symbol[0] != marker.symbol[1]


def test_a_share_stands_with_both_its_counts():
    assert any("62%" in text and "620 of 1,000" in text for text in texts(against_target(TARGETS, label="year")))


def test_counts_that_nobody_published_are_said_once_under_all_rows():
    figure = against_target(TARGETS.assign(recruits=None), label="year")
    assert "not published" in figure.layout.xaxis.title.text
    assert not any("not published" in text for text in texts(figure) if "%" in text)
    partly = against_target(TARGETS.assign(recruits=[1100, None, None, None]), label="year")
    assert any("62%" in text and "count not published" in text for text in texts(partly))
    assert partly.layout.xaxis.title.text is None


def test_the_scale_begins_at_nought_and_holds_every_share():
    low, high = against_target(TARGETS, label="year").layout.xaxis.range
    assert low == 0
    assert high > 1.1


def test_targets_without_any_share_are_still_a_picture():
    nothing = TARGETS.assign(of_target=pd.Series([None] * 4, dtype=float))
    assert against_target(nothing, label="year").layout.xaxis.range[1] >= 1


def test_a_funnel_has_true_widths_about_one_middle():
    (bars,) = cohort_funnel(STAGES).data
    assert list(bars.x[:3]) == [1000, 900, 720]
    assert list(bars.base[:3]) == [-500, -450, -360]


def test_a_stage_not_yet_observable_is_hatched_and_never_nought():
    (bars,) = cohort_funnel(STAGES).data
    assert list(bars.marker.pattern.shape) == ["", "", "", "/"]
    assert any("Year 5" in text and "not yet observable" in text for text in texts(cohort_funnel(STAGES)))


def test_every_stage_has_its_number_and_both_shares():
    (first,) = [text for text in texts(cohort_funnel(STAGES)) if text.startswith("Starts")]
    (third,) = [text for text in texts(cohort_funnel(STAGES)) if text.startswith("Year 1")]
    assert "1,000" in first
    assert "%" not in first
    assert all(part in third for part in ("720", "72.0% of first", "80.0% of previous"))


def test_a_ladder_has_a_bar_for_every_known_rung():
    rungs = pd.DataFrame({"rung": ["ECT", "NPQ"], "people": [100, None]})
    figure = ladder(rungs, label="rung", value="people", says=["100", "–"])
    assert figure.data[0].x[0] == 100
    assert pd.isna(figure.data[0].x[1])
    assert [text.split("  ")[0] for text in texts(figure)] == ["ECT", "NPQ"]
    assert figure.layout.xaxis.rangemode == "tozero"


def test_cohorts_before_and_after_differ_and_stand_beside_the_trend():
    figure = before_after(COHORTS, since="The framework begins")
    marks = {trace.marker.symbol: list(trace.y) for trace in figure.data if trace.mode == "markers"}
    assert sorted(marks.values()) == [[0.8, 0.82], [0.81]]
    (trend,) = [trace for trace in figure.data if trace.line.dash == "dash"]
    assert list(trend.y) == pytest.approx([0.8, 0.82, 0.84])
    assert "The framework begins" in texts(figure)


def test_without_later_cohorts_nothing_has_begun():
    assert not texts(before_after(COHORTS.head(2), since="The framework begins"))
