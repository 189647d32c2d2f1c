"""``python -m tests.benchmarks [filtering crowd building starting reading trainees nulls]``: it decides nothing."""

import os
import sys

from tests.benchmarks import building, crowd, filtering, nulls, reading, starting, trainees
from tests.benchmarks.servers import ROOT

DATA = os.environ.get("HUBDATA", str(ROOT / "data" / "england"))
OFFICIAL = os.environ.get("HUBDATA_OFFICIAL", "")
PARTS = ("filtering", "crowd", "building", "starting", "reading", "trainees", "nulls")
WITHOUT = "building: needs the official files, set HUBDATA_OFFICIAL to their folder"


def run(part: str) -> None:
    """Measure one part and print its lines: ours, the other side's, their ratio and the target for it."""
    print(f"\n{part}", flush=True)
    if part == "building" and not OFFICIAL:
        print(f"  {WITHOUT}")
        return
    if part == "trainees":
        lines = trainees.measure()
    elif part in ("reading", "nulls"):
        lines = {"reading": reading, "nulls": nulls}[part].measure(DATA)
    else:
        measure = {"filtering": filtering, "crowd": crowd, "building": building, "starting": starting}[part].measure
        lines = [ratio.say() for ratio in measure(OFFICIAL if part == "building" else DATA)]
    for line in lines:
        print(f"  {line}", flush=True)


if __name__ == "__main__":
    unknown = set(sys.argv[1:]) - set(PARTS)
    if unknown:
        sys.exit(f"unknown: {', '.join(sorted(unknown))}; choose from {', '.join(PARTS)}")
    for chosen in sys.argv[1:] or PARTS:
        run(chosen)
