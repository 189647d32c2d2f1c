"""Two groups on every row with their intervals, read as data."""

import pandas as pd
import pytest

from hubdata.figures.paired_intervals import paired_intervals
from hubdata.palette import RURAL, URBAN

TABLE = pd.DataFrame(
    {
        "kind": ["small", "large", "small"], "place": ["Rural", "Rural", "Urban"], "count": [20, 0, 450],
        "schools": [200, 50, 900], "rate": [0.1, 0.0, 0.5], "low": [0.07, 0.0, 0.47], "high": [0.15, 0.07, 0.53],
    }
)  # fmt: skip


@pytest.fixture
def figure():
    return paired_intervals(TABLE, label="kind", group="place", colours={"Rural": RURAL, "Urban": URBAN})


def test_every_mark_is_at_its_rate_with_its_interval(figure):
    rural, urban = figure.data
    assert (list(rural.x), list(urban.x)) == ([0.1, 0.0], [0.5])
    assert rural.x[0] - rural.error_x.arrayminus[0] == pytest.approx(0.07)
    assert rural.x[0] + rural.error_x.array[0] == pytest.approx(0.15)
    assert rural.marker.symbol != urban.marker.symbol
    assert (rural.marker.color, urban.marker.color) == (RURAL, URBAN)


def test_marks_stand_in_their_row_and_do_not_cover_each_other(figure):
    rural, urban = figure.data
    assert list(figure.layout.yaxis.ticktext) == ["small", "large"]
    assert [round(y) for y in (*rural.y, *urban.y)] == [0, 1, 0]
    assert urban.y[0] - rural.y[0] > 0.3


def test_no_bar_or_mark_is_cut_off(figure):
    left, right = figure.layout.xaxis.range
    assert left < 0
    assert right > TABLE["high"].max()


def test_a_mark_says_its_numbers_and_its_interval(figure):
    assert "10.0% (20 of 200)" in figure.data[0].customdata[0]
    assert "7.0% to 15.0%" in figure.data[0].customdata[0]
    assert "Rural" in figure.layout.annotations[0].text


def test_a_name_from_data_is_shown_and_not_read():
    figure = paired_intervals(TABLE.assign(kind="<b>x</b>"), label="kind", group="place", colours={})
    assert figure.layout.yaxis.ticktext == ("&lt;b&gt;x&lt;/b&gt;",)
    assert "<b>" not in figure.data[0].customdata[0]
