"""What is shipped: no reader's own list, the same bytes from the same files, every source in the inventory."""

import csv
import hashlib
import json
from pathlib import Path

import pytest

from hubdata.__main__ import main as command_line
from hubdata.inventory import COLUMNS, INVENTORY, NOT_SAID, faults, listed

SITES = "provider_code,provider_name,site_code,site_name,establishment_urn\n1AB,Coast,A,Seaview,100001\n"
ROLES = "network,area_of_work,since,until\ncoast,Leadership potential,01-09-2014,\n"
TRAINEES = "trainee,network,cohort,qualified,last_seen\n1,coast,2018/19,yes,2020\n"


@pytest.fixture
def files(tmp_path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "sites_2021.csv").write_text(SITES, encoding="utf-8")
    (folder / "roles.csv").write_text(ROLES, encoding="utf-8")
    (folder / "trainees.csv").write_text(TRAINEES, encoding="utf-8")
    return folder


def build(files: Path, to: Path) -> int:
    return command_line(["build", "--shipped", "--from", str(files), "--to", str(to)])


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_a_readers_own_lists_are_left_out_and_named(files, tmp_path, capsys):
    assert build(files, tmp_path / "to") == 0
    manifest = json.loads((tmp_path / "to" / "manifest.json").read_text(encoding="utf-8"))
    assert "training_sites" in manifest["tables"]
    assert not {"roles", "networks", "cohorts", "pipeline"} & set(manifest["tables"])
    assert manifest["status"] == "official"
    said = [line for line in capsys.readouterr().err.splitlines() if "SHIP-01" in line]
    assert [line.split()[2] for line in said] == ["roles.csv:", "trainees.csv:"]
    assert all("not shipped" in line for line in said)


def test_the_same_files_make_the_same_bytes_over_anything(files, tmp_path):
    to = tmp_path / "to"
    assert build(files, to) == 0
    first = digests(to)
    (files / "sites_2021.csv").write_text(SITES + "1AB,Coast,B,Hillside,100002\n", encoding="utf-8")
    assert build(files, to) == 0
    assert digests(to) != first
    (files / "sites_2021.csv").write_text(SITES, encoding="utf-8")
    # A third of the rows are gone again, which a refresh in place would ask about.
    assert build(files, tmp_path / "again") == 0
    assert digests(tmp_path / "again") == first
    assert len(digests(to)) == len(first)


def test_no_source_says_on_which_day_it_was_read(files, tmp_path):
    build(files, tmp_path / "to")
    manifest = json.loads((tmp_path / "to" / "manifest.json").read_text(encoding="utf-8"))
    assert {s["retrieved"] for given in manifest["sources"].values() for s in given} == {None}


def test_a_folder_with_an_inventory_has_every_source_in_it(files, tmp_path):
    with (tmp_path / INVENTORY).open("w", newline="", encoding="utf-8") as file:
        csv.DictWriter(file, COLUMNS).writeheader()
    build(files, tmp_path / "england")
    rows = [row for row in listed(tmp_path) if row["read_from"]]
    expected = hashlib.sha256((files / "sites_2021.csv").read_bytes()).hexdigest()
    assert [(row["read_from"], row["read_sha256"]) for row in rows] == [("sites_2021.csv", expected)]
    assert not [said for said in faults(tmp_path) if said.startswith("england/")]


def test_the_inventory_names_every_source_of_the_shipped_england(england):
    manifest = json.loads((england / "manifest.json").read_text(encoding="utf-8"))
    rows = {(row["file"], row["read_sha256"]): row for row in listed(england.parent)}
    for name, sources in manifest["sources"].items():
        for source in sources:
            row = rows[f"england/{manifest['tables'][name]['file']}", source["sha256"]]
            assert row["publisher"] == source["publisher"]
            assert row["as_at"] == (source["as_at"] or NOT_SAID)
            assert row["licence"]
            assert row["address"].startswith("https://")
            assert source["status"] in ("official", "published")
