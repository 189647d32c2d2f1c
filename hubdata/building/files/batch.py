"""Files given to child processes and their tables collected; a child that dies takes only its own file with it."""

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hubdata.building.files.shares import Delivery as Delivery
from hubdata.building.files.shares import Given as Given
from hubdata.building.files.shares import shared_out
from hubdata.intake.filenames import ending
from hubdata.intake.gates import LOOKED_AT, check_ending, check_size
from hubdata.intake.limits import Limits
from hubdata.intake.verdicts import Refused, Report
from hubdata.jobs.allowance import Allowance, Ending
from hubdata.jobs.child import Child
from hubdata.jobs.job import Progress, Room
from hubdata.sources import worker

if TYPE_CHECKING:
    from hubdata.sources.reference import Known

WORKER = "hubdata.sources.worker"
TOGETHER = "Putting the tables together"


class Reading:
    """Files being read in the background: start early, do other work, then ask for the ``deliveries``."""

    def __init__(
        self,
        given: Sequence[Given],
        limits: Limits,
        children: int,
        places: Path | None,
        room: Room,
        told: "Sequence[Known]" = (),
    ) -> None:
        """Start reading with so many children at once.

        ``places`` is a snapshot of areas to judge files by, ``told`` are authorities that it does not have. The
        children leave their tables in the folder of ``room``, and end with it.
        """
        self._limits, self._places, self._room, self._count = limits, places, room, len(given)
        self._told = told
        self._deliveries: dict[int, list[Delivery]] = {}
        self._children: set[Child] = set()
        self._stopped = False
        room.ends_with(self.stop)
        asked = [self._gate(number, one) for number, one in enumerate(given)]
        shares = [share for share in shared_out([one for one in asked if one], children) if share]
        self._tell()
        self._pool = ThreadPoolExecutor(max(1, len(shares)), "reading")
        self._running = [self._pool.submit(self._read, share) for share in shares]

    def stop(self) -> None:
        """Give up from another thread: the children that read are ended, and no other begins."""
        self._stopped = True
        for child in list(self._children):
            child.stop()

    def deliveries(self) -> list[Delivery]:
        """Every delivery, in the order of the files; waits for the last."""
        for running in self._running:
            running.result()
        self._pool.shutdown()
        return [delivery for number in sorted(self._deliveries) for delivery in self._deliveries[number]]

    def _gate(self, number: int, given: Given) -> tuple[int, Given] | None:
        """The gates that need no byte of the file."""
        try:
            if ending(given.name) not in LOOKED_AT:
                check_ending(given.name)
            check_size(given.path.stat().st_size, self._limits)
        except Refused as refused:
            self._deliveries[number] = [Delivery(Report(given.name, findings=(refused.finding,)))]
            return None
        return number, given

    def _read(self, share: list[tuple[int, Given]]) -> None:
        """Read in one child; after a death go on with a new one. A file that kills its child is refused."""
        while share and not self._stopped:
            done, blame = self._one_child(share)
            if blame and done < len(share):
                number, given = share[done]
                self._take(number, [Delivery(Report(given.name, findings=(blame.finding,)))])
                done += 1
            share = share[done:]

    def _one_child(self, share: list[tuple[int, Given]]) -> tuple[int, Refused | None]:
        """How many files a child delivered, and what to say of the one it was on if it did not finish."""
        asked = [(n, _request(given)) for n, given in share]
        allowed = Allowance(self._limits.child_seconds, self._limits.child_bytes)
        child = Child(
            WORKER,
            worker.request(asked, self._room.folder, self._limits, self._places, self._told),
            allowed,
            self._room.turn,
        )
        self._children.add(child)
        if self._stopped:
            child.stop()
        done = 0
        for line in child.lines():
            said = json.loads(line)
            self._take(said["job"], [self._delivery(part) for part in said["parsed"]])
            done += 1
        self._children.discard(child)
        return done, None if child.ending is Ending.STOPPED else why_not(child.ending, self._limits.child_seconds)

    def _take(self, number: int, deliveries: list[Delivery]) -> None:
        self._deliveries[number] = deliveries
        self._tell()

    def _tell(self) -> None:
        done = len(self._deliveries)
        doing = f"Reading file {done + 1} of {self._count}, row by row"
        self._room.tell(Progress(done / (self._count + 1), doing if done < self._count else TOGETHER))

    def _delivery(self, part: dict[str, Any]) -> Delivery:
        # Imported here, so that the children have started before this process imports anything large.
        import pyarrow.parquet as pq

        tables = {name: pq.read_table(self._room.folder / file) for name, file in part["tables"].items()}
        return Delivery(Report.from_json(part["report"]), tables, tables.pop("quarantine", None))


def why_not(ending: Ending, seconds: int, instead: str = "") -> Refused:
    """What to say of a file whose child ended before it delivered, and what to do ``instead`` of sending it."""
    if ending is Ending.TIME:
        way = instead or "save it as .csv, or send less"
        return Refused("CHILD-01", f"needs more than {seconds} seconds of work: {way}")
    if ending is Ending.MEMORY:
        return Refused("CHILD-02", f"needs more memory than allowed: {instead or 'send fewer rows or columns'}")
    if ending is Ending.IDLE:
        return Refused("CHILD-04", "reading stood still and was ended: the file is damaged, save it again")
    return Refused("CHILD-03", "reading broke off: the file is damaged, save it again or as .csv")


def _request(given: Given) -> dict[str, Any]:
    said = {"as_at": str(given.said.as_at or ""), "replies": dict(given.said.replies)}
    return {"path": str(given.path), "name": given.name, **said}
