"""A view as its reader gets it: every text on screen, by where it stands, and the table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

import pandas as pd
import plotly.graph_objects as go

from hubdata.maps.layers import Map
from hubdata.views.view import View

BEHIND = re.compile(r"verdict|spot|by_lot|(^|_)(low|high)(_|$)|lot_")


@dataclass(frozen=True)
class Read:
    """One view: where it is, its texts as (place on the page, words), its table, and the area it is of."""

    address: str
    texts: tuple[tuple[str, str], ...]
    table: pd.DataFrame = field(default_factory=pd.DataFrame)
    area: str = ""
    judged: bool = False

    def all(self, *where: str) -> Iterator[str]:
        """The words that stand there; of everywhere where nobody says."""
        return (text for place, text in self.texts if not where or place in where)


def read(address: str, view: View, area: str) -> Read:
    """Everything that the view says."""
    texts = [("title", view.title), ("finding", view.finding), ("definition", view.definition)]
    texts += [("notes", note) for note in view.proof.notes]
    texts += [("method", text) for text in view.method]
    if view.legend:
        entries = [words for _, words in view.legend.areas] + [words for *_, words in view.legend.marks]
        texts += [("legend", text) for text in (view.legend.title, *entries)]
    texts += [("picture", text) for text in dict.fromkeys(_drawn(view.drawing))]
    return Read(address, tuple(texts), view.proof.table, area, _is_judged(view))


def _is_judged(view: View) -> bool:
    """Whether something stands behind a word such as clearly: a verdict, a band of lots, or a range that has values."""
    behind = [name for name in view.proof.table if BEHIND.search(name)]
    return bool(view.proof.table[behind].notna().any().any()) or any(BEHIND.search(name) for name in view.proof.facts)


def _drawn(drawing: go.Figure | Map | None) -> Iterator[str]:
    if isinstance(drawing, Map):
        return _mapped(drawing)
    return _charted(drawing) if drawing is not None else iter(())


def _mapped(drawing: Map) -> Iterator[str]:
    for layer in drawing.layers:
        if layer.name == "leads":
            continue  # names of schools, the same on every map
        says = getattr(layer, "says", None)
        yield from (says.values() if hasattr(says, "values") else says if says is not None else ())


def _charted(drawing: go.Figure) -> Iterator[str]:
    layout = drawing.layout
    yield from (note.text for note in layout.annotations if note.text)
    for axis in chain(drawing.select_xaxes(), drawing.select_yaxes()):
        yield from (text for text in (axis.title.text, *_texts(axis.ticktext)) if text)
    for trace in drawing.data:
        yield from (text for name in ("name", "text", "hovertext") for text in _texts(getattr(trace, name, None)))


def _texts(value: object) -> list[str]:
    if value is None:
        return []
    return [value] if isinstance(value, str) else [text for text in value if isinstance(text, str)]
