"""Shared fixtures: where the project is, and the official files where somebody has them. What each test costs."""

import os
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
# Every role and every September has lots of its own, ten seconds each: they are drawn where a test asks for them.
os.environ["HUBDATA_LOTS"] = "off"
os.environ.setdefault("HUBDATA_CACHE", str(ROOT / "build" / "drawn"))
# Folders and files whose tests take no server, no other process and no whole England: for every save (`make quick`).
QUICK = {
    "answers", "exports", "figures", "maps", "measures", "records", "sources", "test_architecture.py",
    "test_docstrings.py", "test_guide.py", "test_house_rules.py", "test_longer.py", "test_requirements.py",
}  # fmt: skip
OFFICIAL = {"official"}
# What takes longest, first, and what is quick last: two that share the work then end at nearly the same time.
DEAR = ("browser", "app", "illustrate", "building", "recount", "views")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave what is not quick unread where only quick tests are asked for: reading all takes longer than they."""
    inside = collection_path.relative_to(ROOT / "tests").parts
    return True if config.option.markexpr == "quick" and inside and inside[0] not in QUICK else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test by what it costs: ``browser`` by its folder, ``official`` by what it asks for, else ``quick``."""
    for item in items:
        top = item.path.relative_to(ROOT / "tests").parts[0]
        told = getattr(item, "callspec", None)
        asked = {*getattr(item, "fixturenames", ()), *(map(str, told.params.values()) if told else ())}
        if top == "browser":
            item.add_marker("browser")
        if asked & OFFICIAL:
            item.add_marker("official")
        elif top in QUICK and not item.get_closest_marker("browser"):
            item.add_marker("quick")
    items.sort(key=_begins)


def _begins(item: pytest.Item) -> int:
    top = item.path.relative_to(ROOT / "tests").parts[0]
    if top in DEAR:
        return DEAR.index(top)
    return len(DEAR) + (top in QUICK)


@pytest.fixture(scope="session")
def official() -> Path:
    """The folder of official files, named by HUBDATA_OFFICIAL; tests that need it say so where it is absent."""
    folder = os.environ.get("HUBDATA_OFFICIAL")
    if not folder or not Path(folder).is_dir():
        pytest.skip("needs the official files: set HUBDATA_OFFICIAL to their folder")
    return Path(folder)


@pytest.fixture(scope="session")
def additions(official: Path) -> Path:
    """The folder of later official files, beside the first or named by HUBDATA_ADDITIONS."""
    folder = Path(os.environ.get("HUBDATA_ADDITIONS") or official.parent / "additions")
    if not folder.is_dir():
        pytest.skip("needs the later official files: set HUBDATA_ADDITIONS to their folder")
    return folder


@pytest.fixture(scope="session")
def england() -> Path:
    """The real England as it is shipped: the snapshot that needs no official file to be read."""
    return ROOT / "data" / "england"
