"""Files given to child processes and their tables collected; a child that dies takes only its own file with it."""

import json
import shutil
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hubdata.building.files.shares import Delivery as Delivery
from hubdata.building.files.shares import Job as Job
from hubdata.building.files.shares import shared_out
from hubdata.intake.child import Child
from hubdata.intake.gates import check_ending, check_size
from hubdata.intake.limits import Limits
from hubdata.intake.verdicts import Refused, Report
from hubdata.sources import worker

if TYPE_CHECKING:
    pass

WORKER = "hubdata.sources.worker"

PREFIX = "hubdata-"
STALE_SECONDS = 3600


class Reading:
    """Files being read in the background: start early, do other work, then ask for the ``deliveries``."""

    def __init__(self, jobs: Sequence[Job], limits: Limits, children: int, places: Path | None) -> None:
        """Start reading with so many children at once; ``places`` is a snapshot of areas to judge files by."""
        self._limits, self._places = limits, places
        _sweep()
        self._folder = tempfile.TemporaryDirectory(prefix=PREFIX)
        self._deliveries: dict[int, list[Delivery]] = {}
        self._child: Child | None = None
        self._stopped = False
        asked = [self._gate(number, job) for number, job in enumerate(jobs)]
        self._pool = ThreadPoolExecutor(max(1, children))
        shares = shared_out([job for job in asked if job], children)
        self._running = [self._pool.submit(self._read, share) for share in shares if share]

    @property
    def done(self) -> int:
        """How many files have been delivered so far; safe to ask while another thread waits for ``deliveries``."""
        return len(self._deliveries)

    def stop(self) -> None:
        """Give up from another thread: the child that reads is ended, and no other begins."""
        self._stopped = True
        if self._child:
            self._child.stop()

    def deliveries(self) -> list[Delivery]:
        """Every delivery, in the order of the files; waits for the last."""
        for running in self._running:
            running.result()
        self._pool.shutdown()
        self._folder.cleanup()
        return [delivery for number in sorted(self._deliveries) for delivery in self._deliveries[number]]

    def _gate(self, number: int, job: Job) -> tuple[int, Job] | None:
        """The gates that need no byte of the file."""
        try:
            check_ending(job.name)
            check_size(job.path.stat().st_size, self._limits)
        except Refused as refused:
            self._deliveries[number] = [Delivery(Report(job.name, findings=(refused.finding,)))]
            return None
        return number, job

    def _read(self, jobs: list[tuple[int, Job]]) -> None:
        """Read in one child; after a death go on with a new one. A file that kills a fresh child is refused."""
        while jobs and not self._stopped:
            done, blame = self._one_child(jobs)
            if done == 0:
                number, job = jobs[0]
                self._deliveries[number] = [Delivery(Report(job.name, findings=(blame.finding,)))]
            jobs = jobs[max(1, done) :]

    def _one_child(self, jobs: list[tuple[int, Job]]) -> tuple[int, Refused]:
        """How many files a child delivered, and what to say of the one it was on if it did not finish."""
        asked = [(n, _request(job)) for n, job in jobs]
        self._child = child = Child(WORKER, worker.request(asked, Path(self._folder.name), self._limits, self._places))
        done = 0
        for line in child.lines(self._limits.child_seconds):
            said = json.loads(line)
            self._deliveries[said["job"]] = [self._delivery(part) for part in said["parsed"]]
            done += 1
        slow = f"reading took more than {self._limits.child_seconds} seconds: save the sheet as .csv, or send less"
        spent = "reading needed more memory or time than allowed, or the file is damaged"
        return done, Refused("CHILD-01", slow) if child.silent else Refused("CHILD-02", spent)

    def _delivery(self, part: dict[str, Any]) -> Delivery:
        # Imported here, so that the children have started before this process imports anything large.
        import pyarrow.parquet as pq

        tables = {name: pq.read_table(Path(self._folder.name) / file) for name, file in part["tables"].items()}
        return Delivery(Report.from_json(part["report"]), tables, tables.pop("quarantine", None))


def _request(job: Job) -> dict[str, Any]:
    said = {"as_at": str(job.said.as_at or ""), "replies": dict(job.said.replies)}
    return {"path": str(job.path), "name": job.name, **said}


def _sweep() -> None:
    """Delete what a killed process left behind, long enough ago that nobody still reads there."""
    for left in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        try:
            if time.time() - left.stat().st_mtime > STALE_SECONDS:
                shutil.rmtree(left, ignore_errors=True)
        except OSError:
            continue
