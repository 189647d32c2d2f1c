"""Every entry of every control opens on something: in England, a region and the smallest places, on both Englands.

A picture is drawn at a place on one England or the other; the longer run draws every picture at every place on both.
"""

import re
from dataclasses import replace

import pytest
from longer import every_other
from visiting import address, arrive, said, unescaped

from hubdata.answers.groups import kind_of
from hubdata.provenance import Status
from hubdata.store import Store
from hubdata.views import picture, pictures
from hubdata.views.areas import all_places, network_place
from hubdata.views.choices import ReachChoices
from hubdata.views.networks.listed import dated
from hubdata.views.people import pathway, recruitment, retention
from hubdata.views.people import pictures as people
from hubdata.views.people.choices import PeopleChoices, cohort_years
from hubdata.views.people.programme import EVERYBODY
from hubdata.views.picture import NOBODY, NOT_LOADED, Missing, answered, holes
from hubdata.views.reach import page, rural
from hubdata.views.spread import equity
from hubdata.views.words import WIDER

AREAS = ("england", "E12000009", "E06000007", "E06000053", "E09000001", "hub_area", "alliance")
NOTHING = re.compile(r"\b(nan|None|NaT|inf|<NA>)\b|\bno schools\b|not published|not loaded")
OF_SCHOOLS = {name: getattr(pictures, name) for name in ("REACH", "RURAL", "EQUITY")}
OF_PEOPLE = {name: getattr(people, name) for name in ("RECRUITMENT", "RETENTION", "PATHWAY")}
FIRST = {
    "people": (pathway.rungs, retention.curve),
    "schools": (rural.gap, equity.opening, page.by_area, page.by_group),
}


@pytest.fixture(scope="module", params=["england", "illustrative"])
def store(request) -> Store:
    return Store.open(request.param)


def place(store: Store, area: str):
    every = all_places(store)
    if area == "hub_area":
        return next(one for one in every.values() if one.level == area)
    if area == "alliance":
        networks = store.table("networks").astype("str")
        code = networks.loc[networks["kind"] == "teaching_school_alliance", "network"].iloc[0]
        return network_place(store, code)[code]
    return every[area]


def turn(store: Store, area: str) -> int:
    """One for each place of each England: at a place, the two Englands never take the same pictures."""
    return AREAS.index(area) + (store.status is Status.ILLUSTRATIVE)


def of_schools(store: Store) -> ReachChoices:
    return dated(store, ReachChoices(kind=kind_of(store, None)))


def of_people(store: Store) -> PeopleChoices:
    years = cohort_years(store)
    return PeopleChoices(rows=recruitment.first_rows(store), since=int(years[len(years) // 2]), programme=EVERYBODY)


def shown(view, here) -> None:
    assert view.drawing is not None, view.title
    assert not NOTHING.search(view.finding), view.finding
    about = here.name in f"{view.finding}{view.title}" or any(here.code in word for word in view.proof.command)
    assert about or here.level == "country" or view.finding.startswith(WIDER), view.finding


@pytest.mark.parametrize("area", AREAS)
def test_every_picture_of_schools_is_drawn_or_stands_apart(store, area):
    choices = replace(of_schools(store), place=place(store, area))
    for draw in FIRST["schools"]:
        shown(answered(draw, store, choices), choices.place)
    for name, offered in OF_SCHOOLS.items():
        apart = {code for codes in holes(store, name, offered, choices).values() for code in codes}
        for code in every_other(offered, turn(store, area)):
            if code in apart:
                with pytest.raises(Missing):
                    pictures.draw(offered, code, store, choices)
            else:
                shown(pictures.draw(offered, code, store, choices), choices.place)


@pytest.mark.parametrize("area", AREAS)
def test_every_picture_of_people_is_drawn_or_stands_apart(store, area):
    choices = replace(of_people(store), place=place(store, area))
    for draw in FIRST["people"]:
        shown(answered(draw, store, choices), choices.place)
    for rows in recruitment.ROWS:
        assert answered(recruitment.against, store, replace(choices, rows=rows)).drawing is not None
    for name, offered in OF_PEOPLE.items():
        apart = {code for codes in holes(store, name, offered, choices).values() for code in codes}
        for code in every_other(offered, turn(store, area)):
            if code in apart:
                with pytest.raises(Missing):
                    picture.draw(offered, code, store, choices)
            else:
                shown(picture.draw(offered, code, store, choices), choices.place)


def test_whatever_may_be_missing_says_what_it_would_show():
    every = [one for offered in (*OF_SCHOOLS.values(), *OF_PEOPLE.values()) for one in offered.values()]
    assert [one.label for one in every if (one.needs or one.tried) and not one.shows] == []


def test_the_made_up_england_has_no_hole():
    store = Store.open("illustrative")
    assert [name for name, one in OF_SCHOOLS.items() if holes(store, name, one, of_schools(store))] == []
    assert [name for name, one in OF_PEOPLE.items() if holes(store, name, one, of_people(store))] == []


HOLES = [
    ("reach", "definition", "member"),
    ("reach", "picture", "matrix"),
    ("rural_urban", "definition", "supported"),
    ("equity", "who", "funding"),
    ("recruitment", "also", "vacancies"),
    ("retention", "beside", "project"),
    ("retention", "method", "survival"),
    ("career_pathway", "rung", "mentors"),
    ("overview", "unit", "member_schools"),
]


@pytest.mark.parametrize(("stem", "control", "code"), HOLES)
def test_a_hole_takes_its_own_place_and_shows_two_ways_on(monkeypatch, stem, control, code):
    monkeypatch.delenv("HUBDATA", raising=False)
    app = arrive(stem, **{control: code})
    assert not app.exception
    assert address(app)[control] == code
    box = next(box for box in app.selectbox if box.key == control)
    groups = [option for option in box.options if option.rstrip(":") in (NOBODY, NOT_LOADED)]
    assert groups
    assert box.options.index(groups[0]) > 0
    assert any("would show" in unescaped(info.value) for info in app.info)
    assert "not published" not in app.title[0].value
    assert app.get("plotly_chart") or app.get("deck_gl_json_chart")
    links = {link.proto.label: link.proto.query_string for link in app.get("page_link")}
    assert "data=illustrative" in links["See it on the made-up England"]
    assert f"{control}={code}" in links["See it on the made-up England"]
    assert "part=templates" in links["Get the template, or bring your file: Data"]
    board = arrive(stem, board="2", **{control: code})
    assert not board.exception
    assert "would show" not in " ".join(said(board))
