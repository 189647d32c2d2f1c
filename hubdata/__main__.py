"""The command line, ``python -m hubdata``: the same measures as the pages."""

import argparse
import importlib
import io
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

COMMANDS = ("build", "check", "table", "changes", "fetch", "illustrate")


class Parser(argparse.ArgumentParser):
    """A parser that refuses in one sentence on standard error, exit code 2, like every other refusal."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, without the usage that ``--help`` prints."""
        self.exit(2, f"{message}\n")


def parser(wanted: Sequence[str] = COMMANDS) -> argparse.ArgumentParser:
    """One sub-command a module of ``hubdata.commands``; only those wanted are imported."""
    top = Parser(prog="python -m hubdata", description=__doc__, allow_abbrev=False)
    below = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in wanted:
        module = importlib.import_module(f"hubdata.commands.{name}")
        command = below.add_parser(name, help=module.SUMMARY, description=module.__doc__, allow_abbrev=False)
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    named = [words[0]] if words and words[0] in COMMANDS else COMMANDS
    try:
        given = parser(named).parse_args(words)
        return given.run(given, sys.stdout, sys.stderr)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    except BrokenPipeError:
        # The reader of our output (head, less) went away: nothing is wrong, and nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _plain(*streams: object) -> None:
    """UTF-8 and line feeds on every machine, whatever its locale."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _plain(sys.stdout, sys.stderr)
    sys.exit(main())
