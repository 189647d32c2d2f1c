"""Pictures of differences, read as data: pairs, parts that add up, what moved a share, Lorenz, years with intervals."""

import pandas as pd
import pytest

from hubdata.figures.pairs import pairs
from hubdata.figures.parts import parts
from hubdata.figures.people.moved import moved
from hubdata.figures.spread.lorenz import lorenz
from hubdata.figures.spread.yearly_band import yearly_band
from hubdata.palette import FOCUS, NOT_REACHED, QUIET, RURAL, URBAN

BY_SIZE = pd.DataFrame(
    {"size": ["small", "small", "large"], "rural": ["Rural", "Urban", "Rural"], "rate": [0.2, 0.6, 0.4]}
)
SPLIT = pd.DataFrame(
    {"name": ["Size", "Phase", "Rest"], "points": [-0.10, 0.02, -0.04], "low": [-0.15, -0.01, None],
     "high": [-0.05, 0.05, None]}
)  # fmt: skip
MOVED = pd.DataFrame(
    {
        "from_year": ["2022/23", "2023/24"], "year": ["2023/24", "2024/25"], "change": [0.05, -0.2],
        "from_recruits": [0.02, -0.15], "from_target": [0.03, -0.05],
    }
)  # fmt: skip
YEARS = pd.DataFrame(
    {
        "year": ["2014/15", "2015/16", "2016/17"],
        "index": [0.2, -0.3, 0.1],
        "low": [0.1, -0.4, -0.1],
        "high": [0.3, -0.2, 0.3],
    }
)


def text(figure) -> str:
    return " ".join(note.text for note in figure.layout.annotations)


def test_a_pair_is_two_marks_of_different_shape_joined_by_their_difference():
    figure = pairs(BY_SIZE, label="size", group="rural", colours={"Rural": RURAL, "Urban": URBAN})
    joins, marks = [t for t in figure.data if t.mode == "lines"], [t for t in figure.data if t.mode == "markers"]
    assert [list(join.x) for join in joins] == [[0.2, 0.6], [0.4, 0.4]]
    assert [(mark.name, mark.marker.color) for mark in marks] == [("Rural", RURAL), ("Urban", URBAN)]
    assert marks[0].marker.symbol != marks[1].marker.symbol
    assert "Rural" in text(figure)


def test_parts_begin_where_the_last_ended_and_add_up_to_the_whole():
    (bars,) = parts(SPLIT, total="The gap").data
    assert bars.x[0] == pytest.approx(sum(bars.x[1:])) == pytest.approx(-0.12)
    assert list(bars.base[1:]) == pytest.approx([0, -0.10, -0.08])
    assert bars.base[-1] + bars.x[-1] == pytest.approx(bars.x[0])


def test_parts_are_numbered_in_points_with_their_sign():
    figure = parts(SPLIT, total="The gap")
    assert "The gap" in text(figure)
    for points in ("-12.0", "-10.0", "+2.0", "-4.0"):
        assert f"{points} points" in text(figure)
    assert "(-15.0 to -5.0)" in text(figure)
    assert "nan" not in text(figure)


def test_what_moved_a_share_adds_up_to_the_change():
    recruits, target = moved(MOVED).data
    sums = [a + b for a, b in zip(recruits.x, target.x, strict=True)]
    assert sums == pytest.approx(MOVED["change"].tolist())
    assert "+5.0" in text(moved(MOVED))
    assert "-20.0" in text(moved(MOVED))
    assert recruits.marker.color != target.marker.color
    assert moved(MOVED).layout.barmode == "relative"


def test_a_curve_is_drawn_against_the_line_of_equal_shares():
    shares = pd.DataFrame({"schools": [0, 0.5, 1], "leads": [0, 0.2, 1]})
    equal, curve = lorenz(shares, x="schools", y="leads", along="schools", up="leads", said="Gini 0.3").data
    assert list(equal.x) == list(equal.y) == [0, 1]
    assert list(curve.y) == [0, 0.2, 1]
    assert "Gini 0.3" in text(lorenz(shares, x="schools", y="leads", along="a", up="b", said="Gini 0.3"))


def test_the_words_stand_on_the_side_that_the_curve_leaves_free():
    for middle, above in ((0.2, True), (0.8, False)):
        shares = pd.DataFrame({"x": [0, 0.5, 1], "y": [0, middle, 1]})
        notes = lorenz(shares, x="x", y="y", along="a", up="b", said="c").layout.annotations
        words = next(note for note in notes if note.text == "equal shares")
        assert (words.y > words.x) == above


def test_a_year_is_coloured_only_when_its_interval_leaves_out_nought():
    (dots,) = yearly_band(YEARS, value="index", above="to the strong", below="to the weak").data
    assert list(dots.marker.color) == [FOCUS, NOT_REACHED, QUIET]
    assert list(dots.error_y.array) == pytest.approx([0.1, 0.1, 0.2])


def test_the_scale_of_years_has_nought_in_its_middle_and_holds_every_interval():
    low, high = yearly_band(YEARS, value="index", above="a", below="b").layout.yaxis.range
    assert low == -high
    assert high > 0.4


def test_one_year_is_a_point_not_a_line():
    (dots,) = yearly_band(YEARS.head(1), value="index", above="a", below="b").data
    assert dots.mode == "markers"
