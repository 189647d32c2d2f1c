"""The newcomer's guide names only what is there."""

import re

from conftest import ROOT

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PATH = re.compile(r"`((?:hubdata|pages|tests|data|\.ci)/[\w./-]*)`")
RECIPES = ("page", "measure", "column", "format", "control", "export", "plan")


def test_every_path_that_it_names_exists():
    named = set(PATH.findall(GUIDE)) - {"pages/NAME.py"}
    assert len(named) > 50
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_every_command_that_it_names_is_in_the_makefile():
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make (\w+)`", GUIDE)) <= targets


def test_it_has_a_recipe_for_each_thing_that_is_added():
    assert [thing for thing in RECIPES if not re.search(rf"^\*\*An? {thing}\.\*\*", GUIDE, re.MULTILINE)] == []


def test_its_words_stand_in_order():
    words = re.findall(r"^\| ([a-z][a-z ,]*) \|", GUIDE.partition("## How")[0], re.MULTILINE)
    assert {"store", "snapshot", "view", "finding", "proof", "network", "kind", "facts", "choices"} <= set(words)
    assert words == sorted(words)
