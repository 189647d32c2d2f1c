"""One browser and one server a kind of data, for all tests here."""

from collections.abc import Iterator

import pytest
from conftest import ROOT
from longer import LONGER
from playwright.sync_api import Browser, sync_playwright
from watching import WITHOUT, chromium, serving

SCREENS = ("laptop", "projector", "telephone")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The real England is looked at on every screen, the made-up one on a laptop; in the longer run both on all."""
    told = {item: item.callspec.params if hasattr(item, "callspec") else {} for item in items}
    left = [
        item
        for item in items
        if not LONGER and told[item].get("served") == "illustrative" and told[item].get("screen", "laptop") != "laptop"
    ]
    config.hook.pytest_deselected(items=left)
    kept = [item for item in items if item not in set(left)]
    files = list(dict.fromkeys(item.path for item in kept))
    items[:] = sorted(kept, key=lambda item: (files.index(item.path), *_opened(item, told[item])))


def _opened(item: pytest.Item, told: dict[str, object]) -> tuple[str, str, int]:
    """One page of one England after the other, each opened once: its screens in turn, its tables at the end."""
    screen = SCREENS.index(told["screen"]) if "screen" in told else -1
    return (
        str(told.get("served", "")),
        str(told.get("page_name", told.get("here", ""))),
        3 if "tabled" in item.fixturenames else screen,
    )


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
def real(england, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on the real England, as it is shipped."""
    with serving(str(england), tmp_path_factory.mktemp("log") / "real.txt") as address:
        yield address


@pytest.fixture(scope="module", params=["illustrative", "real"])
def served(request: pytest.FixtureRequest) -> str:
    """Each kind of data in turn: the address of its server."""
    return request.getfixturevalue(request.param)
