"""Running a Python module as a child that answers line by line, watched, and ended when it uses more than it may."""

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from hubdata.jobs.allowance import Allowance, Ending
from hubdata.jobs.held import LEASHED, READY
from hubdata.jobs.turns import Turn
from hubdata.jobs.watch import Watch

ROOT = Path(__file__).parents[2]
# A child is held to its address space: allocators must not reserve a gigabyte, nor threads a stack each, in advance.
THRIFTY = {
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_ARENA_MAX": "2",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}
# Watching costs an import: a child that is done within the first seconds is never looked at.
FIRST_LOOK, LOOK, LAST = 1.0, 0.25, 5.0


class Child:
    """A child process: its lines, and how it ended."""

    def __init__(self, module: str, request: str, allowance: Allowance, turn: Turn | None = None) -> None:
        """Start ``python -m module`` afresh and send it ``request``, a single line; ``turn`` is its leave to run."""
        path = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-m", module, LEASHED],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | THRIFTY | {"PYTHONPATH": path},
            text=True,
            encoding="utf-8",
        )
        self.ending = Ending.DONE
        self._watch, self._turn = Watch(self._process.pid, allowance), turn
        if turn:
            turn.began(self._watch)
        self._lines: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=self._listen, args=(self._process.stdout,), daemon=True).start()
        # Standard input stays open: its end tells the child that nobody is left to answer.
        self._send(request + "\n")

    def _send(self, text: str) -> None:
        with contextlib.suppress(OSError):
            self._process.stdin.write(text)
            self._process.stdin.flush()

    def _listen(self, out: IO[str]) -> None:
        for line in out:
            self._lines.put(line)
        self._lines.put(None)

    def lines(self) -> Iterator[str]:
        """Lines as they come, after the one that says the child is ready; ``ending`` then says why no more come."""
        wait = FIRST_LOOK
        try:
            while True:
                try:
                    line = self._lines.get(timeout=wait)
                except queue.Empty:
                    wait = LOOK
                    self._look()
                    continue
                if line is None:
                    self._await_end()
                    return
                self._watch.answered()
                if line.strip() == READY:
                    self._ready()
                else:
                    yield line
        finally:
            self._close()

    def _look(self) -> None:
        self._end(self._watch.over())
        if self._turn:
            self._turn.looked_at(self._watch.worked)

    def _ready(self) -> None:
        if self._turn:
            self._turn.ready()

    @property
    def running(self) -> bool:
        """Whether it has not ended yet."""
        return self._process.poll() is None

    def stop(self) -> None:
        """End the child, whatever it is doing; from any thread."""
        self._end(Ending.STOPPED)

    def _end(self, why: Ending | None) -> None:
        if why and self.running:
            if self.ending is Ending.DONE:
                self.ending = why
            self._process.kill()

    def _await_end(self) -> None:
        """It has said its last; what it still has to tidy up takes no long time."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(LAST)

    def _close(self) -> None:
        """Leave no zombie and no open end; name the reason of an end that nobody here brought about."""
        self._end(Ending.STOPPED)
        code = self._process.wait()
        for end in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                end.close()
        if code and self.ending is Ending.DONE:
            self.ending = self._reason(code)

    def _reason(self, code: int) -> Ending:
        """By the signal that ended it: the system's own for time; a kill from outside is for want of memory."""
        if code == -getattr(signal, "SIGXCPU", 0):
            return Ending.TIME
        if code == -getattr(signal, "SIGKILL", 0) or self._watch.nearly_full:
            return Ending.MEMORY
        return Ending.BROKEN
