"""Every figure of every page can be had from the command line and taken away: the same rows, three times."""

import subprocess
import sys

import pytest
from conftest import ROOT
from visiting import address, arrive, choose_all, finding, panels, printed, rows

from hubdata.app.site import PAGES
from hubdata.dictionary.measures import column
from hubdata.exports.csv import STARTS
from hubdata.exports.rows import written

STEMS = [page.stem for page in PAGES]
ROUNDS = {"illustrative": range(6), "official": (0, 3)}


@pytest.mark.parametrize("stem", STEMS)
def test_picture_command_and_file_have_the_same_rows(england, files, stem):
    """Round by round every control takes its next option, so that each option of each control is met."""
    app, seen = arrive(stem), []
    for turn in ROUNDS[england.name if england.name in ROUNDS else "official"]:
        choose_all(app, turn)
        assert not app.exception, address(app)
        if address(app) in seen:
            continue
        seen.append(address(app))
        found = panels(app, files)
        assert found or app.title, "a page without a panel says why"
        for panel in found:
            compare(panel, printed(str(england), *panel.command))


def compare(panel, from_the_shell) -> None:
    times = {name: column(panel.command[1], name).written.times for name in panel.shown}
    shown = panel.shown.assign(**{name: panel.shown[name] / many for name, many in times.items() if many > 1})
    assert [list(shown.columns), *written(shown).to_numpy().tolist()] == from_the_shell
    in_the_file = rows(panel.file.decode("utf-8-sig"))
    wide = len(from_the_shell[0])
    assert in_the_file[0][wide:] == [name for name in ("status", "source") if name not in from_the_shell[0]]
    assert [[safe(cell) for cell in row[:wide]] for row in in_the_file] == from_the_shell


def safe(cell: str) -> str:
    """The cell without the quote that keeps a spreadsheet from running it."""
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip(" ").startswith(STARTS) else cell


@pytest.mark.parametrize("stem", STEMS)
def test_a_view_can_be_sent_as_a_link(illustrative, stem):
    app = choose_all(arrive(stem), 1)
    again = arrive(stem, **address(app))
    assert address(again) == address(app)
    assert [title.value for title in again.title] == [title.value for title in app.title]
    assert [title.value for title in again.header] == [title.value for title in app.header]


def test_the_words_on_the_page_run_in_a_real_shell(illustrative, files):
    panel = panels(arrive("reach", region="E12000001"), files)[0]
    words = [sys.executable, "-m", "hubdata", *panel.command]
    ran = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    assert rows(ran.stdout) == printed(str(illustrative), *panel.command)


@pytest.mark.parametrize("stem", STEMS)
def test_illustrative_files_say_so_in_their_names(illustrative, files, stem):
    assert all(panel.file_name.startswith("illustrative-") for panel in panels(arrive(stem), files))


def test_the_walk_meets_choices(illustrative):
    """A walk that chose nothing would prove little."""
    plain, chosen = arrive("reach"), choose_all(arrive("reach"), 1)
    assert len(address(chosen)) >= 4
    assert finding(chosen) != finding(plain)
