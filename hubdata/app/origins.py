"""Who may talk to the app: browsers that ask for it by its own name, from its own pages; and what is logged of them."""

import logging
import re

import streamlit as st
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

HARMLESS = ("GET", "HEAD", "OPTIONS")
SESSION = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")


class OwnPagesOnly:
    """Refuses a channel, and anything that changes something, to pages of another origin: another port is another."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an ASGI application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what comes from our own pages, or from no page at all."""
        acts = scope["type"] == "websocket" or (scope["type"] == "http" and scope["method"] not in HARMLESS)
        if acts and not _ours(Headers(scope=scope)):
            await PlainTextResponse("Invalid origin", 403)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def _ours(headers: Headers) -> bool:
    """By host and port as the browser names them; a proxy in front must hand the host on."""
    origin = headers.get("origin")
    if origin is None:
        return True
    listed = st.get_option("server.corsAllowedOrigins") or []
    return origin.partition("://")[2].lower() == headers.get("host", "").lower() or origin in listed


def own_names() -> Middleware:
    """400 to whoever asks for another host than those of ``server.allowedHosts``, whatever the path."""
    return Middleware(
        TrustedHostMiddleware, allowed_hosts=list(st.get_option("server.allowedHosts")) or ["*"], www_redirect=False
    )


def log_no_sessions() -> None:
    """Take the ids of sessions out of everything that is logged: with one, its reader's session could be taken over."""
    make = logging.getLogRecordFactory()
    if getattr(make, "takes_ids_out", False):
        return

    def without_ids(*values: object, **named: object) -> logging.LogRecord:
        record = make(*values, **named)
        said = str(record.msg) if not record.args else f"{record.msg} {record.args}"
        if SESSION.search(said):
            record.msg, record.args = SESSION.sub("(a session)", record.getMessage()), ()
        return record

    without_ids.takes_ids_out = True
    logging.setLogRecordFactory(without_ids)
