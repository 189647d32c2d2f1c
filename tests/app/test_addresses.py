"""Addresses: a link opens on its place, nonsense falls back without a word, and choices come along."""

from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from longer import crossed
from payloads import PAYLOADS
from visiting import address, arrive, enter, finding, turn_to, unescaped

from hubdata.answers.groups import schools_of
from hubdata.app.site import PAGES
from hubdata.app.text import plain
from hubdata.store import Store

STEMS = [page.stem for page in PAGES]
PAGE = pytest.mark.parametrize("stem", STEMS)
NAMES = ["la", "region", "urn", "definition", "km", "phase", "rural", "kind", "level", "unit", "place", "board", "x"]
GOOD = ["E08000035", "E12000007", "lead", "5", "Primary", "Rural", "teaching_school_hub", "district", "alliances"]
NASTY = ["", " ", "0", "-1", "nan", "1e400", "None", "all", "england", "../../etc/passwd", "E0800003", "e08000035",
         "'; drop table schools; --", "%00", "＝1", "x" * 5000, *PAYLOADS[:12]]  # fmt: skip


FINDS = {"reach"}


def area(app) -> str | None:
    """The area on screen; some measures are of England alone, and their pages ask for none."""
    return next((box.value for box in app.selectbox if box.key == "place"), None)


LINKED = [("la", "E08000035", "Leeds"), ("region", "E12000009", "South West")]


@pytest.mark.parametrize(("stem", "linked"), sorted({*crossed(STEMS, LINKED), *product(FINDS, LINKED)}))
def test_a_link_opens_on_its_place(england, stem, linked):
    name, code, place = linked
    app = arrive(stem, **{name: code})
    assert not app.exception
    assert address(app)[name] == code, "the link is kept for the next page"
    assert area(app) in (code, None)
    assert place in finding(app) or stem not in FINDS


@PAGE
def test_a_link_to_a_school_opens_on_its_authority(england, stem):
    schools = schools_of(Store.open(england))
    school = schools.loc[schools["located"]].iloc[1000]
    app = arrive(stem, urn=school["urn"])
    assert not app.exception
    assert area(app) in (school["la"], None)
    assert school["name"] in finding(app) or stem not in FINDS
    assert stem == "data" or any(plain(school["name"]) in said.value for said in app.markdown)


@pytest.mark.parametrize(("stem", "code"), crossed(STEMS, ["nope", "\u202eE08000035", "[x](http://host.invalid)"]))
def test_codes_that_nobody_knows_fall_back(illustrative, stem, code):
    app = arrive(stem, **dict.fromkeys(NAMES, code))
    assert not app.exception
    assert finding(app) == finding(arrive(stem))


@PAGE
@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(GOOD + NASTY) | st.text(max_size=20), max_size=5))
def test_no_address_breaks_a_page(illustrative, stem, codes):
    app = arrive(stem, **codes)
    assert not app.exception
    assert app.title


@pytest.mark.parametrize("stem", ["reach", "overview"])
def test_choices_that_leave_no_school_say_so(england, stem):
    app = arrive(stem, la="E06000053", phase="All-through", rural="Urban", level="district")
    assert not app.exception
    assert app.title


def test_a_choice_comes_along_from_page_to_page(england):
    app = turn_to(enter(), "reach")
    app.selectbox(key="place").set_value("E08000035").run()
    assert address(app)["la"] == "E08000035"
    for stem in [*STEMS, "reach"]:
        turn_to(app, stem)
        assert not app.exception
        assert area(app) in ("E08000035", None)
    assert "Leeds" in finding(app)
    assert address(app)["la"] == "E08000035"


def test_a_plain_page_has_a_plain_address(illustrative):
    for stem in STEMS:
        assert address(arrive(stem)) == {}


def test_reset_goes_back_to_the_plain_page(illustrative):
    plain = arrive("reach")
    app = arrive("reach", la="E08000035", km="5", phase="Primary")
    next(button for button in app.button if button.label == "Reset").click().run()
    assert address(app) == {}
    assert finding(app) == finding(plain)


def test_the_same_address_opens_the_same_view(england):
    codes = {"region": "E12000003", "km": "5", "phase": "Secondary"}
    first, second = (arrive("reach", **codes) for _ in range(2))
    assert finding(first) == finding(second)
    assert address(first) == address(second) == codes


def test_a_radius_read_as_minutes_is_in_the_link(illustrative):
    page = arrive("reach", travel="on", detour="1.6", speed="30")
    assert "about 32 minutes by road" in unescaped(page.caption[0].value)
    page.select_slider[0].set_value("1.2").run()
    assert address(page) == {"travel": "on", "detour": "1.2", "speed": "30"}
    assert "about 24 minutes by road" in unescaped(page.caption[0].value)
