"""A reader's own files, judged as uploads: rows set aside can be taken away, names are never paths."""

from england_of_files import register

from hubdata.building import load
from hubdata.intake.limits import UPLOAD

MEMBERS = b"network,urn,role\nharbour-alliance,100005,supported\nharbour-alliance,999999,supported\n"


def test_a_refused_file_brings_nothing_but_its_reason():
    built = load([("members.csv", b"<html>")], None)
    assert [report.verdict for report in built.reports] == ["REJECT"]
    assert "members" not in built.tables
    assert not built.passed


def test_a_register_brought_alone_brings_the_areas_too():
    built = load([("edubasealldata20240101.csv", register(90))], None)
    assert {name: table.num_rows for name, table in built.tables.items()} == {
        "schools": 90, "districts": 296, "outlines": 459,
    }  # fmt: skip


def test_rows_set_aside_can_be_taken_away_with_their_reasons():
    good = b"".join(b"harbour-alliance,%d,supported\n" % urn for urn in range(100010, 100090))
    built = load([("members.csv", MEMBERS + b"harbour-alliance,100006,friend\n" + good)], None)
    (row,) = built.quarantine["members.csv"].to_pylist()
    assert row["row"] == 4
    assert row["why"].startswith("OWN-05")


def test_names_of_files_are_shown_safely_and_never_used_as_paths():
    names = ["../../etc/members.csv", "CON.csv", "m" * 300 + ".csv", "a\u202egpj.csv", "<img src=x>.csv", "😀.csv"]
    built = load([(name, MEMBERS) for name in names], None)
    assert [report.recognised_as for report in built.reports] == ["members"] * len(names)
    for report in built.reports:
        assert len(report.file) <= 100
        assert not set(report.file) & set("\u202e/\\")


def test_an_upload_beyond_the_limit_is_refused_unread():
    built = load([("members.csv", b" " * (UPLOAD.upload_bytes + 1))], None)
    assert [f.code for f in built.reports[0].findings] == ["FILE-02"]


def test_the_same_bytes_give_the_same_verdict_and_numbers():
    first, second = (load([("members.csv", MEMBERS)], None) for _ in range(2))
    assert first.reports == second.reports
    assert first.tables["members"].equals(second.tables["members"])
