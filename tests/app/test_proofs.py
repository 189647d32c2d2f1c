"""Every figure of every page can be had from the command line and taken away: the same rows, three times."""

import subprocess
import sys

import pytest
from conftest import ROOT
from visiting import arrive, panels, printed, rows

from hubdata.app.site import PAGES
from hubdata.exports.csv import defused
from hubdata.exports.rows import written

# Every page takes what it knows of an address; a choice that a page adds is worth a line here.
ADDRESSES = [
    {"unit": "alliances"},
    {"la": "E08000035", "unit": "member_schools"},
    {"region": "E12000009", "km": "5", "picture": "tiles"},
    {"definition": "lead", "kind": "teaching_school_hub", "picture": "chance"},
    {"phase": "Secondary", "rural": "Rural", "km": "20", "picture": "cold"},
    {"level": "hub_area", "definition": "member", "rural": "Rural"},
    {"level": "district", "region": "E12000003", "definition": "supported"},
]


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda codes: "&".join(map("=".join, codes.items())) or "plain")
@pytest.mark.parametrize("stem", [page.stem for page in PAGES])
def test_picture_command_and_file_have_the_same_rows(england, files, stem, address):
    app = arrive(stem, **address)
    assert not app.exception
    found = panels(app, files)
    assert found or app.info, "a page without a panel says why"
    for panel in found:
        from_the_shell = printed(str(england), *panel.command)
        assert [list(panel.shown.columns), *written(panel.shown).to_numpy().tolist()] == from_the_shell
        in_the_file = rows(panel.file.decode("utf-8-sig"))
        wide = len(from_the_shell[0])
        assert [row[:wide] for row in in_the_file] == [[defused(cell) for cell in row] for row in from_the_shell]
        assert in_the_file[0][wide:] == [name for name in ("status", "source") if name not in from_the_shell[0]]


@pytest.mark.parametrize("stem", [page.stem for page in PAGES])
def test_the_words_on_the_page_run_in_a_real_shell(illustrative, files, stem):
    panel = panels(arrive(stem, region="E12000001"), files)[0]
    words = [sys.executable, "-m", "hubdata", *panel.command]
    ran = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    assert rows(ran.stdout) == printed(str(illustrative), *panel.command)


@pytest.mark.parametrize("stem", [page.stem for page in PAGES])
def test_illustrative_files_say_so_in_their_names(illustrative, files, stem):
    assert all(panel.file_name.startswith("illustrative-") for panel in panels(arrive(stem), files))
