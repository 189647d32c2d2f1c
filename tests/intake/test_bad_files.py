"""Malformed files by number: each gets exactly the verdict, the codes and the counts that the design says."""

import json
from pathlib import Path

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
from commanded import commanded

from hubdata.intake.filenames import shown

CASES: list[Case] = [*TEXT, *CONTAINERS, *COLUMNS, *CELLS, *PLACES, *LISTS, *MAPS, *KINDS]
COUNTS = ("rows_in", "loaded", "quarantined", "duplicates", "footer")


@pytest.fixture(scope="module")
def judged(tmp_path_factory) -> dict[str, dict]:
    """What ``check --json`` says of a folder that holds every case, by file."""
    folder: Path = tmp_path_factory.mktemp("bad")
    for case in CASES:
        (folder / case.file).write_bytes(case.body)
    said = commanded("check", str(folder), "--json")
    assert said.returncode == 1, said.stderr
    return {file["file"]: file for file in json.loads(said.stdout)["files"]}


def test_every_case_has_a_number_of_its_own():
    assert len({case.number for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.number} {case.what}")
def test_a_malformed_file_gets_its_verdict(case, judged):
    file = judged[shown(case.file)]
    grave = sorted({f["code"] for f in file["findings"] if f["severity"] != "PASS" and " and " not in f["where"]})
    assert (file["verdict"], grave) == (case.verdict, sorted(case.codes)), file["findings"]
    assert tuple(file[name] for name in COUNTS) == case.counts


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.number} {case.what}")
def test_every_row_is_accounted_for_and_every_finding_says_what_to_do(case, judged):
    file = judged[shown(case.file)]
    assert file["rows_in"] == file["loaded"] + file["quarantined"] + file["duplicates"] + file["footer"]
    for finding in file["findings"]:
        assert finding["count"] >= 1
        assert len(finding["message"]) > 15
        assert "Traceback" not in finding["message"]
