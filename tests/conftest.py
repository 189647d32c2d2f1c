"""Shared fixtures: where the project is, and the official files where somebody has them."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def official() -> Path:
    """The folder of official files, named by HUBDATA_OFFICIAL; tests that need it say so where it is absent."""
    folder = os.environ.get("HUBDATA_OFFICIAL")
    if not folder or not Path(folder).is_dir():
        pytest.skip("needs the official files: set HUBDATA_OFFICIAL to their folder")
    return Path(folder)
