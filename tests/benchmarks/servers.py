"""The two servers: ours as a reader starts it, and another script with the settings that Streamlit comes with."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
PLAIN = ("--server.headless=true", "--browser.gatherUsageStats=false")


@dataclass(frozen=True)
class Server:
    """A running server: where it listens, its process, and when it was started."""

    host: str
    process: int
    started: float

    @property
    def memory(self) -> float:
        """Megabytes of memory now; 0 where the system does not say."""
        status = Path(f"/proc/{self.process}/status")
        if not status.exists():
            return 0.0
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    @property
    def busy(self) -> float:
        """Seconds of processor time so far; 0 where the system does not say."""
        stat = Path(f"/proc/{self.process}/stat")
        if not stat.exists():
            return 0.0
        fields = stat.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def ours(data: str) -> Iterator[Server]:
    """The app on the data."""
    with _serving([str(ROOT / "dashboard.py")], ROOT, HUBDATA=data) as server:
        yield server


@contextmanager
def other(script: str, **environment: str) -> Iterator[Server]:
    """A script of this folder, started where no settings of ours reach it."""
    with (
        tempfile.TemporaryDirectory() as folder,
        _serving([str(HERE / script), *PLAIN], Path(folder), **environment) as server,
    ):
        yield server


@contextmanager
def _serving(words: Sequence[str], folder: Path, **environment: str) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", *words, "--server.port", str(port)]
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=os.environ | environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait(port, process)
        yield Server(f"127.0.0.1:{port}", process.pid, started)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(port: int, process: subprocess.Popen) -> None:
    for _ in range(3000):
        if process.poll() is not None:
            raise RuntimeError("the server did not start")
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.02)
        else:
            return
    raise RuntimeError("the server did not answer")
