"""Every authority one hexagon, read as data."""

import pandas as pd

from hubdata.figures.spread.tiles import tiles
from hubdata.palette import INK, MISSING, SEQUENCE

PLACES = pd.DataFrame({"la": ["E1", "E2", "E3"], "x": [0, 1, 0.5], "y": [0, 0, 1]})
COLOURS = [SEQUENCE[0], SEQUENCE[4], MISSING]


def drawn(**more):
    (hexagons,) = tiles(PLACES, colours=COLOURS, says=["a", "b", "c"], **more).data
    return hexagons


def test_every_authority_has_its_place_its_colour_and_its_words():
    assert list(drawn().x) == [0, 1, 0.5]
    assert list(drawn().marker.color) == COLOURS
    assert list(drawn().customdata) == ["a", "b", "c"]


def test_the_chosen_one_is_outlined():
    assert list(drawn(highlight="E2").marker.line.color).index(INK) == 1
    assert INK not in drawn().marker.line.color


def test_hexagons_keep_their_shape():
    axis = tiles(PLACES, colours=COLOURS, says=["a", "b", "c"]).layout.yaxis
    assert (axis.scaleanchor, axis.scaleratio) == ("x", 1)
