"""The command line, ``python -m hubdata``: the same measures as the pages."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

COMMANDS = ("build", "check", "table", "changes", "fetch", "illustrate")


def parser() -> argparse.ArgumentParser:
    """One sub-command a module of ``hubdata.commands``."""
    top = argparse.ArgumentParser(prog="python -m hubdata", description=__doc__)
    below = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in COMMANDS:
        module = importlib.import_module(f"hubdata.commands.{name}")
        command = below.add_parser(name, help=module.SUMMARY, description=module.__doc__)
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; its exit code."""
    given = parser().parse_args(arguments)
    try:
        return given.run(given, sys.stdout, sys.stderr)
    except BrokenPipeError:
        # The reader of our output (head, less) went away: nothing is wrong, and nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
