"""A job has a place of its own, waits for nobody who takes long, ends when it is stopped and leaves nothing behind."""

import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest
from conftest import ROOT

from hubdata.jobs.allowance import Allowance
from hubdata.jobs.child import Child
from hubdata.jobs.folders import owned, sweep
from hubdata.jobs.job import Job, Room, Stopped
from hubdata.jobs.turns import Turns


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "tests"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def busy(room: Room) -> str:
    """Work without end."""
    child = Child("misbehaviour", "work", Allowance(seconds=600), room.turn)
    room.ends_with(child.stop)
    list(child.lines())
    return child.ending


def test_a_job_gives_its_result_and_takes_its_folder_with_it():
    def work(room: Room) -> Path:
        (room.folder / "table").write_text("rows")
        return room.folder

    folder = Job("reader", work).begin().result(10)
    assert not folder.exists()


def test_what_goes_wrong_is_told_to_whoever_waits():
    with pytest.raises(ZeroDivisionError):
        Job("reader", lambda _: 1 / 0).begin().result(10)


def ended(job: Job) -> str:
    """How a job that was told to stop ended: one whose turn had not come never begins."""
    try:
        return job.result(20)
    except Stopped:
        return "never begun"


def test_twenty_jobs_that_are_stopped_leave_no_child_and_no_folder(place):
    turns = Turns()
    jobs = [Job(reader, busy, turns).begin() for reader in range(20)]
    time.sleep(1)
    for job in jobs:
        job.stop()
    assert {ended(job) for job in jobs} <= {"stopped", "never begun"}
    assert not list(place.iterdir())


def test_a_reader_has_one_at_a_time():
    turns, first = Turns(), threading.Event()
    one = Job("reader", lambda _: first.wait(20), turns).begin()
    two = Job("reader", lambda _: "two", turns).begin()
    other = Job("another", lambda _: "other", turns).begin()
    assert other.result(5) == "other"
    assert not two.done()
    first.set()
    assert one.result(5)
    assert two.result(5) == "two"


def test_long_work_gives_its_place_to_the_next():
    """One quick place and one long: both are taken by work without end, yet a third reader's turn comes."""
    turns = Turns(quick=1, long=1)
    jobs = [Job(reader, busy, turns).begin() for reader in "ab"]
    short = Job("c", lambda _: "done", turns).begin()
    assert short.result(30) == "done"
    assert not any(job.done() for job in jobs)
    for job in jobs:
        job.stop()
    # The short one may have had its turn before the second long one.
    first, second = (ended(job) for job in jobs)
    assert "stopped" in (first, second)
    assert {first, second} <= {"stopped", "never begun"}


def test_what_a_killed_process_left_is_swept_and_what_is_in_use_is_not(place):
    made = "from hubdata.jobs.folders import owned; folder = owned(); print(folder.name, flush=True); "
    made += "import os; os.kill(os.getpid(), 9)"
    killed = subprocess.run(
        [sys.executable, "-c", made], cwd=ROOT, env=os.environ | {"TMPDIR": str(place)}, capture_output=True, text=True
    )
    left = Path(killed.stdout.strip())
    old, fresh, other = (place / name for name in ("hubdata-old", "hubdata-fresh", "theirs"))
    for folder in (old, fresh, other):
        folder.mkdir()
    long_ago = time.time() - 7200
    for folder in (old, other):
        os.utime(folder, (long_ago, long_ago))
    with owned() as mine:
        assert left.exists()
        sweep()
        found = [folder.exists() for folder in (left, old, fresh, other, Path(mine))]
    assert found == [False, False, True, True, True]
