"""The Data page: a reader's own files change what their session sees and no other; each verdict as the shell has it."""

import logging

import pytest
from bad.case import Case
from bad.cells import CASES as CELLS
from bad.columns import CASES as COLUMNS
from bad.containers import CASES as CONTAINERS
from bad.kinds import CASES as KINDS
from bad.lists import CASES as LISTS
from bad.maps import CASES as MAPS
from bad.places import CASES as PLACES
from bad.text import CASES as TEXT
from bringing import members_of_an_alliance, put, told, with_column
from payloads import PAYLOADS
from streamlit.testing.v1 import AppTest
from visiting import Files, arrive, enter, finding, rows, said, turn_to

from hubdata.app.data.uploads import AT_MOST, STOPPED
from hubdata.intake.filenames import ending, shown
from hubdata.intake.limits import EXTENSIONS

# The box itself refuses any other ending before a byte is sent.
BAD: list[Case] = [
    case
    for case in (*TEXT, *CONTAINERS, *COLUMNS, *CELLS, *PLACES, *LISTS, *MAPS, *KINDS)
    if ending(case.name) in EXTENSIONS
]
GOOD = {"PASS", "FIX", "FLAG", "QUARANTINE"}
BATCHES = [BAD[start : start + AT_MOST] for start in range(0, len(BAD), AT_MOST)]
COUNTS = ("Rows", "Loaded", "Set aside", "Repeats", "Footer")
BACK = "Use the data that came with the app"


@pytest.fixture(scope="module")
def members() -> bytes:
    return members_of_an_alliance(100)


@pytest.fixture
def page(illustrative) -> AppTest:
    return arrive("data")


def reached(app: AppTest) -> str:
    return finding(turn_to(app, "reach"))


def visitor() -> AppTest:
    """A reader on the Reach page who asks who belongs to an alliance."""
    app = enter()
    app.query_params["definition"] = "member"
    return turn_to(app, "reach")


def test_members_change_reach_in_this_session_and_in_no_other(illustrative, members):
    mine, other = visitor(), visitor()
    before = finding(mine)
    put(turn_to(mine, "data"), ("members.csv", members))
    assert not mine.exception
    assert "1 file can be seen on every page, in this session only" in told(mine)
    assert "with rows of your own" in finding(mine)
    assert reached(mine) != before
    assert reached(other) == before
    assert finding(visitor()) == before
    turn_to(mine, "data")
    next(button for button in mine.button if button.label == BACK).click().run()
    assert "of your own" not in finding(mine)
    assert reached(mine) == before


def test_what_was_brought_stays_from_page_to_page_and_more_can_be_added(illustrative, members):
    app = put(turn_to(enter(), "data"), ("members.csv", members))
    turn_to(app, "reach")
    turn_to(app, "data")
    put(app, ("projects.csv", b"project,urn,stage\nWorkload,900001,identify\n"))
    assert "Members" in titles_of_own(app)
    assert "Projects" in titles_of_own(app)


def titles_of_own(app: AppTest) -> set[str]:
    table = app.dataframe[0].value
    return set(table.loc[table["status"].str.contains("unpublished"), "title"])


@pytest.mark.parametrize("cases", BATCHES, ids=lambda cases: f"{cases[0].number} to {cases[-1].number}")
def test_every_bad_file_is_shown_with_its_verdict_codes_and_counts(page, cases):
    app = put(page, *((case.file, case.body) for case in cases))
    assert not app.exception
    files, found = with_column(app, "Verdict"), with_column(app, "Code")
    for case in cases:
        row = files.loc[files["File"] == shown(case.file)].iloc[0]
        mine = found.loc[(found["File"] == shown(case.file)) & ~found["Where"].str.contains(" and ")]
        assert row["Verdict"].split(":")[0] == case.verdict, case.what
        assert tuple(int(row[name].replace(",", "")) for name in COUNTS) == case.counts, case.what
        assert sorted(set(mine.loc[~mine["Gravity"].isin(["PASS", "left out"]), "Code"])) == sorted(case.codes), (
            case.what
        )


@pytest.mark.parametrize("case", [c for c in BAD if c.verdict not in GOOD][:2], ids=lambda case: case.what)
def test_a_refused_file_leaves_the_last_good_data(page, members, case):
    put(page, ("members.csv", members))
    good = finding(page)
    put(page, (case.file, case.body))
    assert "What you saw before stays" in told(page)
    assert finding(page) == good
    assert titles_of_own(page) == {"Members"}


def test_a_hostile_name_and_a_hostile_file_are_text(page):
    names = [f"{payload}.csv" for payload in PAYLOADS[:18]]
    put(page, *((name, b"<html><img src=http://host.invalid/x.png>") for name in names))
    assert not page.exception
    assert told(page) == f"All {len(names)} files were left out, for the reasons below. What you saw before stays."
    for text in [*said(page), *(cell for table in page.table for cell in table.value.to_numpy().ravel())]:
        assert "http://" not in text.lower()
        assert "<img" not in text.lower()


def test_what_became_of_a_file_and_why_stands_beside_the_sentence(page, members):
    put(page, ("trains.csv", b"Year,Trains\n2020,4\n"), ("members.csv", members + b"one,900001,friend,,\n"))
    lines = [line for line in said(page) if line.startswith("**")]
    assert "taken; 1 of 101 rows are set aside" in next(line for line in lines if "members" in line)
    assert "left out: it is of something else" in next(line for line in lines if "trains" in line)
    grave = with_column(page, "Code")
    assert set(grave.loc[grave["Code"] == "FORMAT-01", "Gravity"]) == {"left out"}


def test_too_many_files_are_one_sentence(page):
    put(page, *((f"{n}.csv", b"a,b\n1,2\n") for n in range(AT_MOST + 1)))
    assert told(page) == f"{AT_MOST + 1} files are more than can be read at once: bring at most {AT_MOST}."


def test_rows_set_aside_can_be_taken_away_with_their_reasons(page, members, files: Files):
    put(page, ("members.csv", members + b"=HYPERLINK(1),900001,friend,,\n"))
    assert "QUARANTINE" in with_column(page, "Verdict")["Verdict"].iloc[0]
    button = next(b for b in page.get("download_button") if "set aside" in b.proto.label)
    name, file = files[button.proto.deferred_file_id]
    header, row = rows(file().decode("utf-8-sig"))
    kept = dict(zip(header, row, strict=True))
    assert name == "set-aside-members.csv"
    assert (kept["row"], kept["network"], kept["role"]) == ("102", "'=HYPERLINK(1)", "friend")
    assert kept["why"].startswith("OWN-05")
    assert kept["status"] == "unpublished"


def test_reading_that_was_stopped_changes_nothing_until_it_is_asked_for_again(page, members):
    box = page.file_uploader[0].set_value([("members.csv", members, "")])
    page.session_state[STOPPED] = tuple(number for number, *_ in box._files)
    page.run()
    assert told(page) == "Stopped. Nothing has changed."
    next(button for button in page.button if button.label == "Read them after all").click().run()
    assert "1 file can be seen" in told(page)


def test_nothing_that_stands_in_a_file_is_written_down(page, members, caplog):
    caplog.set_level(logging.DEBUG)
    put(page, ("secret-name.csv", members), ("other.csv", b"network,urn,role\nsecret-network,secret-urn,lead\n"))
    written = " ".join(record.getMessage() for record in caplog.records if record.name.startswith("hubdata"))
    assert '"rows_in": 100' in written
    assert "secret" not in written
