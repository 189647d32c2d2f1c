"""What ``build`` and ``check`` print and how they end, as scripts rely on."""

import json
from pathlib import Path

import pytest
from bad.containers import archive
from commanded import commanded
from england_of_files import files, written
from official_layouts import TEACHING_COLUMNS, as_csv

from hubdata import snapshot

KEYS = {
    "file",
    "sha256",
    "recognised_as",
    "verdict",
    "rows_in",
    "loaded",
    "quarantined",
    "duplicates",
    "footer",
    "findings",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    made = written(tmp_path_factory.mktemp("files"))
    (made / "notes.csv").write_text("something,else\n1,2\n")
    return made


def test_check_says_as_json_what_the_contract_names(folder):
    done = commanded("check", str(folder), "--json")
    assert done.returncode == 0
    said = json.loads(done.stdout)
    assert set(said) == {"passed", "files"}
    assert said["passed"] is True
    assert len(said["files"]) == len(files()) + 1
    for file in said["files"]:
        assert set(file) >= KEYS
        assert all(set(f) == {"code", "severity", "where", "message", "count", "choices"} for f in file["findings"])
    assert {f["file"]: f["verdict"] for f in said["files"]}["notes.csv"] == "UNRECOGNISED"


def test_findings_between_files_name_both(folder):
    said = json.loads(commanded("check", str(folder), "--json").stdout)
    between = [f for file in said["files"] for f in file["findings"] if f["code"] == "LEAD-02"]
    assert {f["where"] for f in between} == {"teaching_schools_2018-03-12.csv and edubasealldata20231116.csv"}
    assert len(between) == 2


def test_check_reads_well_and_ends_with_one_for_a_refusal(tmp_path):
    (tmp_path / "edubasealldata20231116.csv").write_bytes(b"<html></html>")
    done = commanded("check", str(tmp_path))
    assert done.returncode == 1
    assert done.stdout.splitlines()[0].split() == [
        "file", "read", "as", "verdict", "rows", "loaded", "quarantined", "repeats", "footer", "as", "at",
    ]  # fmt: skip
    assert "REJECT FILE-04" in done.stdout
    assert done.stderr == ""


def test_build_says_what_it_recognised_and_where_the_snapshot_is(folder, tmp_path):
    done = commanded("build", "--from", str(folder), "--to", str(tmp_path / "snapshot"))
    assert done.returncode == 0
    assert done.stdout.startswith(f"Wrote {tmp_path / 'snapshot'}: ")
    assert "not recognised, left out" in done.stderr
    assert "edubasealldata20231116.csv" in done.stderr
    assert len(snapshot.read(str(tmp_path / "snapshot"))[1]["schools"]) == 60


@pytest.mark.parametrize(("given", "day"), [((), "unknown"), (("--as-at", "list.csv=2018-03-12"), "2018-03-12")])
def test_a_date_that_no_file_carries_can_be_given(tmp_path, given, day):
    row = {"Alliance Name": "A", "Teaching School": "S", "URN": "100001"}
    (tmp_path / "list.csv").write_bytes(as_csv(TEACHING_COLUMNS, [row]))
    done = commanded("check", str(tmp_path / "list.csv"), *given)
    assert done.stdout.splitlines()[1].endswith(day)
    assert ("DATE-03" in done.stdout) == (day == "unknown")


@pytest.mark.parametrize(
    "words",
    [
        ("build", "--from", "{folder}"),
        ("build", "--from", "{folder}/none", "--to", "{folder}/x"),
        ("check", "{folder}/none"),
        ("check", "{folder}", "--as-at", "list.csv"),
        ("check", "{folder}", "--as-at", "list.csv=12/03/2018"),
    ],
)
def test_wrong_words_end_with_two_and_one_sentence(tmp_path, words):
    done = commanded(*(word.format(folder=tmp_path) for word in words))
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""


def test_nothing_recognised_writes_nothing(tmp_path):
    (tmp_path / "notes.csv").write_text("something,else\n1,2\n")
    done = commanded("build", "--from", str(tmp_path), "--to", str(tmp_path / "snapshot"))
    assert done.returncode == 1
    assert "no file was recognised" in done.stderr
    assert not (tmp_path / "snapshot").exists()


def test_an_archive_of_several_files_is_judged_file_by_file(tmp_path):
    made = files()
    names = ["edubasealldata20231116.csv", "links_edubasealldata20250422.csv"]
    (tmp_path / "extract.zip").write_bytes(archive(*((name, made[name]) for name in names)))
    said = json.loads(commanded("check", str(tmp_path), "--json").stdout)
    assert [(f["file"], f["recognised_as"]) for f in said["files"]] == [
        ("extract.zip/edubasealldata20231116.csv", "gias"),
        ("extract.zip/links_edubasealldata20250422.csv", "establishment_links"),
    ]
