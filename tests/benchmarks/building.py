"""The official register to a checked snapshot, against a bare parse of the same CSV; whole processes, started cold."""

import os
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from tests.benchmarks.servers import ROOT
from tests.benchmarks.timings import Ratio, middle

TIMES = 5
PARSE = "import sys, polars; polars.read_csv(sys.argv[1], infer_schema=False, encoding='utf8-lossy')"


def measure(official: str) -> list[Ratio]:
    """``official`` is the folder of official files; the register is taken out of its archive first, for both sides."""
    with tempfile.TemporaryDirectory() as folder:
        csv = _register(Path(official), Path(folder))
        mine, bare = [], []
        for number in range(TIMES):
            to = Path(folder) / f"snapshot{number}"
            mine.append(_timed("-m", "hubdata", "build", "--from", str(csv), "--to", str(to)))
            bare.append(_timed("-c", PARSE, str(csv)))
        return [Ratio("build of the register, of a bare polars parse", middle(mine), middle(bare), "s", 4)]


def _register(official: Path, folder: Path) -> Path:
    with zipfile.ZipFile(official / "gias" / "extract.zip") as archive:
        name = next(name for name in archive.namelist() if name.startswith("edubasealldata"))
        to = folder / Path(name).name
        to.write_bytes(archive.read(name))
    return to


def _timed(*words: str) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, *words], cwd=ROOT, env=os.environ, check=True, capture_output=True)
    return time.perf_counter() - started
