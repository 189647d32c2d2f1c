"""A file that leaves something open asks its reader on the page, and is read again with the answer."""

from datetime import date

import pytest
from bad.case import DATED, register
from bad.cells import two_sheets
from bad.containers import SHEET
from bad.places import swapped
from bad.text import CURLY
from bringing import members_of_an_alliance, put, told, with_column
from streamlit.testing.v1 import AppTest
from visiting import arrive

from hubdata.app.data.uploads import OWN

AGAIN = "Read again with these answers"


@pytest.fixture
def page(illustrative) -> AppTest:
    return arrive("data")


def answered(app: AppTest) -> AppTest:
    """Press the button under the questions."""
    next(button for button in app.button if button.label == AGAIN).click()
    return app.run()


def question(app: AppTest, words: str):
    """The one question on the page whose words these are."""
    (box,) = [box for box in (*app.selectbox, *app.date_input) if words in box.label]
    return box


def verdict(app: AppTest) -> str:
    return with_column(app, "Verdict")["Verdict"].iloc[0].split(":")[0]


def codes(app: AppTest) -> set[str]:
    return set(with_column(app, "Code")["Code"])


def test_the_reader_says_which_sheet_is_meant(page):
    put(page, (SHEET, two_sheets(both=True)))
    assert verdict(page) == "ASK"
    box = question(page, "which sheet is meant")
    assert len(box.options) == 3
    box.select_index(2)
    answered(page)
    assert not page.exception
    assert verdict(page) == "PASS"
    assert "1 file can be seen on every page" in told(page)


def test_swapped_columns_change_places_when_the_reader_says_so(page):
    put(page, (DATED, swapped()))
    question(page, "Swap them").select_index(1)
    answered(page)
    assert verdict(page) == "FIX"
    assert "GIAS-XY-08" in codes(page)
    schools = page.session_state[OWN].table("schools")
    assert schools["easting"].between(80_000, 656_000).all()
    assert (schools["northing"] < schools["easting"]).mean() > 0.5


def test_letters_encoded_twice_are_repaired_when_the_reader_wants_it(page):
    put(page, (DATED, register(*CURLY, encoding="utf-8").decode("cp1252").encode()))
    before = set(page.session_state[OWN].table("schools")["name"])
    question(page, "encoded twice").select_index(1)
    answered(page)
    after = set(page.session_state[OWN].table("schools")["name"])
    assert any("â€™" in name for name in before)
    assert not any("â€" in name for name in after)
    assert any("’" in name for name in after)
    assert verdict(page) == "FIX"


def test_a_day_that_the_file_does_not_give_is_asked_for(page):
    put(page, ("schools.csv", register()))
    assert with_column(page, "As at")["As at"].iloc[0] == "–"
    question(page, "Which day does").set_value(date(2023, 11, 16))
    answered(page)
    assert with_column(page, "As at")["As at"].iloc[0] == "16 Nov 2023"
    assert verdict(page) == "PASS"
    assert page.session_state[OWN].sources("schools")[0].as_at == date(2023, 11, 16)


def test_two_questions_of_one_file_can_be_answered_one_after_the_other(page):
    put(page, ("schools.csv", swapped()))
    question(page, "Swap them").select_index(1)
    answered(page)
    assert "DATE-03" in codes(page)
    question(page, "Which day").set_value(date(2023, 11, 16))
    answered(page)
    assert verdict(page) == "FIX"
    assert with_column(page, "As at")["As at"].iloc[0] == "16 Nov 2023"


def test_no_answer_changes_nothing_and_other_files_are_not_answered_for(page):
    put(page, (DATED, swapped()))
    answered(page)
    assert verdict(page) == "ASK"
    question(page, "Swap them").select_index(1)
    answered(page)
    put(page, (DATED, swapped()[:-1] + b"\n\n"))
    assert verdict(page) == "ASK"


def test_a_file_that_leaves_nothing_open_is_asked_nothing(page):
    put(page, ("members.csv", members_of_an_alliance(20)))
    assert AGAIN not in {button.label for button in page.button}
