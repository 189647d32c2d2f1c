"""What a child process may use before it is ended, and the reasons for which it is."""

from dataclasses import dataclass
from enum import StrEnum

GIGABYTE = 1024**3


@dataclass(frozen=True)
class Allowance:
    """Processor seconds for each answer, bytes of memory, and seconds of the clock in which a child may do nothing.

    Only work counts as time: on a busy machine a child takes longer and is refused nothing. ``starting`` is for its
    imports, which are not the file's fault.
    """

    seconds: float = 10
    memory: int = 2 * GIGABYTE
    idle: float = 60
    starting: float = 60


class Ending(StrEnum):
    """Why a child is no more: it was done, or what it lacked."""

    DONE = "done"
    STOPPED = "stopped"
    TIME = "time"
    MEMORY = "memory"
    IDLE = "idle"
    BROKEN = "broken"
