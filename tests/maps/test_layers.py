"""Layers read as the message the browser gets: colours, marks, words, and nothing that fetches."""

import json

import numpy as np
import pandas as pd
import pytest

from hubdata.maps import areas, marks
from hubdata.maps.classes import percent_classes
from hubdata.maps.deck import deck
from hubdata.maps.layers import Map
from hubdata.maps.seen import view_of
from hubdata.palette import INK, MISSING, NOT_REACHED, REACHED, SEQUENCE, rgba

FIFTHS = percent_classes(0, 20, 40, 60, 80)
SQUARE = {"type": "MultiPolygon", "coordinates": [[[[0, 51], [1, 51], [1, 52], [0, 51]]]]}
SHAPES = {"A": SQUARE, "B": SQUARE, "C": SQUARE, "D": SQUARE}
TABLE = pd.DataFrame({"code": ["A", "B", "C"], "value": [0.05, 0.95, None], "say": ["A: 5%", "B: 95%", "C: 2 of 4"]})
VIEW = view_of((-5.7, 49.9, 1.8, 55.8), width=600, height=400)


def message(*layers) -> list[dict]:
    return json.loads(deck(Map(layers, VIEW)).to_json())["layers"]


@pytest.fixture
def features() -> dict[str, dict]:
    (layer,) = message(areas.shaded(SHAPES, TABLE, FIFTHS))
    return {feature["properties"]["code"]: feature["properties"] for feature in layer["data"]["features"]}


def test_every_area_is_filled_with_its_class(features):
    assert features["A"]["fill"] == rgba(SEQUENCE[0])
    assert features["B"]["fill"] == rgba(SEQUENCE[4])


def test_missing_has_its_own_colour_and_its_words(features):
    assert features["C"] == {"code": "C", "fill": rgba(MISSING), "say": "C: 2 of 4"}


def test_an_area_without_a_row_is_drawn_as_missing(features):
    assert features["D"]["fill"] == rgba(MISSING)
    assert features["D"]["say"] == "No schools"


def test_every_class_is_outlined_and_can_be_picked():
    (layer,) = message(areas.shaded(SHAPES, TABLE, FIFTHS))
    assert layer["id"] == "areas"
    assert layer["getLineWidth"] >= 1
    assert layer["pickable"] is True


@pytest.mark.parametrize("quiet", [True, False])
def test_plain_land_cannot_be_picked_and_a_quiet_boundary_is_not_filled(quiet):
    (layer,) = message(areas.land(SHAPES, quiet=quiet))
    assert layer["pickable"] is False
    assert layer.get("filled", True) is not quiet


def test_schools_carry_one_or_nought_and_the_browser_knows_both_colours():
    points = np.array([[0.1, 51.5], [0.2, 51.6]])
    (layer,) = message(marks.schools(points, pd.Series([True, False]), ["In", "Out"]))
    assert [(row["p"], row["c"], row["say"]) for row in layer["data"]] == [
        ([0.1, 51.5], 1, "In"),
        ([0.2, 51.6], 0, "Out"),
    ]
    reached, missed = layer["getFillColor"].split("?")[1].split(":")
    assert (json.loads(reached), json.loads(missed)) == (rgba(REACHED), rgba(NOT_REACHED))


def test_a_school_not_reached_differs_by_its_edge_too():
    (layer,) = message(marks.schools(np.array([[0.0, 51.0]]), pd.Series([False]), ["Out"]))
    assert str(rgba(INK)) in layer["getLineColor"]


def test_lead_schools_are_ringed_and_larger_than_schools():
    (schools, leads) = message(
        marks.schools(np.array([[0.0, 51.0]]), pd.Series([True]), ["School"]),
        marks.leads(np.array([[0.0, 51.0]]), ["Lead"], small=False),
    )
    assert leads["getRadius"] > schools["radiusMinPixels"]
    assert leads["getFillColor"] == rgba("#FFFFFF")
    assert leads["getLineColor"] == rgba(INK)


def test_names_are_drawn_where_they_are_said_to_be():
    (layer,) = message(areas.labels(pd.DataFrame({"lon": [-1.5], "lat": [53.0], "name": ["North"]})))
    assert layer["data"] == [{"p": [-1.5, 53.0], "t": "North"}]
    assert layer["pickable"] is False


def test_no_points_are_an_empty_layer():
    nobody = np.empty((0, 2))
    (schools, leads) = message(
        marks.schools(nobody, pd.Series([], dtype=bool), []), marks.leads(nobody, [], small=True)
    )
    assert schools["data"] == leads["data"] == []
