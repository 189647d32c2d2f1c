"""The stores: opened once for the server; a reader sees one England of the two, or their own files beside it."""

import gc

import streamlit as st

from hubdata import snapshot
from hubdata.app.ahead import draw_ahead
from hubdata.provenance import Status
from hubdata.store import SHIPPED, Store, location

OWN, OWN_ROUND = "own.store", "own.round"
REAL, MADE_UP = "england", "illustrative"
CHOSEN = "address.data"  # where the switch of the banner keeps the word
HELD, SEEN = "cache.held", "cache.seen"
WIDGETS = ("own.files.", "own.answer", OWN_ROUND)
UNREADABLE = (snapshot.Broken, OSError, ValueError, ImportError)


@st.cache_resource(show_spinner="Reading the data…", max_entries=4)
def _opened(at: str, mark: str) -> Store:  # noqa: ARG001 (a snapshot that was replaced is another store)
    try:
        opened = Store.open(at)
    finally:
        # What a start imports and opens stays for the server's life: it is set aside, and the collector goes on.
        gc.freeze()
        gc.enable()
    draw_ahead(opened)
    return opened


@st.cache_resource(show_spinner=False)
def _last_good() -> dict[str, Store]:
    """The last store that could be opened, by where it lies: it stays when its files go."""
    return {}


@st.cache_data(show_spinner=False, ttl=60)
def _mark_afar(at: str) -> str:
    return snapshot.mark(at)


def _mark(at: str) -> str:
    """The mark of the snapshot that lies there now; one on another machine is looked at once a minute."""
    return _mark_afar(at) if "://" in at else snapshot.mark(at)


def _newest(at: str) -> Store:
    try:
        _last_good()[at] = _opened(at, _mark(at))
    except UNREADABLE:
        if at not in _last_good():
            raise
    return _last_good()[at]


def _held(at: str) -> Store:
    """What this session began with there: whole and unchanged until its next visit, whatever replaces it."""
    held = st.session_state.setdefault(HELD, {})
    if at not in held:
        held[at] = _newest(at)
    return held[at]


def default() -> str:
    """Which England the app opens on: what the snapshot that ``HUBDATA`` names is, the real one if it names none."""
    return MADE_UP if _held(location()).status is Status.ILLUSTRATIVE else REAL


def englands() -> dict[str, str]:
    """Where each England lies, by its word: the one that the app opens on, and the other as the project brings it."""
    return {word: location(word) for word in SHIPPED} | {default(): location()}


def seen() -> str:
    """The word of the England that this reader chose, or else of the one the app opens on."""
    return st.session_state.get(CHOSEN) or default()


def see(word: str) -> None:
    """From now on this reader sees that England; files of their own stay beside the one they were brought to."""
    before = st.session_state.get(SEEN, word)
    st.session_state[SEEN] = word
    if before == word:
        return
    mine = [name for name in st.session_state if str(name).startswith("own.") and not str(name).startswith(WIDGETS)]
    st.session_state[f"{SEEN}.{before}"] = {name: st.session_state.pop(name) for name in mine}
    st.session_state.update(st.session_state.pop(f"{SEEN}.{word}", {}))
    # A new box for files: those in the old one belong to the other England.
    st.session_state[OWN_ROUND] = st.session_state.get(OWN_ROUND, 0) + 1


def came_with() -> Store:
    """The shared, read-only store of the England that this reader sees, as it was when their visit began."""
    return _held(englands()[seen()])


def store() -> Store:
    """What this session sees: a reader's own files beside the shared store, where they brought any; else that store.

    Their store lives in their session alone and goes with it.
    """
    return st.session_state.get(OWN) or came_with()


def named() -> tuple[str, ...]:
    """The words by which the command line is told of the same England, where it would not open it anyhow."""
    at = came_with().location
    words = [word for word, folder in SHIPPED.items() if str(folder) == at]
    return ("--data", words[0]) if words and (at != location() or words[0] == MADE_UP) else ()


def replaced() -> bool:
    """Whether a newer snapshot lies where the one that this session sees was read."""
    try:
        return _mark(englands()[seen()]) != came_with().hash
    except UNREADABLE:
        return False


def renew() -> None:
    """Begin a new visit: what is newest, whole, and without the files brought to what it replaces."""
    for name in (HELD, OWN):
        st.session_state.pop(name, None)
