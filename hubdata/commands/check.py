"""``check``: the verdicts that ``build`` would give, with nothing written."""

import argparse
import json
from pathlib import Path
from typing import TextIO

from hubdata.building.reports import as_json
from hubdata.commands.build import add_dates
from hubdata.commands.reports import as_lines

SUMMARY = "judge files without writing anything"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files, dates they do not carry, and whether a program reads the answer."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    add_dates(parser)


def run(arguments: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Judge each file by itself, then all together. 1 when anything is REJECT or ASK."""
    from hubdata.building import check

    try:
        built = check(arguments.paths, dict(arguments.as_at))
    except OSError as error:
        print(str(error), file=err)
        return 2
    if arguments.json:
        print(json.dumps(as_json(built.reports, built.between), ensure_ascii=False), file=out)
    else:
        print("\n".join(as_lines(built.reports, built.between)), file=out)
    return 0 if built.passed else 1
