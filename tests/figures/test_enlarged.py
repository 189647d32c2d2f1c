"""A picture for a room: letters and marks larger, numbers and places as they were."""

import plotly.graph_objects as go
import pytest

from hubdata.figures.enlarged import LETTERS, LINES, MARKS, enlarged
from hubdata.figures.template import TEMPLATE
from hubdata.maps.deck import deck, larger, layer, view_of

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
    bounds = (-6.0, 50.0, 2.0, 56.0)
    names = layer("TextLayer", [], name="names", get_size=13)
    leads = layer("ScatterplotLayer", [], name="leads", get_radius=2.0, radius_units="'pixels'")
    circle = layer("ScatterplotLayer", [], name="radius", get_radius=10_000, radius_units="'meters'")
    small = deck([names, leads, circle], view_of(bounds, width=600, height=400))
    large = larger(small, 2)
    assert large.initial_view_state.zoom == pytest.approx(small.initial_view_state.zoom + 1, abs=0.01)
    assert [each.id for each in large.layers] == ["names", "leads", "radius"]
    assert large.layers[0].get_size > 1.8 * names.get_size
    assert large.layers[1].get_radius > leads.get_radius
    assert large.layers[2].get_radius == circle.get_radius
    assert (names.get_size, leads.get_radius) == (13, 2.0)
