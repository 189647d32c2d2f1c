"""Watching a process from outside: what it has used since its last answer, its priority, a pause and its end."""

import time
from typing import TYPE_CHECKING

from hubdata.jobs.allowance import Allowance, Ending

if TYPE_CHECKING:
    import psutil

# Above this share of its memory, a process that broke off broke off for want of more.
NEARLY = 0.8
LOW_PRIORITY = 10


class Watch:
    """Looks at one process when asked to; holds its limits wherever the system cannot.

    ``worked`` are the processor seconds since it was first seen after its start.
    """

    def __init__(self, number: int, allowance: Allowance) -> None:
        """Watch the process with this number."""
        self._number, self._allowance = number, allowance
        self._process: psutil.Process | None = None
        self._answers = 0
        self._started: float | None = None
        self.worked = 0.0
        self.nearly_full = False
        self._start_over()

    def _start_over(self) -> None:
        self._before: float | None = None
        self._busy, self._busy_at = 0.0, time.monotonic()

    def answered(self) -> None:
        """The process has said something: its time begins again. The first line ends its start."""
        self._answers += 1
        self._start_over()

    def over(self) -> Ending | None:
        """The limit that the process is beyond, if it is beyond one."""
        import psutil

        try:
            self._process = self._process or psutil.Process(self._number)
            if self._process.status() == psutil.STATUS_STOPPED:
                self._busy_at = time.monotonic()
                return None
            with self._process.oneshot():
                used, memory = self._process.cpu_times(), self._process.memory_info()
        except psutil.Error:
            return None
        self.nearly_full = max(memory.rss, memory.vms) > NEARLY * self._allowance.memory
        if memory.rss > self._allowance.memory:
            return Ending.MEMORY
        return self._late(used.user + used.system)

    def _late(self, used: float) -> Ending | None:
        now = time.monotonic()
        if self._before is None:
            self._before = self._busy = used
        if used > self._busy:
            self._busy, self._busy_at = used, now
        starting = self._answers == 0
        if not starting:
            self._started = used if self._started is None else self._started
            self.worked = used - self._started
        if not starting and used - self._before > self._allowance.seconds:
            return Ending.TIME
        # A start may take as long as a busy machine makes it, as long as it works.
        idle = self._allowance.starting if starting else self._allowance.idle
        return Ending.IDLE if now - self._busy_at > idle else None

    def give_way(self) -> None:
        """Let others go first from now on."""
        self._try("nice", LOW_PRIORITY)

    def pause(self) -> None:
        """Stand still, and keep what it holds."""
        self._try("suspend")

    def go_on(self) -> None:
        """Go on after a pause."""
        self._try("resume")

    def _try(self, what: str, *values: int) -> None:
        import psutil

        if what == "nice" and hasattr(psutil, "BELOW_NORMAL_PRIORITY_CLASS"):
            values = (psutil.BELOW_NORMAL_PRIORITY_CLASS,)
        try:
            self._process = self._process or psutil.Process(self._number)
            getattr(self._process, what)(*values)
        except psutil.Error:
            return
