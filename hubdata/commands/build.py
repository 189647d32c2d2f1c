"""``build``: official and own files in, a checked snapshot out, whole or not at all."""

import argparse
from datetime import date
from pathlib import Path
from typing import TextIO

from hubdata.commands.reports import as_lines
from hubdata.inventory import INVENTORY, write_inventory
from hubdata.refreshes import LOG

SUMMARY = "read files, check them and write a snapshot"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files, the folder to write, and dates that files do not carry."""
    parser.add_argument("--from", dest="paths", nargs="+", type=Path, required=True, metavar="PATH", action="extend")
    parser.add_argument("--to", type=Path, required=True, metavar="SNAPSHOT", help="folder to write")
    parser.add_argument(
        "--engine", default="duckdb", metavar="ADDRESS", help="what counts trainees (spark://local[2], …)"
    )
    parser.add_argument(
        "--unsuppressed", action="store_true", help="show small numbers of people: for private use only"
    )
    parser.add_argument(
        "--shipped", action="store_true", help="leave readers' own lists out; the same files make the same bytes"
    )
    add_dates(parser)


def add_dates(parser: argparse.ArgumentParser) -> None:
    """``--as-at FILE=DATE``, any number of times."""
    parser.add_argument(
        "--as-at",
        nargs="+",
        action="extend",
        default=[],
        type=dated,
        metavar="FILE=DATE",
        help="the day a file describes",
    )


def dated(said: str) -> tuple[str, date]:
    """``FILE=DATE`` as a pair. Raises what argparse turns into one sentence."""
    name, _, day = said.rpartition("=")
    try:
        return name, date.fromisoformat(day)
    except ValueError:
        message = f"'{said}' is not FILE=DATE with a date such as 2023-11-16"
        raise argparse.ArgumentTypeError(message) from None


def run(arguments: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Build, tell what was recognised and how every row came out, and say where the snapshot is. 1 when refused."""
    from hubdata.building import Counting, build

    how = Counting(arguments.engine, not arguments.unsuppressed)
    try:
        built = build(arguments.paths, arguments.to, dict(arguments.as_at), how=how, shipped=arguments.shipped)
    except OSError as error:
        print(str(error), file=err)
        return 2
    for line in as_lines(built.reports, built.between):
        print(line, file=err)
    tables = built.tables
    if built.stopped_by:
        return _said(err, f"No snapshot was written: {', '.join(built.stopped_by)} must be put right or left out.")
    if not tables:
        return _said(err, "No snapshot was written: no file was recognised.")
    if arguments.shipped and (arguments.to.parent / INVENTORY).exists():
        write_inventory(arguments.to.parent, (arguments.to.name,))
    if built.altered is not None:
        print(f"{built.altered:,} differences from the snapshot before: {arguments.to / LOG}", file=err)
    print(f"Wrote {arguments.to}: {', '.join(f'{n} {t.num_rows:,}' for n, t in sorted(tables.items()))}", file=out)
    return 0


def _said(err: TextIO, sentence: str) -> int:
    print(sentence, file=err)
    return 1
