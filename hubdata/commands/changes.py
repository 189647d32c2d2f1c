"""``changes OLD NEW``: what a refresh altered, as CSV."""

import argparse
from typing import TextIO

SUMMARY = "print what a refresh altered"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``OLD`` and ``NEW``: each a folder, a .zip or an address."""
    parser.add_argument("old", metavar="OLD", help="snapshot before: a folder, a .zip or an address")
    parser.add_argument("new", metavar="NEW", help="snapshot after")


def run(arguments: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Print one row a difference. 2 with one sentence when a snapshot cannot be opened."""
    from hubdata import snapshot
    from hubdata.building.refreshing.changes import changes
    from hubdata.store import location

    try:
        (before, old), (after, new) = (snapshot.read(location(where)) for where in (arguments.old, arguments.new))
    except (snapshot.Broken, OSError, ValueError, ImportError) as error:
        print(f"the snapshot cannot be opened: {error}", file=err)
        return 2
    found = changes(old, new)
    found.to_csv(out, index=False, lineterminator="\n", float_format="%.10g")
    same = "the same snapshot" if before.hash == after.hash else f"{len(found):,} differences"
    print(f"{same}: {before.hash[:8]} to {after.hash[:8]}", file=err)
    return 0
