"""Areas beside what lots give them, read as data: a bar and a mark each, ordered by the lots and not by the rate."""

import pandas as pd
import pytest

from hubdata.figures.spread.against_lots import against_lots

AREAS = pd.DataFrame(
    {
        "la_name": ["Ash", "Bow", "Cam", "Dee"],
        "reached": [2, 40, 90, 3],
        "schools": [40, 60, 100, 8],
        "rate": [0.05, 2 / 3, 0.9, 0.375],
        "low95": [0.5, 0.55, 0.1, 0.0],
        "high95": [0.8, 0.78, 0.3, 1.0],
        "verdict": ["below", "within", "above", "too few"],
    }
)


def test_bars_stand_in_the_order_of_the_lots_and_hold_their_bands():
    bars = against_lots(AREAS, name="la_name").data[0]
    assert list(bars.base) == [0.1, 0.5, 0.55]
    assert [low + high for low, high in zip(bars.base, bars.y, strict=True)] == pytest.approx([0.3, 0.8, 0.78])


def test_every_area_that_can_be_judged_has_one_mark_in_the_shape_of_its_verdict():
    marks = against_lots(AREAS, name="la_name").data[1:]
    said = {trace.marker.symbol: [text.split(":")[0] for text in trace.customdata] for trace in marks}
    assert said == {"diamond": ["Ash"], "circle": ["Bow"], "square": ["Cam"]}


def test_the_area_on_screen_is_named():
    notes = against_lots(AREAS, name="la_name", highlight="Bow").layout.annotations
    assert [note.text for note in notes] == ["<b>Bow</b>"]
