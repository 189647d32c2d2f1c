"""Runs our own command line in a process of its own."""

import subprocess
import sys

from conftest import ROOT


def commanded(*words: str, seconds: float = 120) -> subprocess.CompletedProcess[str]:
    """``python -m hubdata`` with these words: exit code, output and messages."""
    return subprocess.run(
        [sys.executable, "-m", "hubdata", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
