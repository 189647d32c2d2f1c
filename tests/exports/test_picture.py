"""Pictures to take away: what the screen shows is in them, with where it came from and what kind of data it is."""

import io
import shutil
from dataclasses import replace

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from PIL import Image

from hubdata.exports.picture import NoBrowser, png_bytes
from hubdata.figures.template import TEMPLATE
from hubdata.maps import areas, marks
from hubdata.maps.classes import percent_classes
from hubdata.maps.layers import Map, Names
from hubdata.maps.legend import Legend
from hubdata.maps.seen import view_of
from hubdata.palette import FOCUS, MISSING, NOT_REACHED, REACHED, SEQUENCE
from hubdata.provenance import Source, Status
from hubdata.views.view import Proof, View
from hubdata.vocabulary import WATERMARK

FIFTHS = percent_classes(0, 20, 40, 60, 80)
needs_browser = pytest.mark.skipif(
    not any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))),
    reason="charts become pictures through Chrome or Chromium: install one (apt-get install chromium)",
)


def square(west: float) -> dict:
    ring = [[west, 51], [west + 1, 51], [west + 1, 52], [west, 52], [west, 51]]
    return {"type": "MultiPolygon", "coordinates": [[ring]]}


def view(drawing, status: Status) -> View:
    proof = Proof(pd.DataFrame({"n": [1]}), ("reach",), (Source("Register", "A publisher", status),))
    legend = Legend("Share", ((SEQUENCE[4], "80% or more"), (MISSING, "No schools")))
    return View("Title", "A finding that is true of the picture.", "Definition", proof, status, drawing, legend)


def map_of(status: Status) -> View:
    table = pd.DataFrame({"code": ["A", "B"], "value": [0.9, None], "say": ["A", "B"]})
    layers = (
        areas.shaded({"A": square(-2), "B": square(-1)}, table, FIFTHS),
        marks.schools(np.array([[-1.5, 51.5], [-0.5, 51.5]]), pd.Series([True, False]), ["In", "Out"]),
    )
    return view(Map(layers, view_of((-2.2, 50.8, 0.2, 52.2), width=600, height=400)), status)


@pytest.mark.parametrize("name", ["$\\frac{", "$x^2$", "$$\\int x$$", "a \\$ b $"])
def test_dollars_in_a_name_are_dollars(name):
    drawn = map_of(Status.OFFICIAL)

    def named(said: str) -> np.ndarray:
        names = Names("names", np.array([[-1.0, 51.5]]), (said,), 12, (0, 0, 0, 255))
        layered = replace(drawn.drawing, layers=(*drawn.drawing.layers, names))
        legend = Legend(said, ((SEQUENCE[4], said),))
        return pixels(png_bytes(replace(drawn, drawing=layered, finding=said, legend=legend)))

    # Mathematics would take the marks away, and letters with them; another mark of about their width stays a mark.
    ink, as_words = (
        float((picture < 100).all(axis=2).mean()) for picture in (named(name), named(name.replace("$", "S")))
    )
    assert ink == pytest.approx(as_words, rel=0.25)


def pixels(body: bytes) -> np.ndarray:
    picture = Image.open(io.BytesIO(body))
    assert picture.format == "PNG"
    return np.asarray(picture.convert("RGB"))


def share(picture: np.ndarray, colour: str) -> float:
    wanted = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return float((np.abs(picture.astype(int) - wanted).max(axis=2) <= 3).mean())


@pytest.fixture(scope="module")
def official_map() -> np.ndarray:
    return pixels(png_bytes(map_of(Status.OFFICIAL)))


@pytest.mark.parametrize("colour", [SEQUENCE[4], MISSING, REACHED, NOT_REACHED])
def test_every_colour_of_the_map_is_in_its_picture(official_map, colour):
    assert share(official_map, colour) * official_map[..., 0].size > 40


def test_a_map_is_large_and_mostly_where_its_view_is(official_map):
    assert min(official_map.shape[:2]) >= 1500
    assert share(official_map, SEQUENCE[4]) > 0.05


def test_an_illustrative_map_has_the_word_across_it(official_map):
    marked = pixels(png_bytes(map_of(Status.ILLUSTRATIVE)))
    assert marked.shape == official_map.shape
    middle = slice(800, 1200)
    assert (marked[middle] != official_map[middle]).any(axis=2).mean() > 0.01


def test_the_circle_around_a_school_is_as_wide_as_on_the_ground():
    circle = marks.circle((-1.0, 51.5), 20)
    drawn = Map((circle,), view_of((-2.2, 50.8, 0.2, 52.2), width=600, height=400))
    dark = np.argwhere(pixels(png_bytes(view(drawn, Status.OFFICIAL)))[250:1400, 500:].max(axis=2) < 120)
    high, wide = np.ptp(dark, axis=0)
    assert wide == pytest.approx(high, rel=0.02)
    # 40 km across, over a map 200 km high that fills 1,440 of the picture's rows.
    assert high == pytest.approx(1440 * 40_000 / (430 * drawn.seen.metres_per_pixel), rel=0.05)


def failing(monkeypatch: pytest.MonkeyPatch, error: Exception) -> View:
    def to_image(*_, **__):
        raise error

    monkeypatch.setattr(go.Figure, "to_image", to_image)
    return view(go.Figure(), Status.OFFICIAL)


def test_where_no_browser_is_installed_the_error_says_so(monkeypatch):
    from kaleido.errors import ChromeNotFoundError

    error = RuntimeError("Kaleido requires Google Chrome to be installed.")
    error.__context__ = ChromeNotFoundError()
    with pytest.raises(NoBrowser):
        png_bytes(failing(monkeypatch, error))


def test_any_other_failure_keeps_its_own_words(monkeypatch):
    with pytest.raises(RuntimeError, match="the loop is closed") as raised:
        png_bytes(failing(monkeypatch, RuntimeError("the loop is closed")))
    assert not isinstance(raised.value, NoBrowser)


@pytest.mark.browser
@needs_browser
def test_a_chart_is_written_with_its_words_and_its_mark():
    figure = go.Figure(go.Bar(x=["A"], y=[1], marker_color=FOCUS), layout={"template": TEMPLATE})
    shown = view(figure, Status.ILLUSTRATIVE)
    picture = pixels(png_bytes(shown))
    assert share(picture, FOCUS) > 0.05
    assert not figure.layout.annotations, "the chart on screen is left alone"
    assert WATERMARK
