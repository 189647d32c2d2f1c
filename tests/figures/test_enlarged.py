"""A picture for a room: letters and marks larger, numbers and places as they were."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from hubdata.figures.enlarged import LETTERS, LINES, MARKS, enlarged
from hubdata.figures.template import TEMPLATE
from hubdata.maps import areas, marks
from hubdata.maps.layers import Map
from hubdata.maps.seen import view_of

HEIGHT = 550


@pytest.fixture
def figure() -> go.Figure:
    drawn = go.Figure(
        go.Scatter(
            x=[1, 2], y=[3, 4], marker={"size": 10}, line={"width": 3}, error_x={"array": [1, 1], "thickness": 3}
        )
    )
    return drawn.update_layout(
        template=TEMPLATE, height=300, annotations=[{"text": "a", "x": 1, "y": 2, "font": {"size": 13}}]
    )


def test_letters_marks_and_lines_grow(figure):
    seen = enlarged(figure, HEIGHT)
    assert seen.layout.annotations[0].font.size == pytest.approx(13 * LETTERS)
    assert seen.data[0].marker.size == pytest.approx(10 * MARKS)
    assert seen.data[0].line.width == pytest.approx(3 * LINES)
    assert seen.layout.template.layout.xaxis.tickfont.size == pytest.approx(14 * LETTERS)
    assert seen.layout.height == HEIGHT


def test_what_is_shown_stays(figure):
    seen = enlarged(figure, HEIGHT)
    assert list(seen.data[0].x) == [1, 2]
    assert list(seen.data[0].error_x.array) == [1, 1]
    assert (seen.layout.annotations[0].x, seen.layout.annotations[0].y) == (1, 2)
    assert figure.layout.height == 300
    assert figure.layout.annotations[0].font.size == 13


def test_a_map_grows_with_its_names_and_marks_and_distances_stay():
    names = areas.labels(pd.DataFrame({"lon": [-1.5], "lat": [53.0], "name": ["North"]}))
    leads = marks.leads(np.array([[-1.5, 53.0]]), ["Lead"], small=True)
    schools = marks.schools(np.array([[-1.5, 53.0]]), pd.Series([True]), ["School"])
    circle = marks.circle((-1.5, 53.0), 10)
    small = Map((names, leads, schools, circle), view_of((-6.0, 50.0, 2.0, 56.0), width=600, height=400))
    large = small.larger(2)
    assert large.seen.zoom == pytest.approx(small.seen.zoom + 1, abs=0.01)
    assert [each.name for each in large.layers] == ["names", "leads", "schools", "radius"]
    assert large.layers[0].size == pytest.approx(1.85 * 13)
    assert large.layers[1].radius.size == pytest.approx(1.8 * 2.2)
    assert (large.layers[2].radius.size, large.layers[2].radius.least) == (260, pytest.approx(5.4))
    assert large.layers[3].radius.size == 10_000
    assert (names.size, leads.radius.size) == (13, 2.2)


def test_the_room_for_names_beside_the_lines_grows_with_their_letters(figure):
    seen = enlarged(figure.update_layout(margin={"r": 120, "t": 16}), HEIGHT)
    assert (seen.layout.margin.r, seen.layout.margin.t) == pytest.approx((120 * LETTERS, 16 * LETTERS))
