"""Lines along a scale, read as data: broken where unknown, named at their ends, no name on another."""

import pandas as pd
import pytest

from hubdata.figures.curves import curves
from hubdata.palette import PRIMARY

KM = pd.DataFrame(
    {
        "km": [1, 2, 3] * 2,
        "group": ["Rural"] * 3 + ["Urban"] * 3,
        "rate": [0.1, 0.2, None, 0.3, 0.4, 0.21],
        "low": [0.0, 0.1, None, 0.2, 0.3, 0.2],
        "high": [0.2, 0.3, None, 0.4, 0.5, 0.3],
    }
)


def drawn(**more):
    return curves(KM, x="km", group="group", title="km to a lead school", **more)


def lines(figure):
    return [trace for trace in figure.data if trace.fill is None]


def ends(figure):
    return {note.text.split("</span> ")[-1]: note for note in figure.layout.annotations}


def test_each_group_is_a_line_through_its_rates():
    rural, urban = lines(drawn())
    assert list(urban.y) == [0.3, 0.4, 0.21]
    assert list(rural.y[:2]) == [0.1, 0.2]


def test_a_missing_rate_breaks_the_line():
    rural, _ = lines(drawn())
    assert pd.isna(rural.y[2])
    assert not rural.connectgaps


def test_each_line_is_named_level_with_its_end_and_beyond_every_line():
    named = ends(drawn())
    assert named["Rural"].x == named["Urban"].x == 3, "a line that ends early would have its name on another"
    assert named["Urban"].y == 0.21
    assert named["Rural"].y == pytest.approx(0.15), "0.2, moved below the name above it"


def test_each_name_has_a_piece_of_its_line_before_it():
    figure = drawn(colours={"Rural": PRIMARY, "Urban": PRIMARY})
    strokes = {name: note.text.split("</span> ")[0] for name, note in ends(figure).items()}
    assert all(PRIMARY in piece for piece in strokes.values())
    assert strokes["Rural"].endswith("━━")
    assert strokes["Urban"].endswith("┅┅")


def test_names_that_would_fall_on_each_other_are_moved_apart():
    close = KM.dropna().assign(rate=0.5).loc[lambda table: table["km"] <= 2]
    heights = sorted(note.y for note in curves(close, x="km", group="group", title="km").layout.annotations)
    assert heights[1] - heights[0] >= 0.05


def test_two_groups_of_one_colour_differ_by_their_dashes():
    rural, urban = lines(drawn(colours={"Rural": PRIMARY, "Urban": PRIMARY}))
    assert rural.line.color == urban.line.color == PRIMARY
    assert rural.line.dash != urban.line.dash


def test_the_band_runs_from_low_to_high():
    band = next(trace for trace in drawn().data if trace.fill == "toself" and 0.5 in list(trace.y))
    assert sorted(band.y) == pytest.approx([0.2, 0.2, 0.3, 0.3, 0.4, 0.5])


def test_the_scale_is_named_and_the_share_begins_at_nought():
    assert drawn().layout.xaxis.title.text == "km to a lead school"
    assert drawn().layout.yaxis.range[0] == 0


def test_a_place_on_the_scale_can_be_marked():
    assert drawn(mark=2).layout.shapes[0].x0 == 2
    assert not drawn().layout.shapes
