"""A filter changes on the map page: how long the script runs, how much is sent, and what one more session weighs."""

import asyncio
import itertools
import random
import tempfile
from pathlib import Path

from tests.benchmarks.register import COLUMNS, plain_csv
from tests.benchmarks.servers import Server, other, ours
from tests.benchmarks.timings import Ratio, middle
from tests.benchmarks.visitor import Answer, Visitor

PHASES = ("All phases", "Primary", "Secondary", "All-through")
PLACES = ("Rural and urban", "Rural", "Urban")
PAGES = {"ours": "reach", "plain": ""}
SESSIONS = 10


def measure(data: str) -> list[Ratio]:
    """Every pair of phase and place, asked of both sides in turn: once new, then again."""
    with tempfile.TemporaryDirectory() as folder:
        csv = plain_csv(data, Path(folder))
        with ours(data) as mine, other("plain_app.py", PLAIN_CSV=str(csv)) as plain:
            servers = {"ours": mine, "plain": plain}
            first, again = asyncio.run(_filtered(servers))
            extra = asyncio.run(_weighed(servers))
    lines = [
        _ratio(f"script after a filter change, new (plain: {len(COLUMNS)} columns)", first, "script", 1000, "ms"),
        _ratio("script after a filter change, asked before", again, "script", 1000, "ms"),
        _ratio("seen by the visitor, new", first, "seconds", 1000, "ms"),
        _ratio("bytes after a filter change", first, "size", 1e-6, "MB"),
    ]
    return [*lines, Ratio("memory of one more session", extra["ours"], extra["plain"], "MB", 0.2)]


def _ratio(what: str, answers: dict[str, list[Answer]], name: str, scale: float, unit: str) -> Ratio:
    mine, plain = (middle([getattr(answer, name) for answer in answers[side]]) for side in ("ours", "plain"))
    return Ratio(what, mine * scale, plain * scale, unit, 0.10)


async def _filtered(servers: dict[str, Server]) -> tuple[dict[str, list[Answer]], dict[str, list[Answer]]]:
    visitors = {side: Visitor(server.host, PAGES[side]) for side, server in servers.items()}
    for visitor in visitors.values():
        await visitor.arrive()
        await visitor.ask()
    pairs = [pair for pair in itertools.product(PHASES, PLACES) if pair != (PHASES[0], PLACES[0])]
    random.Random(1).shuffle(pairs)
    return await _round(visitors, pairs), await _round(visitors, pairs)


async def _round(visitors: dict[str, Visitor], pairs: list[tuple[str, str]]) -> dict[str, list[Answer]]:
    answers: dict[str, list[Answer]] = {side: [] for side in visitors}
    for phase, place in pairs:
        for side, visitor in visitors.items():
            answers[side].append(await visitor.choose(Phase=phase, Place=place))
    return answers


async def _weighed(servers: dict[str, Server]) -> dict[str, float]:
    """Megabytes that each of ten more sessions adds, each having changed a filter three times."""
    extra = {}
    for side, server in servers.items():
        before = server.memory
        visitors = [Visitor(server.host, PAGES[side]) for _ in range(SESSIONS)]
        for visitor in visitors:
            await visitor.arrive()
            for phase in PHASES[1:]:
                await visitor.choose(Phase=phase)
        extra[side] = max(0.0, server.memory - before) / SESSIONS
        for visitor in visitors:
            await visitor.leave()
    return extra
