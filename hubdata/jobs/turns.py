"""Whose child may run: one for each reader, several on the server, and nobody waits behind work that takes long."""

import math
import threading
import time
from collections import deque
from collections.abc import Hashable, Iterator
from contextlib import contextmanager

from hubdata.jobs.watch import Watch

# Long work is a second's reading, or a start that a busy machine makes slow.
QUICK_SECONDS, START_SECONDS = 1.0, 3.0


class Turn:
    """The leave of one reader's child to run; it begins among the quick and may become long."""

    def __init__(self, turns: "Turns") -> None:
        """A turn that has just begun."""
        self._turns = turns
        self._watch: Watch | None = None
        self._until = math.inf
        self._ready = False
        self._behind = False
        self.long = False
        self.paused = False

    def began(self, watch: Watch) -> None:
        """A child runs: how to slow it down and to stop it for a while, as the turn's last one was."""
        self._watch = watch
        self._until = time.monotonic() + START_SECONDS
        self._ready = False
        if self._behind:
            watch.give_way()

    def ready(self) -> None:
        """The child has started and begins its work; not before can it be made to stand still."""
        self._until = min(self._until, time.monotonic() + QUICK_SECONDS)
        self._ready = True
        if self.paused:
            self._watch.pause()

    def looked_at(self, worked: float) -> None:
        """Time has passed, in which the child has worked so many seconds. Long work gives its place to the next.

        It goes behind the others only for work: a machine that is busy makes the start of every child long.
        """
        if not self._behind and worked > QUICK_SECONDS:
            self._behind = True
            self._watch.give_way()
        if not self.long and time.monotonic() > self._until:
            self._turns.lengthen(self)

    def pause(self, still: bool) -> None:
        """Stand still until another long child has ended, or go on."""
        if still != self.paused:
            self.paused = still
            if self._ready:
                (self._watch.pause if still else self._watch.go_on)()


class Turns:
    """So many quick children and so many long ones at once; the rest of the long stand still, in order."""

    def __init__(self, quick: int = 3, long: int = 3) -> None:
        """At least three of either keep one reader's files from being another's wait."""
        self._quick, self._most_long = quick, long
        self._change = threading.Condition()
        self._readers: set[Hashable] = set()
        self._running: set[Turn] = set()
        self._long: deque[Turn] = deque()

    @contextmanager
    def turn(self, reader: Hashable, given_up: threading.Event) -> Iterator[Turn | None]:
        """Wait for a turn, and give it back; None when the work was given up before it came."""
        mine = Turn(self)
        with self._change:
            while not given_up.is_set() and (reader in self._readers or len(self._running) >= self._quick):
                self._change.wait(0.1)
            if given_up.is_set():
                mine = None
            else:
                self._readers.add(reader)
                self._running.add(mine)
        try:
            yield mine
        finally:
            if mine:
                self._give_back(reader, mine)

    def lengthen(self, turn: Turn) -> None:
        """A quick turn becomes long: the next quick one may begin."""
        with self._change:
            turn.long = True
            self._running.discard(turn)
            self._long.append(turn)
            self._order()

    def _give_back(self, reader: Hashable, turn: Turn) -> None:
        with self._change:
            self._readers.discard(reader)
            self._running.discard(turn)
            if turn in self._long:
                self._long.remove(turn)
            self._order()

    def _order(self) -> None:
        for place, turn in enumerate(self._long):
            turn.pause(place >= self._most_long)
        self._change.notify_all()
