"""What a server does once, when it starts."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from hubdata.app.origins import log_no_sessions
from hubdata.jobs.folders import sweep


@asynccontextmanager
async def served(_: object) -> AsyncIterator[None]:
    """Logs without sessions, nothing left of servers that were killed, and garbage left alone until data are open.

    What a start imports and opens stays for the server's life: looking through it meanwhile takes a tenth of the time
    until the first page. The store that is opened first lets the collector go on (``app.cache``).
    """
    gc.disable()
    log_no_sessions()
    sweep()
    yield
