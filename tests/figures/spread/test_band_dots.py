"""One dot an area along a scale, read as data: none lost, none on another, each on its side of the band."""

from html import unescape

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdata.figures.spread.band_dots import BIN, band_dots
from hubdata.palette import FOCUS, NOT_REACHED

SIZES = pd.Series([150, 199, 200, 201, 205, 300, 301, 640])
BAND = (200, 300)


def drawn(values: pd.Series):
    return band_dots(values, values.astype("str"), band=BAND, unit="schools")


def test_both_ends_of_the_band_are_inside_it():
    inside, outside = drawn(SIZES).data
    assert sorted(value for _, value in inside.customdata) == [200, 201, 205, 300]
    assert sorted(value for _, value in outside.customdata) == [150, 199, 301, 640]


def test_inside_and_outside_differ_in_colour_and_in_shape():
    inside, outside = drawn(SIZES).data
    assert (inside.marker.color, outside.marker.color) == (FOCUS, NOT_REACHED)
    assert inside.marker.symbol != outside.marker.symbol


def test_the_band_is_shaded_and_named():
    figure = drawn(SIZES)
    (band,) = figure.layout.shapes
    assert (band.x0, band.x1) == BAND
    assert any("200 to 300" in note.text for note in figure.layout.annotations)


def test_the_axis_says_what_is_counted():
    assert "schools" in drawn(SIZES).layout.xaxis.title.text.lower()


@given(st.lists(st.integers(min_value=0, max_value=2000) | st.none(), max_size=60))
def test_every_known_area_has_a_place_of_its_own_near_its_value(values):
    known = [value for value in values if value is not None]
    points = [
        (x, y, value)
        for trace in drawn(pd.Series(values, dtype="Float64")).data
        for x, y, (_, value) in zip(trace.x, trace.y, trace.customdata, strict=True)
    ]
    assert sorted(value for *_, value in points) == sorted(known)
    assert len({(x, y) for x, y, _ in points}) == len(points)
    assert all(abs(x - value) <= BIN / 2 for x, _, value in points)


def test_no_area_at_all_is_an_empty_picture():
    assert sum(len(trace.x) for trace in drawn(pd.Series([], dtype=float)).data) == 0


@pytest.mark.parametrize("name", ["<b>Bold</b>", "A & B"])
def test_names_are_on_hover_as_they_are_written(name):
    figure = band_dots(pd.Series([250]), pd.Series([name]), band=BAND, unit="schools")
    shown = figure.data[0].customdata[0][0]
    assert unescape(shown) == name
    assert "<" not in shown
