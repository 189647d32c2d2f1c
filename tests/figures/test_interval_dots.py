"""Rates with intervals, read as data: where the dots are, what is beside them, and what is left undrawn."""

import pandas as pd
import pytest

from hubdata.figures.interval_dots import interval_dots
from hubdata.figures.template import TEMPLATE
from hubdata.palette import FOCUS, PRIMARY

RATES = pd.DataFrame(
    {
        "group": ["Primary, rural", "Primary, urban", "Secondary, rural"],
        "reached": [30, 900, 2],
        "schools": [60, 1200, 4],
        "rate": [0.5, 0.75, 0.5],
        "low": [0.377, 0.725, 0.15],
        "high": [0.623, 0.774, 0.85],
        "mark": ["", "", "u"],
    }
)


def words(figure) -> list[str]:
    beside = [text.replace("<br>", " ") for text in figure.layout.yaxis.ticktext]
    return [*beside, *(note.text for note in figure.layout.annotations)]


@pytest.fixture
def figure():
    return interval_dots(RATES, label="group", colours={"Primary, rural": PRIMARY}, reference=("all England", 0.6))


def test_each_row_is_a_dot_at_its_rate_with_its_interval(figure):
    (dots,) = figure.data
    assert list(dots.x[:2]) == [0.5, 0.75]
    assert dots.error_x.array[0] == pytest.approx(0.623 - 0.5)
    assert dots.error_x.arrayminus[0] == pytest.approx(0.5 - 0.377)


def test_rows_stand_in_the_order_of_the_table_from_the_top(figure):
    assert list(figure.data[0].y) == [0, 1, 2]
    bottom, top = figure.layout.yaxis.range
    assert top < 0 < 2 < bottom


def test_fewer_than_ten_schools_have_numbers_but_no_dot(figure):
    assert pd.isna(figure.data[0].x[2])
    assert any("2 of 4" in text and "too few" in text for text in words(figure))
    assert not any("%" in text and "of 4" in text for text in words(figure))


def test_every_row_is_named_and_numbered_beside_it(figure):
    for group in RATES["group"]:
        assert any(group in text for text in words(figure))
    assert any("50%" in text and "30 of 60" in text for text in words(figure))
    assert any("75.0%" in text and "900 of 1,200" in text for text in words(figure))
    assert list(figure.layout.yaxis.tickvals) == list(figure.data[0].y), "a name stands level with its dot"


def test_nothing_is_written_over_a_dot_or_its_interval(figure):
    assert [note.text for note in figure.layout.annotations] == ["all England 60.0%"]
    assert figure.layout.annotations[0].yref == "paper"
    assert figure.layout.annotations[0].y == 1


def test_a_named_group_keeps_its_colour_and_the_rest_take_the_accent(figure):
    assert list(figure.data[0].marker.color) == [PRIMARY, FOCUS, FOCUS]


def test_the_reference_is_a_line_with_its_name(figure):
    (line,) = figure.layout.shapes
    assert line.x0 == line.x1 == 0.6
    assert "all England 60.0%" in words(figure)


def test_without_a_reference_there_is_no_line():
    assert not interval_dots(RATES, label="group").layout.shapes


def test_the_axis_is_the_whole_share_and_the_look_is_ours(figure):
    low, high = figure.layout.xaxis.range
    assert low <= 0
    assert high >= 1
    assert figure.layout.xaxis.tickformat == ".0%"
    assert figure.layout.template == TEMPLATE


def test_a_long_name_takes_more_lines_and_every_row_more_height():
    long = RATES.assign(group=["Rural town and fringe in a sparse setting", "Urban & major", "City"])
    tall = interval_dots(long, label="group")
    assert tall.layout.yaxis.ticktext[0].startswith("Rural town and fringe in a<br>sparse setting<br>")
    assert tall.layout.yaxis.ticktext[1].startswith("Urban &amp; major<br>")
    assert tall.layout.height - interval_dots(RATES, label="group").layout.height == 3 * 19


def test_the_table_is_left_alone():
    before = RATES.copy()
    interval_dots(RATES, label="group")
    pd.testing.assert_frame_equal(RATES, before)


def test_no_rows_are_an_empty_picture_not_an_error():
    assert list(interval_dots(RATES.head(0), label="group").data[0].x) == []


def test_text_on_hover_is_the_interval(figure):
    assert "37.7%" in figure.data[0].customdata[0]
    assert "62.3%" in figure.data[0].customdata[0]
