"""What holds of every picture of every page: a finding, a proof, and colours from the palette and the legend."""

import contextlib
import importlib
import re

import pytest
from conftest import ROOT
from reading_views import colours, fills, is_chart, is_map, layers

from hubdata import palette
from hubdata.answers.question import Unanswerable
from hubdata.maps.deck import deck
from hubdata.provenance import Unpublished
from hubdata.store import Store
from hubdata.views import overview
from hubdata.views.areas import all_places
from hubdata.views.choices import ReachChoices
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.picture import Picture
from hubdata.views.reach import page as reach

OURS = {colour.upper() for colour in (*vars(palette).values(), *palette.SEQUENCE) if str(colour).startswith("#")}
HEX = re.compile(r"#[0-9A-Fa-f]{6}")
UNKNOWN = re.compile(r"\b(nan|None|NaT|inf|<NA>)\b")
MADE = [
    {},
    {"phase": "All-through", "rural": "Rural"},
    {"definition": "lead", "level": "district"},
    {"definition": "member", "km": 5.0},
]


def registered(module: str) -> dict[str, object]:
    """Every picture that the module offers by a name."""
    held = vars(importlib.import_module(module))
    offers = {name: pictures for name, pictures in held.items() if name.isupper() and isinstance(pictures, dict)}
    every = [(f"{page}.{code}", one) for page, pictures in offers.items() for code, one in pictures.items()]
    return {name: one.draw for name, one in every if isinstance(one, Picture)}


ALWAYS = {
    "reach.by_group": reach.by_group,
    "reach.unreached": reach.unreached,
    "overview.opening": overview.opening,
    "overview.today": overview.today,
    "overview.hub_sizes": lambda store, _: overview.hub_sizes(store),
} | {f"overview.{unit}": lambda store, _, unit=unit: overview.growth(store, unit) for unit in overview.UNITS}
SCHOOLS = registered("hubdata.views.pictures") | ALWAYS
PEOPLE = registered("hubdata.views.people.pictures")
CASES = [(name, made) for name in SCHOOLS for made in range(len(MADE))]
CASES += [(name, place) for name in PEOPLE for place in ("country", "region", "la")]


@pytest.fixture(scope="session")
def england() -> Store:
    """The data the project comes with: the small England has no tables of people."""
    return Store.open(ROOT / "data" / "illustrative")


def somewhere(store: Store, level: str):
    return next(place for place in all_places(store).values() if place.level == level)


def drawn(draw, store, choices):
    """The view; where the choices leave nothing to say, the one sentence that says so ends the test."""
    with contextlib.suppress(Unanswerable, Unpublished):
        return draw(store, choices)
    pytest.skip("the data cannot say, and the page says so")


@pytest.fixture(scope="module", params=CASES, ids=lambda case: "-".join(map(str, case)))
def view(request, small, england):
    name, made = request.param
    if name in SCHOOLS:
        return drawn(SCHOOLS[name], small, ReachChoices(**MADE[made]))
    return drawn(PEOPLE[name], england, PeopleChoices(place=somewhere(england, made)))


def test_it_says_something_whole_with_its_numbers(view):
    assert view.finding.endswith((".", "!"))
    assert view.finding[0].isupper() or view.finding[0].isdigit()
    assert any(character.isdigit() for character in view.finding)
    assert view.title
    assert view.definition


def test_no_unknown_value_is_said(view):
    for text in (view.title, view.finding, view.definition, *view.proof.notes):
        assert not UNKNOWN.search(text), text


def test_the_proof_has_columns_a_command_and_a_source(view):
    assert len(view.proof.table.columns)
    assert view.proof.command
    assert view.proof.sources
    assert re.fullmatch(r"[a-z0-9-]{5,120}", view.slug)


def test_every_column_of_its_table_is_in_the_dictionary(view):
    assert [column.name for column in view.columns] == list(view.proof.table.columns)


def test_a_chart_has_only_our_colours(view):
    if is_chart(view):
        template = {colour.upper() for colour in HEX.findall(str(view.drawing.layout.template))}
        assert colours(view) - OURS - template == set()


def test_a_chart_says_no_unknown_value(view):
    if is_chart(view):
        words = [note.text or "" for note in view.drawing.layout.annotations]
        assert not [text for text in words if UNKNOWN.search(text)]


def test_the_legend_has_every_fill_of_the_map_and_only_our_colours(view):
    if view.legend:
        named = [colour for colour, _ in view.legend.areas] + [one for *pair, _ in view.legend.marks for one in pair]
        assert {colour.upper() for colour in named} <= OURS
    if is_map(view) and "areas" in layers(view):
        said = {tuple(palette.rgba(colour)) for colour, _ in view.legend.areas}
        assert {tuple(fill) for fill in fills(view).values()} <= said


def test_no_picture_needs_another_machine(view):
    if is_map(view):
        assert "http" not in deck(view.drawing).to_json()


@pytest.mark.parametrize("name", SCHOOLS)
@pytest.mark.parametrize("level", ["region", "la"])
def test_a_place_is_drawn_like_england_and_no_table_is_changed(small, name, level):
    before = {table: small.table(table).copy() for table in small.names}
    found = drawn(SCHOOLS[name], small, ReachChoices(place=somewhere(small, level)))
    assert found.finding
    assert not UNKNOWN.search(found.finding)
    assert [table for table in small.names if not small.table(table).equals(before[table])] == []
