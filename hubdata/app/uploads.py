"""A reader's own files: read in a child while a bar says how far it is, then seen in their session and no other."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from hubdata.app import journal
from hubdata.app.cache import OWN, came_with, store
from hubdata.app.text import plain
from hubdata.building import Built, load
from hubdata.building.batch import Reading
from hubdata.building.own import beside
from hubdata.commands.reports import as_json
from hubdata.intake.limits import EXTENSIONS, MEGABYTE, UPLOAD
from hubdata.provenance import Status
from hubdata.store import Store

BASE, TAKEN, STOPPED, ROUND = "own.base", "own.taken", "own.stopped", "own.round"
AT_MOST = 20
TICK = 0.25
# Two at a time for the whole server: each file may need a core and two gigabytes while it is read.
_READERS = ThreadPoolExecutor(2, "reading")


@dataclass(frozen=True)
class Taken:
    """What came of the files of one upload: the sentence, each file's report as ``check --json`` has it, and the rows.

    ``shown`` says whether the session now sees them; ``quarantine`` holds the rows set aside, by file.
    """

    key: tuple[str, ...]
    sentence: str
    shown: bool = False
    files: Sequence[dict[str, Any]] = ()
    quarantine: dict[str, Any] = field(default_factory=dict)


def taken() -> Taken | None:
    """What the last upload of this session came to, if there was one."""
    return st.session_state.get(TAKEN)


def bring() -> None:
    """The place to put files, and the way back to what the app came with."""
    st.subheader("Bring your own files", anchor=False)
    st.caption("Official files or the templates below. They are checked row by row, and only you see them.")
    files = st.file_uploader(
        "Your own files",
        type=list(EXTENSIONS),
        accept_multiple_files=True,
        max_upload_size=UPLOAD.upload_bytes // MEGABYTE,
        key=f"own.files.{st.session_state.get(ROUND, 0)}",
        label_visibility="collapsed",
    )
    key = tuple(file.file_id for file in files)
    if not files:
        st.session_state[BASE] = store()
    elif key == st.session_state.get(STOPPED):
        st.info("Stopped. Nothing has changed.")
        st.button("Read them after all", on_click=_stop, args=(None,))
    elif not (taken() and taken().key == key):
        _take(key, [(file.name, file) for file in files])
    if taken():
        (st.success if taken().shown else st.error)(plain(taken().sentence))
    if OWN in st.session_state:
        st.button("Use the data that came with the app", on_click=forget)


def forget() -> None:
    """Back to what the app came with: the reader's files, and what was said of them, are gone. Call from a callback."""
    for name in (OWN, BASE, TAKEN, STOPPED):
        st.session_state.pop(name, None)
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def _stop(key: tuple[str, ...] | None) -> None:
    st.session_state[STOPPED] = key


def _take(key: tuple[str, ...], files: list[tuple[str, Any]]) -> None:
    """Read, keep what came of it, and begin the page again, because its first lines may now say something else."""
    if len(files) > AT_MOST:
        found = Taken(key, f"{len(files)} files are more than can be read at once: bring at most {AT_MOST}.")
    else:
        base = st.session_state.get(BASE) or came_with()
        found = _outcome(key, base, _watched(key, [(name, file.getvalue()) for name, file in files], base))
    st.session_state[TAKEN] = found
    st.rerun()


def _watched(key: tuple[str, ...], files: list[tuple[str, bytes]], base: Store) -> tuple[Built, Store] | BaseException:
    """Read in another thread and child; meanwhile say how far it is. Any click ends the wait, not only the button's."""
    begun: list[Reading] = []
    running = _READERS.submit(_read, files, base, begun)
    bar, way_out = st.progress(0.0, "Waiting to read"), st.empty()
    start = time.monotonic()
    offered = False
    try:
        while not wait([running], timeout=TICK).done:
            seconds = time.monotonic() - start
            bar.progress(*_progress(begun, len(files), seconds))
            if not offered:
                offered = way_out.button("Stop", on_click=_stop, args=(key,), key="own.stop") is not None
    finally:
        running.cancel()
    return running.exception() or running.result()


def _read(files: list[tuple[str, bytes]], base: Store, begun: list[Reading]) -> tuple[Built, Store]:
    built = load(files, base, UPLOAD, begun.append)
    return built, beside(base, built)


def _progress(begun: list[Reading], count: int, seconds: float) -> tuple[float, str]:
    if not begun:
        return 0.0, "Waiting until another file has been read"
    done = min(begun[0].done, count)
    what = f"Reading file {done + 1} of {count}, row by row" if done < count else "Putting the tables together"
    return (done + 0.5) / (count + 1), f"{what} ({seconds:.0f} s)"


def _outcome(key: tuple[str, ...], base: Store, found: tuple[Built, Store] | BaseException) -> Taken:
    """Show the files in this session where any could be taken; else what was on screen stays."""
    if isinstance(found, BaseException):
        journal.failed(found)
        return Taken(key, f"These files could not be read ({type(found).__name__}). What you saw before stays.")
    built, own = found
    journal.read(built)
    files = as_json(built.reports, built.between)["files"]
    if own is base:
        return Taken(key, _refused(built), False, files, dict(built.quarantine))
    st.session_state[OWN] = own
    return Taken(key, _shown(base, own, built), True, files, dict(built.quarantine))


def _refused(built: Built) -> str:
    what = "The file was" if len(built.reports) == 1 else f"All {len(built.reports)} files were"
    return f"{what} left out, for the reasons below. What you saw before stays."


def _shown(base: Store, own: Store, built: Built) -> str:
    used = sum(report.taken for report in built.reports)
    left = len(built.reports) - used
    parts = [f"{used} {'file' if used == 1 else 'files'} can be seen on every page, in this session only."]
    if left:
        parts.append(f"{left} {'was' if left == 1 else 'were'} left out, for the reasons below.")
    if base.status is Status.ILLUSTRATIVE and own.status is not Status.ILLUSTRATIVE:
        parts.append("The illustrative England was put away: made-up and official numbers never stand together.")
    elif own.status is Status.ILLUSTRATIVE:
        parts.append("They stand beside the illustrative England, so every number is still illustrative.")
    return " ".join(parts)
