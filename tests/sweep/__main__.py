"""``python -m tests.sweep [share]``: the whole sweep of both Englands, or a share of it, in two processes.

``HUBDATA_SWEEP`` keeps the addresses that have these letters in them.
"""

import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from sweep.going import Report, go  # noqa: E402

ENGLANDS = ("england", "illustrative")


def main() -> int:
    """Print what is wrong and the counts; 1 where anything is."""
    share = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    began = time.monotonic()
    with ProcessPoolExecutor(len(ENGLANDS)) as both:
        reports = list(both.map(go, ENGLANDS, [share] * 2, [os.environ.get("HUBDATA_SWEEP", "")] * 2))
    for england, report in zip(ENGLANDS, reports, strict=True):
        _print(england, report)
    print(f"{time.monotonic() - began:,.0f} seconds")
    return int(any(report.complaints for report in reports))


def _print(england: str, report: Report) -> None:
    for complaint in report.complaints:
        print(f"{england}  {complaint.rule}: {complaint.address}\n    {complaint.text}")
    print(
        f"{england}: {report.views:,} views, {report.refused:,} honest refusals, {report.texts:,} sentences and labels"
    )
    print(f"  {dict(Counter(complaint.rule for complaint in report.complaints)) or 'nothing wrong'}")


if __name__ == "__main__":
    sys.exit(main())
