"""A reader's own files: read as a job while a bar says how far it is, then seen in their session and no other."""

from typing import Any

import streamlit as st

from hubdata.app import address, receiving
from hubdata.app.cache import OWN, came_with, store
from hubdata.app.data.answering import ask_back, forget_answers, said_of
from hubdata.app.data.first_things import first_things
from hubdata.app.data.outcome import Taken, outcome
from hubdata.app.text import plain
from hubdata.app.waiting import watched
from hubdata.building import Built, load
from hubdata.building.own.beside import beside
from hubdata.intake.limits import EXTENSIONS, MEGABYTE, UPLOAD
from hubdata.jobs.job import Job, Room
from hubdata.provenance import Status
from hubdata.store import Store

BASE, TAKEN, STOPPED, ROUND = "own.base", "own.taken", "own.stopped", "own.round"
AT_MOST = receiving.MOST_FILES


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
        first_things(taken().files)
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
    address.leave_network()
    receiving.drop()
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def _stop(key: tuple[str, ...] | None) -> None:
    st.session_state[STOPPED] = key


def _take(key: tuple[str, ...], files: list[tuple[str, Any]]) -> None:
    """Read, keep what came of it, and begin the page again, because its first lines may now say something else."""
    if len(files) > AT_MOST:
        found = Taken(key, f"{len(files)} files are more than can be read at once: bring at most {AT_MOST}.")
    else:
        base = st.session_state.get(BASE) or came_with()
        read = _read(key, [(name, file.getvalue()) for name, file in files], base)
        found = outcome(key, base, read)
        if found.shown:
            st.session_state[OWN] = read[1]
            address.choose_network(alone(read[0]))
    st.session_state[TAKEN] = found
    st.rerun()


def alone(built: Built) -> str:
    """The one network that a reader's own lists are of; empty where they are of none or several."""
    named: set[str] = set()
    for name in {"networks", "members"} & built.tables.keys():
        if all(source.status is Status.UNPUBLISHED for source in built.sources.get(name, ())):
            named |= {str(code) for code in built.tables[name].column("network").to_pylist()}
    return named.pop() if len(named) == 1 else ""


def _read(key: tuple[str, ...], files: list[tuple[str, bytes]], base: Store) -> tuple[Built, Store] | BaseException:
    said = said_of(key)

    def work(room: Room) -> tuple[Built, Store]:
        built = load(files, base, UPLOAD, room, said=said)
        return built, beside(base, built)

    try:
        return watched(Job(receiving.session(), work), on_stop=_stop, stop_args=(key,))
    except Exception as error:
        return error
