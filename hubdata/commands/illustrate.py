"""``illustrate``: remake the illustrative England, byte for byte for a seed."""

import argparse
from pathlib import Path
from typing import TextIO

from hubdata.snapshot import DATA

SUMMARY = "remake the illustrative England in data/"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``--seed``, from which every draw follows, and ``--to``, the folder to write."""
    parser.add_argument("--seed", type=int, default=2011, help="same seed, same bytes (default 2011)")
    parser.add_argument("--to", type=Path, default=DATA, help="folder to write (default: the project's data/)")


def run(arguments: argparse.Namespace, out: TextIO, err: TextIO) -> int:  # noqa: ARG001 (one signature for all)
    """Write the illustrative England and say where."""
    from hubdata.illustrate.england import illustrate

    illustrate(arguments.to, seed=arguments.seed)
    print(f"Wrote the illustrative England to {arguments.to} (seed {arguments.seed})", file=out)
    return 0
