"""The one look of every chart, and the mark on illustrative ones."""

import plotly.graph_objects as go

from hubdata.figures.template import TEMPLATE, marked_illustrative
from hubdata.palette import INK


def test_letters_are_large_enough_to_read():
    layout = TEMPLATE.layout
    assert layout.font.size >= 14
    assert min(layout.xaxis.tickfont.size, layout.yaxis.tickfont.size, layout.xaxis.title.font.size) >= 14


def test_nothing_is_left_to_another_template():
    """Plotly's own default turns nearly black once Streamlit is imported."""
    layout = TEMPLATE.layout
    assert layout.font.color == INK
    assert layout.paper_bgcolor == layout.plot_bgcolor == "white"


def test_the_mark_is_on_a_copy():
    plain = go.Figure()
    marked = marked_illustrative(plain)
    assert [note.text for note in marked.layout.annotations] == ["ILLUSTRATIVE DATA"]
    assert not plain.layout.annotations
