"""What a server does once, when it starts."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from hubdata.app.origins import log_no_sessions
from hubdata.jobs.folders import sweep


@asynccontextmanager
async def served(_: object) -> AsyncIterator[None]:
    """Logs without sessions, and nothing left of servers that were killed."""
    log_no_sessions()
    sweep()
    yield
