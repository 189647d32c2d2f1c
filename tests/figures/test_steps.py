"""Counts by date, read as data: published figures as dots, a known history as a line, the target beside them."""

import math

import pandas as pd
import pytest

from hubdata.figures.steps import steps
from hubdata.palette import FOCUS, NOT_REACHED

DAYS = pd.to_datetime(["2011-09-01", "2013-06-30", "2016-07-01", "2018-03-12"])
PUBLISHED = pd.DataFrame({"as_at": DAYS, "value": [100, 360, 700, 808], "status": "published"})
HISTORY = pd.DataFrame({"as_at": DAYS[:2], "value": [100, 350], "status": "illustrative"})
TARGET = (pd.Timestamp("2015-12-31"), 500)
EVENTS = [(pd.Timestamp("2010-11-24"), "White Paper")]


def drawn(counts: pd.DataFrame, target=TARGET):
    return steps(counts, unit="teaching schools", target=target, events=EVENTS)


def by_mode(figure, mode: str):
    return [trace for trace in figure.data if mode in trace.mode]


def test_published_figures_alone_are_dots_with_their_numbers():
    dots = drawn(PUBLISHED).data[0]
    assert dots.mode == "markers+text"
    assert list(dots.text) == ["100", "360", "700", "808"]
    assert list(dots.y) == [100, 360, 700, 808]


def test_a_known_history_is_a_stepped_line_under_the_published_dots():
    figure = drawn(pd.concat([PUBLISHED, HISTORY]))
    line, dots = figure.data[0], figure.data[1]
    assert (line.mode, line.line.shape, list(line.y)) == ("lines", "hv", [100, 350])
    assert (dots.mode, dots.marker.color, dots.marker.line.color) == ("markers", "white", FOCUS)


def test_single_days_are_never_joined_by_a_line():
    assert [trace.line.dash for trace in by_mode(drawn(PUBLISHED), "lines")] == ["dash"]


def test_the_target_is_a_line_to_its_day_and_a_diamond_on_it():
    line, diamond = drawn(PUBLISHED).data[-2:]
    assert list(line.y) == [500, 500]
    assert pd.Timestamp(line.x[-1]) == pd.Timestamp(diamond.x[0]) == TARGET[0]
    assert (diamond.marker.symbol, diamond.marker.color) == ("diamond", NOT_REACHED)
    assert any("500" in note.text for note in drawn(PUBLISHED).layout.annotations)


def test_a_unit_without_a_target_has_none():
    figure = drawn(PUBLISHED, target=None)
    assert len(figure.data) == 1
    assert not any("Target" in note.text for note in figure.layout.annotations)


def test_events_are_lines_with_words():
    figure = drawn(PUBLISHED)
    assert pd.Timestamp(figure.layout.shapes[0].x0) == EVENTS[0][0]
    assert any(note.text == "White Paper" for note in figure.layout.annotations)


def test_no_line_of_an_event_runs_through_the_words_of_another_or_through_a_number():
    near = [(pd.Timestamp("2010-11-24"), "White Paper"), (DAYS[0], "First 100"), (pd.Timestamp("2021-08-31"), "End")]
    figure = steps(PUBLISHED, unit="teaching schools", target=TARGET, events=near)
    tops = [shape.y1 for shape in figure.layout.shapes]
    notes = {note.text: note for note in figure.layout.annotations}
    assert tops[1] < tops[0], "the line ends below the words of its neighbour"
    assert [notes[words].y for _, words in near] == tops
    assert notes["End"].xanchor == "right"
    assert list(figure.data[0].textposition) == ["middle right", "top center", "top center", "top center"]


def test_the_scale_begins_at_nought_and_holds_everything():
    low, high = drawn(PUBLISHED).layout.yaxis.range
    assert low == 0
    assert high > 808
    assert drawn(HISTORY).layout.yaxis.range[1] > 500, "the target stands above the counts"


def test_what_is_counted_is_said_on_hover():
    line, dots = drawn(pd.concat([PUBLISHED, HISTORY])).data[:2]
    assert "teaching schools" in line.hovertemplate
    assert "teaching schools, published" in dots.hovertemplate


@pytest.mark.parametrize("target", [TARGET, None])
def test_no_counts_are_an_empty_picture_with_a_scale(target):
    low, high = drawn(PUBLISHED.head(0), target).layout.yaxis.range
    assert low == 0
    assert math.isfinite(high)
