"""Areas against chance, read as data: every area once, in the look of its verdict, between its limits."""

import pandas as pd
import pytest

from hubdata.figures.spread.funnel_plot import LOOK, funnel_plot

AREAS = pd.DataFrame(
    {
        "la_name": ["Ash", "Bow", "Cam", "Dee"],
        "reached": [2, 40, 90, 30],
        "schools": [40, 60, 100, 30],
        "rate": [0.05, 2 / 3, 0.9, 1.0],
        "low95": [0.5, 0.55, 0.6, 0.4],
        "high95": [0.8, 0.78, 0.76, 0.85],
        "low998": [0.4, 0.45, 0.5, 0.3],
        "high998": [0.9, 0.88, 0.85, 0.95],
        "verdict": ["below", "within", "above", "above"],
    }
)


def marks(figure) -> dict[str, tuple]:
    """What is said on hover, by the symbol of the mark."""
    return {trace.marker.symbol: tuple(trace.customdata) for trace in figure.data if trace.mode == "markers"}


def test_every_area_is_drawn_once_in_the_look_of_its_verdict():
    drawn = marks(funnel_plot(AREAS, name="la_name"))
    assert [said.split(":")[0] for said in drawn[LOOK["below"][1]]] == ["Ash"]
    assert [said.split(":")[0] for said in drawn[LOOK["within"][1]]] == ["Bow"]
    assert sorted(said.split(":")[0] for said in drawn[LOOK["above"][1]]) == ["Cam", "Dee"]


def test_verdicts_differ_by_shape_as_well_as_colour():
    low, high = LOOK["below"], LOOK["above"]
    assert low[0] != high[0]
    assert len({symbol for _, symbol, _ in LOOK.values()}) >= 4


def test_limits_are_four_lines_in_the_order_of_size():
    lines = [trace for trace in funnel_plot(AREAS, name="la_name").data if trace.mode == "lines"]
    assert len(lines) == 4
    assert all(list(line.x) == [30, 40, 60, 100] for line in lines)
    assert {line.line.dash for line in lines} == {"solid", "dash"}


def test_the_overall_rate_is_the_share_of_all_schools():
    assert funnel_plot(AREAS, name="la_name").layout.shapes[0].y0 == pytest.approx(162 / 230)


def test_the_chosen_area_is_named_beside_its_mark():
    notes = funnel_plot(AREAS, name="la_name", highlight="Cam").layout.annotations
    (chosen,) = [note for note in notes if "Cam" in note.text]
    assert (chosen.x, chosen.y) == (100, 0.9)


@pytest.mark.parametrize("highlight", [None, "England"])
def test_nothing_is_named_when_nothing_is_chosen(highlight):
    notes = funnel_plot(AREAS, name="la_name", highlight=highlight).layout.annotations
    assert {note.text for note in notes} == {"99.8%", "95%"}


def test_no_areas_are_an_empty_picture():
    figure = funnel_plot(AREAS.head(0), name="la_name")
    assert sum(len(trace.x) for trace in figure.data) == 0
