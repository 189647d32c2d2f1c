"""What a child does with itself: takes its request, holds to its limits, and ends with the process that asked."""

import os
import signal
import sys
import threading

# A start costs imports; it is not counted against the file. The child says this line when they are done.
READY = "ready"
# The word on its command line by which a child knows that its asker holds the other end of standard input.
LEASHED = "leashed"
ORPHANED = 3
# Of Linux's prctl: PR_SET_PDEATHSIG.
DEATH_SIGNAL = 1


def requested() -> str:
    """The request, one line of standard input. Where the asker goes, however it goes, the child goes too."""
    line = sys.stdin.buffer.readline().decode("utf-8")
    if LEASHED in sys.argv[1:]:
        threading.Thread(target=_end_with_asker, daemon=True).start()
        _even_standing_still()
    return line


def _end_with_asker() -> None:
    """Nothing more is ever sent, so whatever ends the wait is the asker's end."""
    try:
        # Not through ``sys.stdin``: its lock would be held for ever and keep this process from ending by itself.
        os.read(0, 1)
    finally:
        os._exit(ORPHANED)


def _even_standing_still() -> None:
    """A child that was paused cannot end itself: Linux does it, once the thread that started the child is gone.

    That thread always waits for the child, so nothing but the asker's end takes it away.
    """
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(DEATH_SIGNAL, signal.SIGKILL)


def hold(memory: int, kind: str = "RLIMIT_AS") -> None:
    """Cap this process's memory where the system can; elsewhere the asker watches."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(getattr(resource, kind), (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def begin(seconds: float) -> None:
    """Allow this process so many more processor seconds from now, whatever it has used so far."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    # Whole seconds are all that the system knows: rounded up, so that none is taken away.
    end = int(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (end if most == resource.RLIM_INFINITY else min(end, most), most))


def say(line: str) -> None:
    """One line to the asker, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
