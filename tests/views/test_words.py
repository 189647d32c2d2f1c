"""Sentences of finding: the direction is that of the counts, and few schools are not compared."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdata.provenance import Source, Status
from hubdata.views import words
from hubdata.views.choices import ReachChoices

PHRASE = "within 10 km of a teaching school"


def gap(a: tuple[int, int] = (300, 1000), b: tuple[int, int] = (800, 1000)) -> pd.Series:
    return pd.Series({"reached_a": a[0], "schools_a": a[1], "reached_b": b[0], "schools_b": b[1]})


def said(row: pd.Series) -> str:
    return words.compared("rural primaries", "urban ones", PHRASE, row)


def test_fewer_is_said_of_the_side_that_has_fewer():
    assert said(gap()) == (
        "Rural primaries are less often within 10 km of a teaching school: 30.0% (300 of 1,000), "
        "against 80.0% (800 of 1,000) of urban ones."
    )


@pytest.mark.parametrize(("reached", "often"), [(900, "more often"), (799, "less often"), (800, "as often")])
def test_a_full_count_has_a_direction_however_small(reached, often):
    assert said(gap(a=(reached, 1000))).startswith(f"Rural primaries are {often} within")


@pytest.mark.parametrize(("a", "b"), [((2, 9), (800, 1000)), ((300, 1000), (0, 0))])
def test_fewer_than_ten_are_not_compared_and_have_no_percentage(a, b):
    sentence = said(gap(a=a, b=b))
    assert sentence.startswith("Too few schools to compare")
    small = f"{a[0]} of {a[1]}" if a[1] < 10 else "no schools"
    assert small in sentence
    assert f"({small})" not in sentence


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_the_direction_is_that_of_the_two_counts(first, second):
    sentence = said(gap(a=(first, 1000), b=(second, 1000)))
    assert ("less often" in sentence) == (first < second)
    assert ("more often" in sentence) == (first > second)


def area(reached: int = 50, schools: int = 100, england: float = 0.7) -> str:
    row = pd.Series({"reached": reached, "schools": schools})
    return words.alone("schools", "in Derby", PHRASE, row, england)


def test_an_area_stands_beside_england_without_a_verdict():
    assert area() == f"In Derby, 50.0% of schools (50 of 100) are {PHRASE}, against 70.0% across England."


@pytest.mark.parametrize(
    ("parts", "start"),
    [
        ((3, 9), f"In Derby, 3 of 9 schools are {PHRASE}: too few to compare."),
        ((0, 2), f"In Derby, 0 of 2 schools are {PHRASE}: too few to compare."),
        ((1, 1), "In Derby there is 1 school: too few to say more."),
    ],
)
def test_an_area_of_few_schools_is_not_compared(parts, start):
    assert area(*parts) == start


def school(reached: object, km: float = 3.21) -> str:
    row = pd.Series({"name": "Ash School", "reached": reached, "km": km, "nearest_name": "Oak School"})
    return words.school(row, PHRASE, "teaching school")


@pytest.mark.parametrize(("reached", "verdict"), [(True, "is"), (False, "is not")])
def test_a_school_is_told_how_far_its_nearest_is(reached, verdict):
    assert school(reached) == f"Ash School {verdict} {PHRASE}: the nearest, Oak School, is 3.2 km away."


def test_a_lead_school_is_not_told_that_it_is_near_itself():
    assert "Oak School" not in school(reached=True, km=0.0)


def test_a_school_without_a_location_is_not_called_unreached():
    sentence = school(pd.NA, km=float("nan"))
    assert "no location" in sentence
    assert "is not" not in sentence
    assert "nan" not in sentence


def test_dates_are_written_as_people_write_them_and_each_list_once():
    register = Source("Register", "DfE", Status.OFFICIAL, as_at=date(2023, 11, 16))
    hubs = Source("Hubs", "DfE", Status.OFFICIAL)
    assert words.dated((register, hubs, register)) == "Register, 16 Nov 2023 · Hubs, date unknown"
    filling = Source("Census", "DfE", Status.OFFICIAL, as_at=date(2023, 1, 1), fills=("sex",))
    copied = Source("Figures", "DfE", Status.PUBLISHED)
    assert words.dated((register, filling, copied)) == "Register, 16 Nov 2023 · Figures, a source with each figure"


@pytest.mark.parametrize(("text", "wanted"), [("schools", "Schools"), ("", ""), ("all of England", "All of England")])
def test_only_the_first_letter_grows(text, wanted):
    assert words.capital(text) == wanted


def test_a_programme_that_is_over_is_told_in_the_past():
    row = pd.Series({"name": "Ashby Primary", "reached": False, "km": 12.3, "nearest_name": "Elm School"})
    said = words.school(row, "within 10 km of a 2018 teaching school", "teaching school", closed=True)
    assert said == (
        "Ashby Primary was not within 10 km of a 2018 teaching school: the nearest, Elm School, was 12.3 km away."
    )
    closed, running = (ReachChoices(year=year) for year in ("2018", ""))
    assert (closed.are, running.are) == ("were", "are")
