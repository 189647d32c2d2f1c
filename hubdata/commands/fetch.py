"""``fetch``: official downloads from named hosts, at a person's command only; the app itself never fetches."""

import argparse
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TextIO

from hubdata.fetching.download import Fetched
from hubdata.fetching.policy import NotFetched, Policy
from hubdata.fetching.wanted import WANTED, fetch, fetch_data_set

SUMMARY = "download official files"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to, what, and of which day."""
    parser.add_argument("--to", type=Path, required=True, metavar="DIR")
    parser.add_argument("--what", help=f"some of {', '.join(WANTED)} (default: all, or none beside --data-set)")
    parser.add_argument(
        "--data-set", dest="data_sets", action="append", default=[], metavar="ID",
        help="a data set of the statistics service, by the id at the end of its page's address; may be repeated",
    )  # fmt: skip
    parser.add_argument("--on", type=date.fromisoformat, default=None, metavar="DATE", help="day of the register")


def run(arguments: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Fetch each file and say where it is. 1 when one was not fetched, 2 for a name nobody knows."""
    what = arguments.what if arguments.what is not None or arguments.data_sets else ",".join(WANTED)
    names = [name.strip() for name in (what or "").split(",") if name.strip()]
    unknown = [name for name in names if name not in WANTED]
    if unknown or not (names or arguments.data_sets):
        print(f"--what knows {', '.join(WANTED)}, not {', '.join(unknown) or 'nothing'}", file=err)
        return 2
    day = arguments.on or date.today()
    wanted = {name: partial(fetch, name, arguments.to, day, Policy()) for name in names}
    wanted |= {number: partial(fetch_data_set, number, arguments.to, Policy()) for number in arguments.data_sets}
    return max([_fetched(name, each, out, err) for name, each in wanted.items()])


def _fetched(name: str, each: Callable[[], Fetched], out: TextIO, err: TextIO) -> int:
    """Fetch one and say where it is, or why it is not."""
    try:
        fetched = each()
    except NotFetched as failure:
        print(f"{name}: {failure}; what was there before is untouched", file=err)
        return 1
    news = "new" if fetched.new else "unchanged"
    print(f"{fetched.path} ({news}, {fetched.size:,} bytes, sha256 {fetched.sha256[:8]})", file=out)
    return 0
