"""Files written whole or not at all, by one writer at a time, with nothing of an interrupted one left for long."""

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PART = ".part-"


def replace(path: Path, body: bytes) -> None:
    """Write beside, flush to disk, then rename over: a reader sees the old bytes or the new, never a part."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=PART, delete=False) as part:
        part.write(body)
        part.flush()
        os.fsync(part.fileno())
    Path(part.name).chmod(0o644)
    Path(part.name).replace(path)
    if os.name == "posix":
        _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no other process writes in the folder. The system lets go of the lock when a writer is killed."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield
    finally:
        os.close(opened)


def sweep(folder: Path, ours: re.Pattern[str], kept: set[str]) -> None:
    """Delete parts of interrupted writes, and files with names of ``ours`` that nothing names any more; no others."""
    for path in folder.iterdir():
        if path.name.startswith(PART) or (ours.fullmatch(path.name) and path.name not in kept):
            path.unlink(missing_ok=True)
