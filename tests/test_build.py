"""``build`` as a process: killed at any moment it leaves the old snapshot or the new one, whole, never a part."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from commanded import commanded
from conftest import ROOT
from england_of_files import written

from hubdata import snapshot

KILLS = int(os.environ.get("HUBDATA_KILLS", "10"))
RENAME = Path.replace
BUILD = [sys.executable, "-m", "hubdata", "build"]


@pytest.fixture(scope="module")
def sources(tmp_path_factory) -> tuple[Path, Path]:
    """Two sets of files that give two different snapshots."""
    folder = tmp_path_factory.mktemp("files")
    return written(folder / "first"), written(folder / "second", 120)


@pytest.fixture(scope="module")
def built(sources, tmp_path_factory) -> tuple[Path, float]:
    """The snapshot of the first set, and how long a build takes here."""
    to = tmp_path_factory.mktemp("built") / "snapshot"
    begun = time.monotonic()
    done = commanded("build", "--from", str(sources[0]), "--to", str(to))
    assert done.returncode == 0, done.stderr
    return to, time.monotonic() - begun


def test_a_killed_build_leaves_a_whole_snapshot(sources, built, tmp_path):
    first, seconds = built
    to = tmp_path / "snapshot"
    shutil.copytree(first, to)
    before = snapshot.read(str(to))[0].hash
    chance = random.Random(2011)
    for _ in range(KILLS):
        process = subprocess.Popen(
            [*BUILD, "--from", str(sources[1]), "--to", str(to)],
            cwd=ROOT, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(chance.uniform(0.3, 1.05) * seconds)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        manifest, tables = snapshot.read(str(to))
        schools = len(tables["schools"])
        assert (manifest.hash == before, schools) in ((True, 60), (False, 120))
    done = commanded("build", "--from", str(sources[1]), "--to", str(to))
    assert done.returncode == 0, done.stderr
    assert len(snapshot.read(str(to))[1]["schools"]) == 120
    assert not list(to.glob(".part-*"))


def test_a_write_stopped_at_any_step_leaves_the_old_or_the_new(sources, built, tmp_path, monkeypatch):
    """Every single step of the write in turn, which random moments may miss."""
    manifest, tables = snapshot.read(str(built[0]))
    changed = {name: table.iloc[:-1] for name, table in tables.items()}
    steps = 0
    while True:
        to = tmp_path / f"{steps}"
        shutil.copytree(built[0], to)
        left = [steps]

        def stopping(self, target, left=left):
            if left[0] == 0:
                raise KeyboardInterrupt
            left[0] -= 1
            return RENAME(self, target)

        monkeypatch.setattr(Path, "replace", stopping)
        try:
            new = snapshot.write(changed, manifest.sources, to, manifest.status)
        except KeyboardInterrupt:
            assert snapshot.read(str(to))[0].hash == manifest.hash
            steps += 1
            continue
        assert snapshot.read(str(to))[0].hash == new.hash
        break
    assert steps == len(tables) + 1


def test_a_second_build_of_the_same_files_says_the_same(sources, built, tmp_path):
    done = commanded("build", "--from", str(sources[0]), "--to", str(tmp_path / "again"))
    assert done.returncode == 0
    assert snapshot.read(str(tmp_path / "again"))[0].hash == snapshot.read(str(built[0]))[0].hash


def test_two_builds_at_once_leave_one_whole_snapshot(sources, tmp_path):
    to = tmp_path / "snapshot"
    both = [
        subprocess.Popen(
            [*BUILD, "--from", str(source), "--to", str(to)],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for source in sources
    ]
    codes = [process.wait(timeout=120) for process in both]
    assert sorted(codes) in ([0, 0], [0, 1])
    assert len(snapshot.read(str(to))[1]["schools"]) in (60, 120)


def test_a_register_that_shrank_is_asked_about_and_the_old_snapshot_stays(sources, tmp_path):
    to = tmp_path / "snapshot"
    assert commanded("build", "--from", str(sources[1]), "--to", str(to)).returncode == 0
    before = snapshot.read(str(to))[0].hash
    refused = commanded("build", "--from", str(sources[0]), "--to", str(to))
    assert refused.returncode == 1
    assert "REFRESH-01" in refused.stderr
    assert snapshot.read(str(to))[0].hash == before


def test_a_refused_file_writes_nothing(sources, tmp_path):
    bad = tmp_path / "edubasealldata20231116.csv"
    bad.write_bytes(b"<html>log in</html>")
    done = commanded("build", "--from", str(bad), str(sources[0]), "--to", str(tmp_path / "none"))
    assert done.returncode == 1
    assert bad.name in done.stderr
    assert not (tmp_path / "none").exists()


def test_files_of_other_people_in_the_folder_are_never_swept(sources, tmp_path):
    to = tmp_path / "mine"
    to.mkdir()
    (to / "figures.parquet").write_bytes(b"mine")
    assert commanded("build", "--from", str(sources[0]), "--to", str(to)).returncode == 0
    assert (to / "figures.parquet").read_bytes() == b"mine"
