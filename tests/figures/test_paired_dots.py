"""Two groups on every row, read as data."""

import pandas as pd
import pytest

from hubdata.figures.paired_dots import paired_dots
from hubdata.palette import RURAL, URBAN

TABLE = pd.DataFrame(
    {
        "kind": ["small", "large", "small"], "place": ["Rural", "Rural", "Urban"], "count": [20, 0, 450],
        "schools": [200, 50, 900], "rate": [0.1, 0.0, 0.5],
    }
)  # fmt: skip


@pytest.fixture
def figure():
    return paired_dots(TABLE, label="kind", group="place", colours={"Rural": RURAL, "Urban": URBAN})


def test_every_mark_is_at_its_rate(figure):
    rural, urban = figure.data
    assert (list(rural.x), list(urban.x)) == ([0.1, 0.0], [0.5])
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
    assert right > TABLE["rate"].max()


def test_a_mark_says_its_numbers(figure):
    assert "10.0% (20 of 200)" in figure.data[0].customdata[0]
    assert "Rural" in figure.layout.annotations[0].text


def test_a_name_from_data_is_shown_and_not_read():
    figure = paired_dots(TABLE.assign(kind="<b>x</b>"), label="kind", group="place", colours={})
    assert figure.layout.yaxis.ticktext == ("&lt;b&gt;x&lt;/b&gt;",)
    assert "<b>" not in figure.data[0].customdata[0]
