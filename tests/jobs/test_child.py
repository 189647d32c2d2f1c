"""A child is held to work and memory, not to the clock; it ends with its asker, whatever ends that."""

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest
from conftest import ROOT

from hubdata.jobs.allowance import Allowance, Ending
from hubdata.jobs.child import Child

PLENTY = Allowance(seconds=60)


@pytest.fixture(autouse=True)
def _modules(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "tests"))


def ended(child: Child) -> tuple[list[str], Ending]:
    return [line.strip() for line in child.lines()], child.ending


def test_a_child_answers_and_is_done():
    assert ended(Child("misbehaviour", "answer", PLENTY)) == (["1", "2"], Ending.DONE)


def test_a_child_that_does_nothing_is_ended():
    begun = time.monotonic()
    assert ended(Child("misbehaviour", "sleep", Allowance(idle=0.5))) == ([], Ending.IDLE)
    assert time.monotonic() - begun < 20


@pytest.mark.parametrize("hidden", ["", "resource,fcntl"], ids=["with limits of the system", "by watching alone"])
@pytest.mark.parametrize(("what", "why"), [("work", Ending.TIME), ("eat", Ending.MEMORY)])
def test_more_work_or_memory_than_allowed_ends_a_child(monkeypatch, hidden, what, why):
    """Where the system knows no limits, as on Windows, the child is watched."""
    monkeypatch.setenv("HIDDEN_MODULES", hidden)
    child = Child("misbehaviour", what, Allowance(seconds=1, memory=300 * 1024**2))
    assert ended(child) == ([], why)


def test_time_that_others_take_does_not_count(monkeypatch):
    """A second of the clock with next to no work, beyond the seconds allowed: nothing is refused."""
    assert ended(Child("misbehaviour", "slow", Allowance(seconds=1, idle=30))) == (["1"], Ending.DONE)


def test_a_child_that_dies_at_once_broke_off():
    assert ended(Child("hubdata.no_such_module", "", PLENTY)) == ([], Ending.BROKEN)


def test_a_child_that_is_stopped_says_so():
    child = Child("misbehaviour", "sleep", PLENTY)
    child.stop()
    assert ended(child) == ([], Ending.STOPPED)


@pytest.mark.parametrize("paused", [False, True], ids=["running", "standing still"])
def test_a_child_ends_with_its_asker_even_when_that_is_killed(paused):
    asker = subprocess.Popen([sys.executable, "-m", "misbehaviour", "ask"], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    child = psutil.Process(int(asker.stdout.readline()))
    if paused:
        child.suspend()
    os.kill(asker.pid, signal.SIGKILL)
    asker.wait()
    asker.stdout.close()
    assert psutil.wait_procs([child], timeout=20)[1] == []
