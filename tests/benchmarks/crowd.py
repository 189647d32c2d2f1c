"""How many sessions a server holds before one answer in twenty takes longer than a second."""

import asyncio
import random
import tempfile
import time
from pathlib import Path

from tests.benchmarks.filtering import PAGES, PHASES, PLACES
from tests.benchmarks.register import plain_csv
from tests.benchmarks.servers import Server, other, ours
from tests.benchmarks.timings import Ratio, late
from tests.benchmarks.visitor import Visitor

LEVELS = (2, 4, 8, 12, 16, 24, 32, 48, 64, 80, 96)
# A crowded machine can spoil one try, not two.
TRIES = 2
THINK = 5.0
SECONDS = 25.0
LIMIT = 1.0


def measure(data: str) -> list[Ratio]:
    """The largest crowd that each side holds, level by level until it fails."""
    with tempfile.TemporaryDirectory() as folder:
        csv = plain_csv(data, Path(folder))
        with other("plain_app.py", PLAIN_CSV=str(csv)) as plain:
            theirs = held(plain, "plain")
        with ours(data) as mine:
            held_by_us = held(mine, "ours")
    return [Ratio("sessions with p95 under a second", held_by_us, theirs, "users", 8, most=False)]


def held(server: Server, side: str) -> int:
    """The last level whose ninety-fifth percentile stays under the limit."""
    best = 0
    for users in LEVELS:
        if not any(_holds(server, side, users) for _ in range(TRIES)):
            break
        best = users
    return best


def _holds(server: Server, side: str, users: int) -> bool:
    waits, busy = asyncio.run(_crowd(server, PAGES[side], users))
    print(f"  {side}: {users} users, {len(waits)} answers, p95 {late(waits):.2f} s, {busy:.2f} of a core", flush=True)
    return late(waits) < LIMIT


async def _crowd(server: Server, page: str, users: int) -> tuple[list[float], float]:
    visitors = [Visitor(server.host, page) for _ in range(users)]
    for visitor in visitors:
        await visitor.arrive()
    busy, started = server.busy, time.perf_counter()
    rng = random.Random(users)
    waits = await asyncio.gather(*(_use(visitor, random.Random(rng.random())) for visitor in visitors))
    share = (server.busy - busy) / (time.perf_counter() - started)
    for visitor in visitors:
        await visitor.leave()
    return [wait for each in waits for wait in each], share


async def _use(visitor: Visitor, rng: random.Random) -> list[float]:
    """Think, then act: half the acts change what the map shows, half change nothing."""
    waits, ends = [], time.perf_counter() + SECONDS
    while True:
        await asyncio.sleep(rng.expovariate(1 / THINK))
        if time.perf_counter() > ends and waits:
            return waits
        change = {"Phase": rng.choice(PHASES), "Place": rng.choice(PLACES)} if rng.random() < 0.5 else {}
        waits.append((await visitor.choose(**change)).seconds)
