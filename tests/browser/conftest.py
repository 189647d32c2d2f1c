"""One browser and one server a kind of data, for all tests here."""

from collections.abc import Iterator

import pytest
from conftest import ROOT
from playwright.sync_api import Browser, sync_playwright
from watching import WITHOUT, chromium, serving


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window; tests say how to get it where it is absent."""
    where = chromium()
    if not where:
        pytest.skip(WITHOUT)
    with sync_playwright() as player:
        started = player.chromium.launch(executable_path=where, args=["--disable-gpu", "--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def illustrative(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on the data it comes with."""
    with serving(str(ROOT / "data" / "illustrative"), tmp_path_factory.mktemp("log") / "illustrative.txt") as address:
        yield address


@pytest.fixture(scope="session")
def real(official_snapshot, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on the official files."""
    with serving(str(official_snapshot), tmp_path_factory.mktemp("log") / "official.txt") as address:
        yield address


@pytest.fixture(scope="module", params=["illustrative", "real"])
def served(request: pytest.FixtureRequest) -> str:
    """Each kind of data in turn: the address of its server."""
    return request.getfixturevalue(request.param)
