"""Files on their way in: only from a page that asks for them, so many and so large a session, gone with it."""

import threading
from collections import defaultdict

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from hubdata.intake.limits import MEGABYTE

MOST_FILES = 20
MOST_BYTES = 100 * MEGABYTE
PLACE = "/_stcore/upload_file/"
_ASKING: set[str] = set()
_COMING: dict[str, dict[str, int]] = defaultdict(dict)
_LOCK = threading.Lock()


def session() -> str:
    """Who is here, as the server knows them."""
    context = get_script_run_ctx(suppress_warning=True)
    return context.session_id if context else ""


def expect(asks: bool) -> None:
    """Tell whether the page that is drawn asks for files; leaving it lets go of those that were sent to it."""
    with _LOCK:
        gone = {one for one in _ASKING if not _here(one)}
        _ASKING.difference_update(gone)
        left = not asks and session() in _ASKING
        (_ASKING.add if asks else _ASKING.discard)(session())
    if left:
        drop()


def drop() -> None:
    """Let go of every file that this session sent."""
    if runtime.exists():
        runtime.get_instance().uploaded_file_mgr.remove_session_files(session())


def _here(one: str) -> bool:
    return runtime.exists() and runtime.get_instance().is_active_session(one)


class OnlyWhatIsAsked:
    """Refuses a file that no page asked for, the twenty-first of a session, and bytes beyond its share."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an ASGI application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on but files that are not let in."""
        path = scope.get("path", "")
        if scope["type"] != "http" or PLACE not in path or scope["method"] in ("OPTIONS", "DELETE"):
            await self.app(scope, receive, send)
            return
        who, _, file = path.partition(PLACE)[2].partition("/")
        refusal = _refused(who, file, Headers(scope=scope).get("content-length", ""))
        if refusal:
            await PlainTextResponse(refusal[1], refusal[0])(scope, receive, send)
            return
        try:
            await self.app(scope, receive, send)
        finally:
            _arrived(who, file)


def _refused(who: str, file: str, length: str) -> tuple[int, str] | None:
    """The status and the sentence of a refusal; else room is kept for the file until it is there."""
    if not (length.isascii() and length.isdigit()):
        return 411, "Say how long the file is."
    with _LOCK:
        if who not in _ASKING or not _here(who):
            return 403, "No page of this session asks for files."
        held = _held(who) | _COMING[who]
        others = [size for name, size in held.items() if name != file]
        if len(others) >= MOST_FILES:
            return 413, f"At most {MOST_FILES} files a session."
        if sum(others) + int(length) > MOST_BYTES:
            return 413, f"At most {MOST_BYTES // MEGABYTE} MB a session."
        _COMING[who][file] = int(length)
    return None


def _held(who: str) -> dict[str, int]:
    kept = runtime.get_instance().uploaded_file_mgr.file_storage
    return {name: len(file.data) for name, file in list(kept.get(who, {}).items())}


def _arrived(who: str, file: str) -> None:
    with _LOCK:
        _COMING[who].pop(file, None)
        if not _COMING[who]:
            del _COMING[who]
    # A file that outlasts its session would be kept for ever.
    if not _here(who):
        runtime.get_instance().uploaded_file_mgr.remove_session_files(who)
