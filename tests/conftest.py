"""Shared fixtures: where the project is, and the official files where somebody has them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]

# The same examples on every run, and no clock: a busy machine must not decide. HUBDATA_EXAMPLES asks for more.
settings.register_profile(
    "seeded", max_examples=int(os.environ.get("HUBDATA_EXAMPLES", "50")), derandomize=True, deadline=None
)
settings.load_profile("seeded")
# Hundreds of stores are opened here, each for a moment: what is drawn ahead of readers has tests of its own.
os.environ["HUBDATA_AHEAD"] = "off"


@pytest.fixture(scope="session")
def official() -> Path:
    """The folder of official files, named by HUBDATA_OFFICIAL; tests that need it say so where it is absent."""
    folder = os.environ.get("HUBDATA_OFFICIAL")
    if not folder or not Path(folder).is_dir():
        pytest.skip("needs the official files: set HUBDATA_OFFICIAL to their folder")
    return Path(folder)


@pytest.fixture(scope="session")
def england() -> Path:
    """The real England as it is shipped: the snapshot that needs no official file to be read."""
    return ROOT / "data" / "england"


@pytest.fixture(scope="session")
def official_snapshot(official: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The official files as a snapshot, built once by the command that a reader would type."""
    to = tmp_path_factory.mktemp("official") / "snapshot"
    words = [sys.executable, "-m", "hubdata", "build", "--from", str(official), "--to", str(to)]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True, timeout=120)
    return to
