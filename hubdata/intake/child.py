"""Running a Python module as a child that answers line by line, stopped when it is silent for too long."""

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[2]
# A child is held to its address space: allocators must not reserve a gigabyte, nor threads a stack each, in advance.
THRIFTY = {
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_ARENA_MAX": "2",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}
# A start costs imports; it is not counted against the file. The child says this line when they are done.
READY = "ready"
START_SECONDS = 10


class Child:
    """A child process: its lines, and how it ended."""

    def __init__(self, module: str, request: str, starting: float = START_SECONDS) -> None:
        """Start ``python -m module`` afresh and send it ``request``, with ``starting`` seconds for its imports."""
        self._starting = starting
        path = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
        environment = os.environ | THRIFTY | {"PYTHONPATH": path}
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            text=True,
            encoding="utf-8",
        )
        self._lines: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=self._listen, args=(self._process.stdout,), daemon=True).start()
        try:
            self._process.stdin.write(request)
            self._process.stdin.close()
        except BrokenPipeError:
            pass
        self.silent = False

    def _listen(self, out: IO[str]) -> None:
        for line in out:
            self._lines.put(line)
        self._lines.put(None)

    def lines(self, seconds: float) -> Iterator[str]:
        """Lines as they come, after the one that says the child is ready.

        Ends when the child does, or kills it (``silent``) after ``seconds`` without a line; its start has a time of
        its own.
        """
        wait = self._starting
        try:
            while (line := self._lines.get(timeout=wait)) is not None:
                wait = seconds
                if line.strip() != READY:
                    yield line
        except queue.Empty:
            self.silent = True
        finally:
            self.stop()

    def stop(self) -> None:
        """End the child, whatever it is doing, and leave no zombie."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
