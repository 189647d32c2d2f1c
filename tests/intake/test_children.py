"""Children that die, hang or eat memory take only their own file with them; the largest files are refused unread."""

import time
from pathlib import Path

import pytest
from bad.case import register
from bad.containers import archive
from conftest import ROOT
from england_of_files import files

from hubdata.building.files.batch import Given, Reading
from hubdata.intake.limits import UPLOAD, Limits
from hubdata.jobs.job import alone


def answers(folder: Path, limits: Limits = UPLOAD, children: int = 1) -> dict[str, tuple[str, list[str]]]:
    given = [Given(path, path.name) for path in sorted(folder.iterdir())]
    with alone() as room:
        found = Reading(given, limits, children, ROOT / "data" / "places", room).deliveries()
    return {a.report.file: (a.report.verdict.value, [f.code for f in a.report.findings]) for a in found}


def test_a_file_that_exhausts_its_child_is_refused_and_the_others_are_read(tmp_path):
    greedy = b"network,urn,role\n" + b"".join(b"harbour,%d,supported\n" % i for i in range(1_500_000))
    (tmp_path / "a_members.csv").write_bytes(greedy)
    (tmp_path / "b_members.csv").write_bytes(b"network,urn,role\nharbour,100001,supported\n")
    found = answers(tmp_path, Limits(child_bytes=640 * 1024**2, child_seconds=20))
    assert found["a_members.csv"] == ("REJECT", ["CHILD-02"])
    assert found["b_members.csv"][0] == "FLAG"


def test_a_file_that_takes_too_long_is_refused(tmp_path):
    (tmp_path / "members.csv").write_bytes(b"network,urn,role\n" + b"harbour,100001,supported\n" * 900_000)
    verdict, codes = answers(tmp_path, Limits(child_seconds=0))["members.csv"]
    assert verdict == "REJECT"
    assert codes[0].startswith("CHILD")


def test_many_children_answer_in_the_order_of_the_files(tmp_path):
    for name, body in files().items():
        (tmp_path / name).write_bytes(body)
    assert list(answers(tmp_path, children=2)) == sorted(files())


@pytest.mark.parametrize("name", ["register.csv", "areas.geojson"])
def test_a_gigabyte_is_refused_unread(tmp_path, name):
    with (tmp_path / name).open("wb") as file:
        file.truncate(1_000_000_000)
    begun = time.monotonic()
    assert answers(tmp_path)[name] == ("REJECT", ["FILE-02"])
    assert time.monotonic() - begun < 20


def test_one_bad_byte_in_sixty_megabytes_refuses_it_all(tmp_path):
    good = register(encoding="utf-8").replace(b"Invented School 3,", "Invented École 3,".encode())
    head, rows = good.split(b"\r\n", 1)
    body = head + b"\r\n" + rows * (60_000_000 // len(rows))
    at = len(body) * 95 // 100
    spoilt = body[:at] + b"\xff" + body[at + 1 :]
    (tmp_path / "edubasealldata20231116.zip").write_bytes(archive(("edubasealldata20231116.csv", spoilt)))
    verdict, codes = answers(tmp_path)["edubasealldata20231116.zip"]
    assert verdict == "REJECT"
    assert codes in (["TEXT-05"], ["ZIP-06"])
