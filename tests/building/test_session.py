"""A reader's own files beside the data that were loaded, in their session only."""

import pytest
from conftest import ROOT
from england_of_files import files, register, written

from hubdata import snapshot
from hubdata.building import build, load
from hubdata.building.session import together
from hubdata.intake.limits import UPLOAD
from hubdata.provenance import Status
from hubdata.store import Store

MEMBERS = b"network,urn,role\nharbour-alliance,100005,supported\nharbour-alliance,999999,supported\n"


@pytest.fixture(scope="module")
def base(tmp_path_factory) -> Store:
    """A store built of the small set of official files."""
    folder = tmp_path_factory.mktemp("base")
    built = build([written(folder / "files")], folder / "snapshot")
    assert built.passed
    return Store.open(folder / "snapshot")


def test_own_members_stand_beside_the_lists_that_were_loaded(base, tmp_path):
    built = load([("members.csv", MEMBERS)], base)
    assert [report.verdict for report in built.reports] == ["FLAG"]
    tables, sources, status = together(built, base)
    assert status is Status.UNPUBLISHED
    assert len(tables["members"]) == len(base.table("members")) + 1
    assert [s.file for s in sources["members"]][-1] == "members.csv"
    manifest = snapshot.write(tables, sources, tmp_path, status)
    mine = Store.open(tmp_path)
    assert mine.hash == manifest.hash != base.hash
    assert len(mine.table("schools")) == len(base.table("schools"))
    assert len(base.table("members")) == 5


def test_a_register_brought_alone_replaces_the_one_before(base):
    built = load([("edubasealldata20240101.csv", register(90))], base)
    tables, sources, status = together(built, base)
    assert (len(tables["schools"]), status) == (90, Status.OFFICIAL)
    assert [s.file for s in sources["schools"]] == ["edubasealldata20240101.csv"]
    assert len(tables["members"]) == len(base.table("members"))


def test_a_newer_official_list_replaces_its_kind_alone(base):
    newer = files()["teaching_schools_2018-03-12.csv"].replace(b"Coast TSA", b"Moor TSA")
    tables, _, _ = together(load([("teaching_schools_2019-12-01.csv", newer)], base), base)
    kinds = tables["networks"].astype({"kind": "str"}).groupby("kind")["network"].agg(sorted).to_dict()
    assert kinds["teaching_school_alliance"] == ["harbour-alliance", "moor-tsa"]
    assert kinds["teaching_school_hub"] == ["X1", "X2", "X3"]
    assert "coast-tsa" not in set(tables["members"]["network"].astype("str"))


def test_official_files_and_illustrative_data_are_never_mixed():
    illustrative = Store.open(ROOT / "data" / "illustrative")
    tables, _, status = together(load([("edubasealldata20231116.csv", register())], illustrative), illustrative)
    assert status is Status.OFFICIAL
    assert set(tables) == {"schools", "districts", "outlines"}


def test_own_lists_may_stand_beside_illustrative_data():
    illustrative = Store.open(ROOT / "data" / "illustrative")
    school = str(illustrative.table("schools")["urn"].iloc[0])
    tables, _, status = together(
        load([("members.csv", f"network,urn,role\nmine,{school},lead\n".encode())], illustrative), illustrative
    )
    assert status is Status.UNPUBLISHED
    assert len(tables["members"]) == len(illustrative.table("members")) + 1


def test_a_refused_file_changes_nothing(base):
    built = load([("members.csv", b"<html>")], base)
    assert [report.verdict for report in built.reports] == ["REJECT"]
    tables, _, status = together(built, base)
    assert status is Status.OFFICIAL
    assert {name: len(table) for name, table in tables.items()} == {n: len(base.table(n)) for n in base.names}


def test_rows_set_aside_can_be_taken_away_with_their_reasons(base):
    body = (
        MEMBERS
        + b"harbour-alliance,100006,friend\n" * 1
        + b"".join(b"harbour-alliance,%d,supported\n" % urn for urn in range(100010, 100090))
    )
    built = load([("members.csv", body)], base)
    (row,) = built.quarantine["members.csv"].to_pylist()
    assert row["row"] == 4
    assert row["why"].startswith("OWN-05")


def test_names_of_files_are_shown_safely_and_never_used_as_paths(base):
    names = ["../../etc/members.csv", "CON.csv", "m" * 300 + ".csv", "a\u202egpj.csv", "<img src=x>.csv", "😀.csv"]
    built = load([(name, MEMBERS) for name in names], base)
    assert [report.recognised_as for report in built.reports] == ["members"] * len(names)
    for report in built.reports:
        assert len(report.file) <= 120
        assert not set(report.file) & set("\u202e/\\")


def test_an_upload_beyond_the_limit_is_refused_unread(base):
    built = load([("members.csv", b" " * (UPLOAD.upload_bytes + 1))], base)
    assert [f.code for f in built.reports[0].findings] == ["FILE-02"]
