"""The rules of the house that a machine can check: sizes, names, types, words, and calls that nobody makes."""

import ast
import re
import subprocess
import sys
from statistics import median

import pytest
from conftest import ROOT
from reading_code import EVERY, PACKAGE, PRODUCT, calls, functions, imports, imports_at_start, name, public, texts, tree

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


def lines(path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("path", EVERY, ids=name)
def test_no_file_is_long(path):
    assert len(lines(path)) <= 200


def test_the_middle_file_is_short():
    assert median(len(lines(path)) for path in PRODUCT) < 60


@pytest.mark.parametrize("path", EVERY, ids=name)
def test_no_function_is_long(path):
    long = [node.name for node in functions(path) if (node.end_lineno or 0) - node.lineno + 1 > 40]
    assert not long


@pytest.mark.parametrize("path", PACKAGE, ids=name)
def test_every_function_says_its_types(path):
    untyped = [node.name for node in functions(path) if node.returns is None or _untyped(node)]
    assert not untyped


def _untyped(node: ast.FunctionDef) -> list[str]:
    given = node.args
    every = [*given.posonlyargs, *given.args, *given.kwonlyargs, *filter(None, (given.vararg, given.kwarg))]
    return [one.arg for one in every if one.annotation is None and one.arg not in ("self", "cls")]


@pytest.mark.parametrize("path", PACKAGE, ids=name)
def test_everything_public_is_explained(path):
    silent = [getattr(node, "name", "the module") for node in public(path) if not ast.get_docstring(node)]
    assert not silent


@pytest.mark.parametrize("path", EVERY, ids=name)
def test_the_first_line_says_what_the_file_is_for(path):
    assert (ast.get_docstring(tree(path)) or "").strip()


@pytest.mark.parametrize("path", EVERY, ids=name)
def test_names_say_something(path):
    assert path.stem not in EMPTY_NAMES
    named = {node.id for node in ast.walk(tree(path)) if isinstance(node, ast.Name)}
    named |= {node.arg for node in ast.walk(tree(path)) if isinstance(node, ast.arg)}
    assert not named & EMPTY_VARIABLES


@pytest.mark.parametrize("path", PRODUCT, ids=name)
def test_no_call_that_runs_or_trusts_strange_bytes(path):
    modules = {part for imported in imports(path) for part in imported.split(".")}
    assert not modules & UNSAFE_MODULES
    for called, node in calls(path):
        assert not UNSAFE_CALLS.search(called), called
        options = {option.arg: ast.unparse(option.value) for option in node.keywords if option.arg}
        assert not [option for option in UNSAFE_OPTIONS & set(options) if options[option] != "False"]
        assert options.get("persist") != "'disk'"


def test_html_is_written_only_from_our_own_stylesheet():
    written = [(name(path), ast.unparse(node.args[0])) for path in PRODUCT for c, node in calls(path) if c == "st.html"]
    assert sorted(written) == [("hubdata/app/board.py", "STYLES"), ("hubdata/app/frame.py", "STYLES")]


@pytest.mark.parametrize("path", PRODUCT, ids=name)
def test_checks_are_real_and_output_goes_where_it_was_asked(path):
    kinds = {type(node) for node in ast.walk(tree(path))}
    assert ast.Assert not in kinds, "assert vanishes under python -O: raise instead"
    bare = [node for node in ast.walk(tree(path)) if isinstance(node, ast.ExceptHandler) and node.type is None]
    assert not bare
    for called, node in calls(path):
        assert called != "print" or any(option.arg == "file" for option in node.keywords)


@pytest.mark.parametrize("path", PACKAGE, ids=name)
def test_colours_are_named_in_the_palette(path):
    texts_ = (node.value for node in ast.walk(tree(path)) if isinstance(node, ast.Constant))
    named = [
        text for text in texts_ if isinstance(text, str) and re.fullmatch(r"#[0-9A-Fa-f]{3}([0-9A-Fa-f]{3})?", text)
    ]
    assert not named or path.stem == "palette"


@pytest.mark.parametrize("path", EVERY, ids=name)
def test_nothing_is_put_off_and_no_comment_shouts(path):
    for line in lines(path):
        assert not PUT_OFF.search(line)
        assert not BANNER.search(line)


@pytest.mark.parametrize("path", texts(), ids=name)
def test_no_file_knows_one_machine(path):
    found = [line.strip() for line in lines(path) if ONE_MACHINE.search(line) and not line.startswith("#!")]
    assert not found


@pytest.mark.parametrize("path", PACKAGE, ids=name)
def test_slow_packages_are_imported_where_they_are_used(path):
    assert not imports_at_start(path) & SLOW


def test_opening_the_app_imports_nothing_slow():
    asked = f"import sys, hubdata.app.frame; print(*sorted({SLOW!r} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []
