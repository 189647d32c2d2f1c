"""One piece of long work for one reader: how far it is, a way to stop it, what came of it, and nothing left behind."""

import threading
from collections.abc import Callable, Hashable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from hubdata.jobs.folders import owned, sweep
from hubdata.jobs.turns import Turn, Turns

Found = TypeVar("Found")
# Of the whole server.
TURNS = Turns()


class Stopped(Exception):
    """The job was given up before it was done."""


@dataclass(frozen=True)
class Progress:
    """How far a job is: the share that is done, from 0 to 1, and what it does now."""

    share: float
    doing: str


def _nobody(_: object) -> None:
    """Nobody wants to know."""


@dataclass(frozen=True)
class Room:
    """What work is given: a folder of its own, leave to run a child, whom to tell, and who ends what it starts."""

    folder: Path
    turn: Turn | None = None
    tell: Callable[[Progress], None] = _nobody
    ends_with: Callable[[Callable[[], None]], None] = _nobody


@contextmanager
def alone() -> Iterator[Room]:
    """A room for work that its own process waits for, as on the command line."""
    sweep()
    ends: list[Callable[[], None]] = []
    with owned() as folder:
        try:
            yield Room(Path(folder), ends_with=ends.append)
        finally:
            for end in ends:
                end()


@dataclass
class Job(Generic[Found]):
    """Work that runs beside its reader's page: it begins at once, waits its turn, and ends when it is stopped.

    ``work`` is given a room. A reader has one job at a time; ``turns`` are those of the whole server.
    """

    reader: Hashable
    work: Callable[[Room], Found]
    turns: Turns = TURNS
    progress: Progress = Progress(0.0, "Waiting for a turn")
    _given_up: threading.Event = field(default_factory=threading.Event)
    _ends: list[Callable[[], None]] = field(default_factory=list)
    _future: Future[Found] = field(default_factory=Future)

    def begin(self) -> "Job[Found]":
        """Start, on a thread of its own."""
        threading.Thread(target=self._run, name="job", daemon=True).start()
        return self

    def _run(self) -> None:
        try:
            with self.turns.turn(self.reader, self._given_up) as turn:
                if turn is None:
                    raise Stopped
                sweep()
                with owned() as folder:
                    try:
                        found = self.work(Room(Path(folder), turn, self._tell, self._ends_with))
                    finally:
                        self._end()
        except BaseException as error:
            self._future.set_exception(error)
        else:
            self._future.set_result(found)

    def _tell(self, progress: Progress) -> None:
        self.progress = progress

    def _ends_with(self, end: Callable[[], None]) -> None:
        self._ends.append(end)
        if self._given_up.is_set():
            end()

    def stop(self) -> None:
        """Give up: what runs is ended, what waits never begins. From any thread, any number of times."""
        self._given_up.set()
        self._end()

    def _end(self) -> None:
        for end in list(self._ends):
            end()

    def done(self, seconds: float = 0) -> bool:
        """Whether it has ended, having waited for that so many seconds."""
        try:
            self._future.exception(seconds)
        except TimeoutError:
            return False
        return True

    def result(self, seconds: float | None = None) -> Found:
        """What came of it; raises what went wrong."""
        return self._future.result(seconds)
