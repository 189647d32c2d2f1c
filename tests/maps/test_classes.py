"""Which class a value falls in, its colour and its words: edges, missing, and nothing outside the legend."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdata.maps.classes import percent_classes
from hubdata.palette import MISSING, SEQUENCE

FIFTHS = percent_classes(0, 20, 40, 60, 80)
VALUES = st.lists(st.floats(0, 1) | st.none(), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("value", "index"), [(0.0, 0), (0.199999, 0), (0.2, 1), (0.399999, 1), (0.4, 2), (0.8, 4), (1.0, 4)]
)
def test_a_value_on_an_edge_falls_in_the_class_above(value, index):
    assert FIFTHS.of(pd.Series([value])).tolist() == [index]


def test_missing_is_no_class_and_nought_is_the_first():
    assert FIFTHS.of(pd.Series([None, 0.0], dtype=float)).tolist() == [-1, 0]
    assert FIFTHS.colour(-1) == MISSING
    assert FIFTHS.colour(0) == SEQUENCE[0] != MISSING


@given(VALUES)
def test_a_larger_value_is_never_in_a_lower_class(values):
    known = pd.Series(sorted(value for value in values if value is not None), dtype=float)
    assert FIFTHS.of(known).is_monotonic_increasing


@given(VALUES)
def test_every_colour_drawn_stands_in_the_legend(values):
    index = FIFTHS.of(pd.Series(values, dtype=float))
    legend = dict(FIFTHS.legend(index))
    assert {FIFTHS.colour(one) for one in index} <= set(legend)
    assert (MISSING in legend) == any(value is None for value in values)


def test_the_legend_has_every_class_in_order_even_an_empty_one():
    rows = FIFTHS.legend(pd.Series([0, 0]))
    assert [colour for colour, _ in rows] == list(SEQUENCE)
    assert [words for _, words in rows] == [
        "0 to under 20%", "20 to under 40%", "40 to under 60%", "60 to under 80%", "80% or more",
    ]  # fmt: skip


def test_classes_are_five_at_most_and_differ():
    assert len(FIFTHS.edges) == len(FIFTHS.words) <= 5
    assert len(set(SEQUENCE)) == len(SEQUENCE)


def test_the_index_of_the_values_is_kept():
    found = FIFTHS.of(pd.Series([0.9, None], index=["E06000001", "E06000002"], dtype=float))
    assert found.to_dict() == {"E06000001": 4, "E06000002": -1}
