"""The rules of the house that a machine can check: sizes, names, types, words, and calls that nobody makes.

One test a rule: it lists every offender, file by file.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median

from conftest import ROOT
from reading_code import (
    EVERY,
    PACKAGE,
    PRODUCT,
    calls,
    functions,
    imports,
    imports_at_start,
    name,
    public,
    texts,
    top_names,
    tree,
    used_names,
)

SLOW = {
    "sklearn", "esda", "libpysal", "mapclassify", "spopt", "statsmodels", "matplotlib", "kaleido", "geopandas", "pptx",
}  # fmt: skip
UNSAFE_MODULES = {"pickle", "cPickle", "dill", "joblib", "cloudpickle", "marshal", "shelve", "feather"}
UNSAFE_CALLS = re.compile(
    r"^(eval|exec|__import__|os\.(system|popen)|yaml\.load|tempfile\.mktemp)$"
    r"|(^|\.)(read_pickle|to_pickle|read_feather|ipc\.open_file|ipc\.open_stream|extractall|components\.html)$"
)
UNSAFE_OPTIONS = {"shell", "unsafe_allow_html", "unsafe_allow_javascript", "allow_pickle"}
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "base", "manager", "misc"}
EMPTY_VARIABLES = {"df", "tmp", "temp", "data2", "df2"}
PUT_OFF = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b|raise Not" + r"Implemented")
BANNER = re.compile(r"^\s*#\s*[-=#*~_]{3,}")
ONE_MACHINE = re.compile(r"(?<![\w.~}/-])/(wo" + r"rk|tm" + r"p|ro" + r"ot|ho" + r"me|Us" + r"ers)(/|\b)")
COLOUR = re.compile(r"#[0-9A-Fa-f]{3}([0-9A-Fa-f]{3})?")
# Called by tests alone: what holds of the data that come with the product.
FOR_CHECKS = {"faults"}


def lines(path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def offenders(paths: Sequence[Path], wrong: Callable[[Path], Iterable[object]]) -> dict[str, list[object]]:
    """The files that break a rule, each with what breaks it."""
    assert len(paths) > 5, "the rule has nothing to look at"
    found = {name(path): list(wrong(path)) for path in paths}
    return {path: broken for path, broken in found.items() if broken}


def test_no_file_is_long():
    assert offenders(EVERY, lambda path: [len(lines(path))] if len(lines(path)) > 200 else []) == {}


def test_the_middle_file_is_short():
    assert median(len(lines(path)) for path in PRODUCT) < 60


def test_no_function_is_long():
    def long(path):
        return [node.name for node in functions(path) if (node.end_lineno or 0) - node.lineno + 1 > 40]

    assert offenders(EVERY, long) == {}


def test_every_function_says_its_types():
    def untyped(path):
        return [node.name for node in functions(path) if node.returns is None or _untyped(node)]

    assert offenders(PACKAGE, untyped) == {}


def _untyped(node: ast.FunctionDef) -> list[str]:
    given = node.args
    every = [*given.posonlyargs, *given.args, *given.kwonlyargs, *filter(None, (given.vararg, given.kwarg))]
    return [one.arg for one in every if one.annotation is None and one.arg not in ("self", "cls")]


def test_everything_public_is_explained():
    def silent(path):
        return [getattr(node, "name", "the module") for node in public(path) if not ast.get_docstring(node)]

    assert offenders(PACKAGE, silent) == {}


def test_the_first_line_says_what_the_file_is_for():
    assert offenders(EVERY, lambda path: [] if (ast.get_docstring(tree(path)) or "").strip() else ["silent"]) == {}


def test_names_say_something():
    def empty(path):
        named = {node.id for node in ast.walk(tree(path)) if isinstance(node, ast.Name)}
        named |= {node.arg for node in ast.walk(tree(path)) if isinstance(node, ast.arg)}
        return (named & EMPTY_VARIABLES) | ({path.stem} & EMPTY_NAMES)

    assert offenders(EVERY, empty) == {}


def test_nothing_is_left_that_nobody_uses():
    used = used_names(PRODUCT) | FOR_CHECKS
    assert offenders(PACKAGE, lambda path: top_names(path) - used) == {}


def test_no_module_trusts_strange_bytes():
    def unsafe(path):
        return {part for imported in imports(path) for part in imported.split(".")} & UNSAFE_MODULES

    assert offenders(PRODUCT, unsafe) == {}


def test_no_call_runs_or_trusts_strange_bytes():
    assert offenders(PRODUCT, lambda path: [called for called, node in calls(path) if _unsafe(called, node)]) == {}


def _unsafe(called: str, node: ast.Call) -> bool:
    options = {option.arg: ast.unparse(option.value) for option in node.keywords if option.arg}
    risky = [option for option in UNSAFE_OPTIONS & set(options) if options[option] != "False"]
    return bool(UNSAFE_CALLS.search(called) or risky or options.get("persist") == "'disk'")


def test_html_is_written_only_from_our_own_stylesheet():
    written = [(name(path), ast.unparse(node.args[0])) for path in PRODUCT for c, node in calls(path) if c == "st.html"]
    assert sorted(written) == [("hubdata/app/board.py", "STYLES"), ("hubdata/app/frame.py", "STYLES")]


def test_checks_are_real():
    """``assert`` vanishes under ``python -O``: raise instead; a bare ``except`` hides what it does not know."""

    def hollow(path):
        nodes = list(ast.walk(tree(path)))
        bare = [node for node in nodes if isinstance(node, ast.ExceptHandler) and node.type is None]
        return [node.lineno for node in [*bare, *(node for node in nodes if isinstance(node, ast.Assert))]]

    assert offenders(PRODUCT, hollow) == {}


def test_output_goes_where_it_was_asked():
    def printed(path):
        said = (node for called, node in calls(path) if called == "print")
        return [node.lineno for node in said if not any(option.arg == "file" for option in node.keywords)]

    assert offenders(PRODUCT, printed) == {}


def test_colours_are_named_in_the_palette():
    def named(path):
        constants = (node.value for node in ast.walk(tree(path)) if isinstance(node, ast.Constant))
        return [text for text in constants if isinstance(text, str) and COLOUR.fullmatch(text)]

    assert set(offenders(PACKAGE, named)) == {"hubdata/palette.py"}


def test_nothing_is_put_off_and_no_comment_shouts():
    def shouting(path):
        return [line.strip() for line in lines(path) if PUT_OFF.search(line) or BANNER.search(line)]

    assert offenders(EVERY, shouting) == {}


def test_no_file_knows_one_machine():
    def known(path):
        return [line.strip() for line in lines(path) if ONE_MACHINE.search(line) and not line.startswith("#!")]

    assert offenders(texts(), known) == {}


def test_slow_packages_are_imported_where_they_are_used():
    assert offenders(PACKAGE, lambda path: imports_at_start(path) & SLOW) == {}


def test_opening_the_app_imports_nothing_slow():
    asked = f"import sys, hubdata.app.frame; print(*sorted({SLOW!r} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []
