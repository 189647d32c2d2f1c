"""From the command to the first finished page, against a page that only imports what such a page needs."""

import asyncio
import time

from tests.benchmarks.servers import Server, other, ours
from tests.benchmarks.timings import Ratio, middle
from tests.benchmarks.visitor import Visitor

TIMES = 5


def measure(data: str) -> list[Ratio]:
    """Both sides in turn, each started afresh."""
    mine, bare = [], []
    for _ in range(TIMES):
        with ours(data) as server:
            mine.append(_first_page(server, "overview"))
        with other("bare_page.py") as server:
            bare.append(_first_page(server, ""))
    return [Ratio("start to the first finished page", middle(mine), middle(bare), "s", 1.5)]


def _first_page(server: Server, page: str) -> float:
    async def arrive() -> float:
        await Visitor(server.host, page).arrive()
        return time.perf_counter() - server.started

    return asyncio.run(arrive())
