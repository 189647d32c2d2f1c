"""A filter changes on the map page: how long the script runs, how much is sent, and what one more session weighs.

Both servers have stood for a moment first, as they have when a meeting begins: ours draws ahead in it what its row of
controls offers. A filter that it cannot have drawn ahead, an area, is measured too.
"""

import asyncio
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.register import COLUMNS, plain_csv
from tests.benchmarks.servers import Server, other, ours
from tests.benchmarks.timings import Ratio, middle
from tests.benchmarks.visitor import Answer, Visitor

PHASES = ("All phases", "Primary", "Secondary", "All-through")
PLACES = ("Rural and urban", "Rural", "Urban")
# Filters that leave over half of all schools on the map, so that neither side gets off lightly.
WIDE = (("Primary", PLACES[0]), (PHASES[0], "Urban"), ("Primary", "Urban"), (PHASES[0], PLACES[0]))
AREAS = ("North East", "Cornwall", "South East")
PAGES = {"ours": "reach", "plain": ""}
QUIET, PATIENCE = 2.0, 60.0
ROUNDS = 2
SESSIONS = 20


@dataclass(frozen=True)
class Change:
    """One filter change: the visitor's side of it, and the processor time that the server spent."""

    answer: Answer
    busy: float


Changes = dict[str, list[Change]]


def measure(data: str) -> list[Ratio]:
    """Every wide filter, asked of both sides in turn: once new, then again; servers started afresh each round."""
    first, again, unforeseen = ({side: [] for side in PAGES} for _ in range(3))
    with tempfile.TemporaryDirectory() as folder:
        csv = plain_csv(data, Path(folder))
        for _ in range(ROUNDS):
            with ours(data) as mine, other("plain_app.py", PLAIN_CSV=str(csv)) as plain:
                servers = {"ours": mine, "plain": plain}
                asyncio.run(_filtered(servers, first, again, unforeseen))
        # Weighed on servers of their own: one that has been busy has room left over, and new sessions seem free.
        with ours(data) as mine, other("plain_app.py", PLAIN_CSV=str(csv)) as plain:
            extra = asyncio.run(_weighed({"ours": mine, "plain": plain}))
    lines = [
        *_times(f"a filter not asked before (plain: {len(COLUMNS)} columns)", first),
        *_times("a filter asked before", again),
        *_times("an area not drawn ahead", unforeseen, None),
        _ratio("a filter: bytes sent", again, lambda change: change.answer.size / 1e6, "MB"),
    ]
    return [*lines, Ratio("memory of one more session", extra["ours"], extra["plain"], "MB", 0.2)]


def _times(what: str, changes: Changes, target: float | None = 0.10) -> list[Ratio]:
    return [
        _ratio(f"{what}: script", changes, lambda change: change.answer.script * 1000, "ms", target),
        _ratio(f"{what}: seen", changes, lambda change: change.answer.seconds * 1000, "ms", target),
        Ratio(f"{what}: processor", _spent(changes["ours"]), _spent(changes["plain"]), "ms", target),
    ]


def _ratio(what: str, changes: Changes, read: object, unit: str, target: float | None = 0.10) -> Ratio:
    mine, plain = (middle([read(change) for change in changes[side]]) for side in ("ours", "plain"))
    return Ratio(what, mine, plain, unit, target)


def _spent(changes: Sequence[Change]) -> float:
    """Processor time of one change; the mean, because the system counts in hundredths of a second."""
    return 1000 * sum(change.busy for change in changes) / len(changes)


async def _filtered(servers: dict[str, Server], first: Changes, again: Changes, unforeseen: Changes) -> None:
    visitors = {side: Visitor(server.host, PAGES[side]) for side, server in servers.items()}
    for visitor in visitors.values():
        await visitor.arrive()
        await visitor.ask()
    for server in servers.values():
        await _settled(server)
    await _changed(servers, visitors, WIDE[:-1], first)
    await _changed(servers, visitors, (*WIDE, *WIDE), again)
    for area in AREAS:
        await _changed(servers, visitors, WIDE[-1:], unforeseen, {"ours": {"Area": area}})
    for visitor in visitors.values():
        await visitor.leave()


async def _settled(server: Server) -> None:
    """Wait until the server rests, or patience ends."""
    began = time.perf_counter()
    while time.perf_counter() - began < PATIENCE:
        busy = server.busy
        await asyncio.sleep(QUIET)
        if server.busy - busy < QUIET / 20 and time.perf_counter() - began > 2 * QUIET:
            return


async def _changed(
    servers: dict[str, Server],
    visitors: dict[str, Visitor],
    pairs: Sequence[tuple[str, str]],
    into: Changes,
    more: dict[str, dict[str, str]] | None = None,
) -> None:
    for phase, place in pairs:
        for side, visitor in visitors.items():
            busy = servers[side].busy
            answer = await visitor.choose(Phase=phase, Place=place, **(more or {}).get(side, {}))
            into[side].append(Change(answer, servers[side].busy - busy))


async def _weighed(servers: dict[str, Server]) -> dict[str, float]:
    """Megabytes that each of twenty sessions adds to the first; each has changed a filter once for every filter."""
    extra = {}
    for side, server in servers.items():
        opener = Visitor(server.host, PAGES[side])
        await opener.arrive()
        for phase, place in WIDE:
            await opener.choose(Phase=phase, Place=place)
        await _settled(server)
        before = server.memory
        visitors = [Visitor(server.host, PAGES[side]) for _ in range(SESSIONS)]
        for visitor in visitors:
            await visitor.arrive()
            for phase, place in WIDE:
                await visitor.choose(Phase=phase, Place=place)
        extra[side] = max(0.0, server.memory - before) / SESSIONS
        for visitor in (opener, *visitors):
            await visitor.leave()
    return extra
