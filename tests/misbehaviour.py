"""A child that does as it is told, mostly ill: run as a module of its own, never imported by a test."""

import os
import sys
import time

for hidden in filter(None, os.environ.get("HIDDEN_MODULES", "").split(",")):
    sys.modules[hidden] = None

ALLOWED = 300 * 1024**2


def do(what: str) -> None:
    from hubdata.jobs import held

    if what == "eat":
        held.hold(ALLOWED)
    held.say(held.READY)
    held.begin(1)
    if what == "answer":
        held.say("1")
        held.say("2")
    elif what == "sleep":
        time.sleep(60)
    elif what == "answer and sleep":
        held.say("1")
        time.sleep(60)
    elif what == "slow":
        time.sleep(3)
        held.say("1")
    elif what == "work":
        while True:
            pass
    elif what == "eat":
        eaten = []
        try:
            while True:
                eaten.append(bytes(range(256)) * 65_536)
                time.sleep(0.02)
        except MemoryError:
            os.kill(os.getpid(), 9)


def ask() -> None:
    """Start a child that sleeps, say its number once it does, and wait for it."""
    from hubdata.jobs.allowance import Allowance
    from hubdata.jobs.child import Child

    child = Child("misbehaviour", "answer and sleep", Allowance())
    for _ in child.lines():
        sys.stdout.write(f"{child._process.pid}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    if "ask" in sys.argv:
        ask()
    else:
        from hubdata.jobs import held

        do(held.requested().strip())
