"""The deck: a message without padding, a style that fetches nothing, a view that shows its area whole."""

import json
import math
from typing import get_args
from urllib.parse import unquote

import numpy as np
import pydeck as pdk
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdata.exports.still_map import draw
from hubdata.maps import marks
from hubdata.maps.deck import deck, written
from hubdata.maps.layers import Areas, Layer, Map
from hubdata.maps.seen import Seen, view_of
from hubdata.palette import SEA

ENGLAND = (-5.72, 49.96, 1.76, 55.81)
VIEW = view_of(ENGLAND, width=620, height=430)
WEST, SOUTH = st.floats(-6, 1), st.floats(49.9, 55)
WIDE, HIGH = st.floats(0.02, 7), st.floats(0.02, 6)


def pixels(view: Seen, lon: float, lat: float, width: int, height: int) -> tuple[float, float]:
    """Where a point falls in a picture of the view, in Web Mercator as map libraries draw it."""
    scale = 512 * 2**view.zoom / 360

    def up(degrees: float) -> float:
        return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(degrees) / 2)))

    return width / 2 + (lon - view.longitude) * scale, height / 2 - (up(lat) - up(view.latitude)) * scale


@given(WEST, SOUTH, WIDE, HIGH, st.sampled_from([(620, 430), (1200, 430), (350, 300)]))
def test_the_view_shows_its_bounds_whole_and_no_smaller_than_it_must(west, south, wide, high, size):
    width, height = size
    bounds = (west, south, west + wide, south + high)
    view = view_of(bounds, width=width, height=height)
    left, bottom = pixels(view, bounds[0], bounds[1], width, height)
    right, top = pixels(view, bounds[2], bounds[3], width, height)
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    assert max((right - left) / width, (bottom - top) / height) > 0.85


def test_the_style_is_in_the_message_and_fetches_nothing():
    style = json.loads(deck(Map((), VIEW)).to_json())["mapStyle"]
    kind, _, body = style.partition(",")
    assert kind == "data:application/json"
    assert "#" not in body, "a bare # would end the address"
    written = json.loads(unquote(body))
    assert written["sources"] == {}
    assert written["layers"][0]["paint"]["background-color"] == SEA


def test_no_address_of_another_machine_is_in_the_message():
    text = deck(Map((marks.leads(np.array([[0.0, 51.0]]), ["Lead"], small=True),), VIEW)).to_json()
    assert "http" not in text


def test_the_message_is_as_pydeck_writes_it_without_the_padding():
    ours = deck(Map((marks.leads(np.array([[0.0, 51.0]]), ["Lead"], small=True),), VIEW))
    plain = pdk.Deck(ours.layers, initial_view_state=ours.initial_view_state, map_style=ours.map_style)
    ours_read, plain_read = json.loads(ours.to_json()), json.loads(plain.to_json())
    assert ours_read["layers"] == plain_read["layers"]
    assert ours_read["initialViewState"] == plain_read["initialViewState"]
    assert len(ours.to_json()) < len(plain.to_json())
    assert "\n" not in ours.to_json()


def test_words_on_hover_are_text_not_html():
    assert deck(Map((), VIEW))._tooltip == {"text": "{say}"}


def test_a_layer_has_the_id_that_a_selection_is_told_by():
    assert written(Areas("areas", {}, line=[0, 0, 0, 255], width=1)).id == "areas"


@pytest.mark.parametrize("drawing", [written, draw])
def test_every_kind_of_layer_is_drawn_on_screen_and_in_the_still_picture(drawing):
    assert set(get_args(Layer)) <= set(drawing.registry)


def test_a_map_is_written_once():
    drawn = Map((), VIEW)
    assert deck(drawn) is deck(drawn)
    assert deck(drawn) is not deck(Map((), VIEW))
