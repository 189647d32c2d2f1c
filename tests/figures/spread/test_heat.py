"""Shaded cells: every row and column in the order given, each with its number."""

import pandas as pd
import pytest

from hubdata.figures.spread.heat import heat
from hubdata.palette import INK, SEA, SEQUENCE

TABLE = pd.DataFrame(
    {
        "area": ["South", "South", "North", "North"],
        "role": ["one", "two", "one", "two"],
        "colour": [SEQUENCE[0], SEQUENCE[4], SEQUENCE[4], SEQUENCE[0]],
        "cell": ["5%", "90%", "95%", "10%"],
        "say": ["South, one: 5%", "South <b>two</b>", "c", "d"],
    }
)


@pytest.fixture(scope="module")
def figure():
    return heat(TABLE, row="area", column="role", heads={"one": "First<br>role"}, dark=SEQUENCE[3:])


def test_every_cell_is_shaded_and_numbered(figure):
    cells = {((s.x0 + s.x1) / 2, (s.y0 + s.y1) / 2): s.fillcolor for s in figure.layout.shapes}
    assert cells == dict(zip([(0, 0), (1, 0), (0, 1), (1, 1)], TABLE["colour"], strict=True))
    assert list(figure.data[0].text) == TABLE["cell"].tolist()


def test_letters_are_white_on_dark_cells_alone(figure):
    assert list(figure.data[0].textfont.color) == [INK, SEA, SEA, INK]


def test_rows_and_columns_are_named_once_in_their_order(figure):
    assert [note.text for note in figure.layout.annotations] == ["South", "North", "First<br>role", "two"]


def test_names_are_text_never_markup(figure):
    assert figure.data[0].customdata[1] == "South &lt;b&gt;two&lt;/b&gt;"


def test_more_rows_make_it_taller(figure):
    half = heat(TABLE.iloc[:2], row="area", column="role", heads={}, dark=())
    assert half.layout.height < figure.layout.height
