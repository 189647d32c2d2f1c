"""``fetch``: official downloads from named hosts, at a person's command only; the app itself never fetches."""

import argparse
from datetime import date
from pathlib import Path
from typing import TextIO

from hubdata.fetching.policy import NotFetched, Policy
from hubdata.fetching.wanted import WANTED, fetch

SUMMARY = "download official files"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to, what, and of which day."""
    parser.add_argument("--to", type=Path, required=True, metavar="DIR")
    parser.add_argument("--what", default=",".join(WANTED), help=f"some of {', '.join(WANTED)} (default: all)")
    parser.add_argument("--on", type=date.fromisoformat, default=None, metavar="DATE", help="day of the register")


def run(arguments: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Fetch each file and say where it is. 1 when one was not fetched, 2 for a name nobody knows."""
    names = [name.strip() for name in arguments.what.split(",") if name.strip()]
    unknown = [name for name in names if name not in WANTED]
    if unknown or not names:
        print(f"--what knows {', '.join(WANTED)}, not {', '.join(unknown) or 'nothing'}", file=err)
        return 2
    failed = 0
    for name in names:
        try:
            fetched = fetch(name, arguments.to, arguments.on or date.today(), Policy())
        except NotFetched as failure:
            print(f"{name}: {failure}; what was there before is untouched", file=err)
            failed = 1
            continue
        news = "new" if fetched.new else "unchanged"
        print(f"{fetched.path} ({news}, {fetched.size:,} bytes, sha256 {fetched.sha256[:8]})", file=out)
    return failed
