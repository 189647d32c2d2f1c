"""Folders that a process owns while it lives: gone with the work, or swept by the next process after a kill."""

import os
import re
import shutil
import tempfile
import time
from pathlib import Path

PREFIX = "hubdata-"
OWNED = re.compile(rf"{PREFIX}(\d+)-")
# Without an owner's number in its name, a folder is left alone for so long.
STALE_SECONDS = 3600
# A process that began later than the folder was last used, by more than clocks disagree, is not its owner.
DISAGREE = 2


def owned() -> tempfile.TemporaryDirectory:
    """A new folder of this process, deleted when its context ends."""
    return tempfile.TemporaryDirectory(prefix=f"{PREFIX}{os.getpid()}-", ignore_cleanup_errors=True)


def sweep() -> None:
    """Delete what killed processes left behind; what a living process owns stays."""
    for left in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        try:
            if _forsaken(left):
                shutil.rmtree(left, ignore_errors=True)
        except OSError:
            continue


def _forsaken(folder: Path) -> bool:
    used = folder.stat().st_mtime
    owner = OWNED.match(folder.name)
    if owner is None:
        return time.time() - used > STALE_SECONDS
    if int(owner[1]) == os.getpid():
        return False
    import psutil

    try:
        return psutil.Process(int(owner[1])).create_time() > used + DISAGREE
    except psutil.NoSuchProcess:
        return True
    except psutil.Error:
        return False
