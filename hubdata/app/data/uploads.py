"""A reader's own files: read in a child while a bar says how far it is, then seen in their session and no other."""

import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Any

import streamlit as st

from hubdata.app.cache import OWN, came_with, store
from hubdata.app.data.answering import ask_back, forget_answers, said_of
from hubdata.app.data.outcome import Taken, outcome
from hubdata.app.text import plain
from hubdata.building import Built, load
from hubdata.building.files.batch import Reading
from hubdata.building.files.shares import Said
from hubdata.building.own.beside import beside
from hubdata.intake.limits import EXTENSIONS, MEGABYTE, UPLOAD
from hubdata.store import Store

BASE, TAKEN, STOPPED, ROUND = "own.base", "own.taken", "own.stopped", "own.round"
AT_MOST = 20
TICK = 0.25
# Two at a time for the whole server: each file may need a core and two gigabytes while it is read.
_READERS = ThreadPoolExecutor(2, "reading")


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
        if files and ask_back(key, list(taken().files)):
            st.session_state.pop(TAKEN)
            st.rerun()
    if OWN in st.session_state:
        st.button("Use the data that came with the app", on_click=forget)


def forget() -> None:
    """Back to what the app came with: the reader's files, and what was said of them, are gone. Call from a callback."""
    for name in (OWN, BASE, TAKEN, STOPPED):
        st.session_state.pop(name, None)
    forget_answers()
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def _stop(key: tuple[str, ...] | None) -> None:
    st.session_state[STOPPED] = key


def _take(key: tuple[str, ...], files: list[tuple[str, Any]]) -> None:
    """Read, keep what came of it, and begin the page again, because its first lines may now say something else."""
    if len(files) > AT_MOST:
        found = Taken(key, f"{len(files)} files are more than can be read at once: bring at most {AT_MOST}.")
    else:
        base = st.session_state.get(BASE) or came_with()
        read = _watched(key, [(name, file.getvalue()) for name, file in files], base)
        found = outcome(key, base, read)
        if found.shown:
            st.session_state[OWN] = read[1]
    st.session_state[TAKEN] = found
    st.rerun()


def _watched(key: tuple[str, ...], files: list[tuple[str, bytes]], base: Store) -> tuple[Built, Store] | BaseException:
    """Read in another thread and child; meanwhile say how far it is. Any click ends the wait, not only the button's."""
    begun: list[Reading] = []
    running = _READERS.submit(_read, files, base, begun, said_of(key))
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
        # Nobody waits for what is left: give its place, and the processor, to the next reader.
        if not running.cancel() and begun:
            begun[0].stop()
    return running.exception() or running.result()


def _read(
    files: list[tuple[str, bytes]], base: Store, begun: list[Reading], said: Mapping[str, Said]
) -> tuple[Built, Store]:
    built = load(files, base, UPLOAD, begun.append, said=said)
    return built, beside(base, built)


def _progress(begun: list[Reading], count: int, seconds: float) -> tuple[float, str]:
    if not begun:
        return 0.0, "Waiting until another file has been read"
    done = min(begun[0].done, count)
    what = f"Reading file {done + 1} of {count}, row by row" if done < count else "Putting the tables together"
    return (done + 0.5) / (count + 1), f"{what} ({seconds:.0f} s)"
