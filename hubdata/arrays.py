"""Large arrays kept in files between runs, outside the data: made again when lost, never part of a snapshot."""

import io
import logging
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
from platformdirs import user_cache_path

from hubdata import atomic

LOG = logging.getLogger("hubdata.arrays")
ROOM = 24  # files; the one longest unused goes first


def folder() -> Path:
    """Where the arrays are kept: the folder that ``HUBDATA_CACHE`` names, else the place of the system for such."""
    named = os.environ.get("HUBDATA_CACHE")
    return Path(named) if named else user_cache_path("hubdata")


def kept(name: str, make: Callable[[], np.ndarray]) -> np.ndarray:
    """The array of a name that says all it rests on: read from its file, or made now and written.

    It is mapped, not loaded, so that sessions and processes share one copy; nobody changes it. Where the folder cannot
    be written, what was made stays in memory.
    """
    path = folder() / f"{name}.npy"
    found = _read(path)
    if found is not None:
        return found
    made = make()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, made)
    except OSError as error:
        LOG.info("not kept: %s", error.strerror)
        return made
    return _read(path) if path.exists() else made


def _read(path: Path) -> np.ndarray | None:
    """None where there is no such file, or what is there is no whole array."""
    try:
        found = np.load(path, mmap_mode="r", allow_pickle=False)
        os.utime(path)
    except (OSError, ValueError, EOFError):
        return None
    return found


def _write(path: Path, array: np.ndarray) -> None:
    body = io.BytesIO()
    np.save(body, array, allow_pickle=False)
    atomic.replace(path, body.getvalue())
    by_use = sorted(path.parent.glob("*.npy"), key=lambda file: file.stat().st_mtime, reverse=True)
    for old in by_use[ROOM:]:
        old.unlink(missing_ok=True)
