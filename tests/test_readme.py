"""The README says what is so: its commands print what it prints, and what it names exists."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)
EXAMPLES = [tuple(part.split("\n", 1)) for block in BLOCKS for part in block.removeprefix("$ ").split("\n$ ")]
MADE_BY_USE = {"build/official"}


def run(command: str) -> str:
    """What a reader sees: standard error first, then the table."""
    words = shlex.split(command)
    if words[:3] != ["python", "-m", "hubdata"]:
        raise ValueError(f"not a command of ours: {command}")
    ran = subprocess.run(
        [sys.executable, *words[1:]], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    return ran.stderr + ran.stdout


@pytest.mark.parametrize(("command", "output"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_an_example_prints_what_it_says(command, output, monkeypatch):
    monkeypatch.delenv("HUBDATA", raising=False)
    assert run(command) == output


def test_there_are_examples():
    assert len(EXAMPLES) >= 4


def named() -> set[str]:
    """Everything in back-quotes that looks like a file or a folder of the project."""
    quoted = re.findall(r"`([^`\n]+)`", README)
    return {text for text in quoted if re.fullmatch(r"[.\w/-]+(\.\w+|/)", text) and "://" not in text} - MADE_BY_USE


@pytest.mark.parametrize("path", sorted(named() - {".zip"}))
def test_what_is_named_exists(path):
    assert (ROOT / path).exists()


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake (\w+)", README))))
def test_every_make_target_is_there(target):
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)


def test_the_rooms_of_the_package_are_all_on_the_map():
    rooms = {path.name for path in (ROOT / "hubdata").iterdir() if path.is_dir() and (path / "__init__.py").is_file()}
    small_print = {"commands", "illustrate", "records", "planning"}
    assert {
        Path(path).name for path in named() if path.startswith("hubdata/") and path.endswith("/")
    } >= rooms - small_print
