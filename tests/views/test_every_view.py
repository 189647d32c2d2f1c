"""What holds of every picture of every page: a finding, a proof, and colours from the palette and the legend."""

import contextlib
import dataclasses
import re

import pandas as pd
import pytest
from reading_views import colours, fills, is_chart, is_map, layers

from hubdata import palette
from hubdata.answers.question import Unanswerable
from hubdata.provenance import Unpublished
from hubdata.views import overview, pictures, reach
from hubdata.views.areas import all_places
from hubdata.views.choices import ReachChoices

REGISTRIES = {name: held for name, held in vars(pictures).items() if name.isupper()}
CHOSEN = {f"{page}.{code}": draw for page, held in REGISTRIES.items() for code, (_, draw) in held.items()}
ALWAYS = {
    "reach.by_group": reach.by_group,
    "reach.unreached": reach.unreached,
    "overview.hub_sizes": lambda store, _: overview.hub_sizes(store),
} | {f"overview.{unit}": lambda store, _, unit=unit: overview.growth(store, unit) for unit in overview.UNITS}
VIEWS = CHOSEN | ALWAYS
CHOICES = {
    "plain": {},
    "few": {"phase": "All-through", "rural": "Rural"},
    "leads": {"definition": "lead", "level": "district"},
    "members": {"definition": "member", "km": 5.0},
}
OURS = {
    value.upper()
    for name, held in vars(palette).items()
    if name.isupper() and isinstance(held, str)
    for value in [held]
}
OURS |= {colour.upper() for colour in palette.SEQUENCE} | {"#FFFFFF"}


@pytest.fixture(scope="module", params=list(VIEWS))
def draw(request):
    return VIEWS[request.param]


@pytest.fixture(scope="module", params=list(CHOICES))
def view(request, small, draw):
    return drawn(draw, small, ReachChoices(**CHOICES[request.param]))


def drawn(draw, store, choices):
    """The view; where the choices leave nothing to say, the one sentence that says so ends the test."""
    with contextlib.suppress(Unanswerable, Unpublished):
        return draw(store, choices)
    pytest.skip("the data cannot say, and the page says so")


def test_it_says_something_whole(view):
    assert view.finding.endswith((".", "!"))
    assert view.finding[0].isupper() or view.finding[0].isdigit()
    assert view.definition
    assert view.title


def test_no_unknown_value_is_said(view):
    for text in (view.title, view.finding, view.definition):
        assert not re.search(r"\b(nan|None|NaT|inf|<NA>)\b", text), text


def test_the_finding_has_its_numbers(view):
    assert any(character.isdigit() for character in view.finding)


def test_the_proof_has_rows_a_command_and_a_source(view):
    assert isinstance(view.proof.table, pd.DataFrame)
    assert len(view.proof.table.columns)
    assert view.proof.command
    assert view.proof.sources


def test_the_name_of_its_files_is_plain(view):
    assert re.fullmatch(r"[a-z0-9-]{5,120}", view.slug)


def test_a_chart_has_only_our_colours(view):
    if is_chart(view):
        template = {
            colour.upper()
            for colour in re.findall(r"#[0-9A-Fa-f]{6}", view.drawing.layout.template.to_plotly_json().__repr__())
        }
        assert colours(view) - OURS - template == set()


def test_every_fill_of_a_map_stands_in_its_legend(view):
    if is_map(view) and "areas" in layers(view):
        said = {tuple(palette.rgba(colour)) for colour, _ in view.legend.areas}
        assert {tuple(fill) for fill in fills(view).values()} <= said


def test_the_legend_has_only_our_colours(view):
    if view.legend:
        named = {colour.upper() for colour, _ in view.legend.areas}
        named |= {colour.upper() for fill, ring, _ in view.legend.marks for colour in (fill, ring)}
        assert named <= OURS


def test_no_picture_needs_another_machine(view):
    if is_map(view):
        assert "http" not in view.drawing.to_json()


@pytest.mark.parametrize("level", ["region", "la"])
def test_a_place_is_drawn_like_england(small, draw, level):
    place = next(place for place in all_places(small).values() if place.level == level)
    found = drawn(draw, small, ReachChoices(place=place))
    assert found.finding
    assert "nan" not in found.finding


def test_a_view_changes_no_table(small, draw):
    before = {name: small.table(name).copy() for name in small.names}
    drawn(draw, small, dataclasses.replace(ReachChoices(), km=5.0))
    assert [name for name in small.names if not small.table(name).equals(before[name])] == []
