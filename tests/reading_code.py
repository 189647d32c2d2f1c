"""The project's own code, read as a tree: what the tests of its shape ask."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from conftest import ROOT

LEFT_OUT = {".git", ".venv", "build", "__pycache__", ".pytest_cache", ".ruff_cache", ".hypothesis", "node_modules"}
PACKAGE = sorted((ROOT / "hubdata").rglob("*.py"))
PAGES = sorted((ROOT / "pages").glob("*.py"))
PRODUCT = [ROOT / "dashboard.py", *PAGES, *PACKAGE]
EVERY = [*PRODUCT, *sorted((ROOT / "tests").rglob("*.py"))]


def name(path: Path) -> str:
    """The path from the project's top, for messages and test ids."""
    return path.relative_to(ROOT).as_posix()


def dotted(path: Path) -> str:
    """``hubdata/app/frame.py`` as ``hubdata.app.frame``; a package as its folder."""
    return name(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


@cache
def tree(path: Path) -> ast.Module:
    """The file as a syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imports(path: Path, nodes: list[ast.stmt] | None = None) -> Iterator[str]:
    """Every dotted name that the file imports (``from a import b`` gives ``a`` and ``a.b``), or some statements do."""
    found = ast.walk(tree(path)) if nodes is None else iter(nodes)
    for node in found:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."
            yield from (f"{node.module or ''}.{alias.name}" for alias in node.names)


def imports_at_start(path: Path) -> set[str]:
    """The top-level packages that importing the file imports at once: not those inside functions."""
    nodes: list[ast.stmt] = []
    waiting: list[ast.AST] = [tree(path)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import | ast.ImportFrom):
            nodes.append(node)
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) and not _for_types_alone(node):
            waiting += ast.iter_child_nodes(node)
    return {imported.split(".")[0] for imported in imports(path, nodes)}


def _for_types_alone(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of the file, nested ones too."""
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call of the file, with what is called as it is written: ``st.html``, ``table.to_csv``."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def public(path: Path) -> list[ast.AST]:
    """The module, its classes, functions and methods whose names do not begin with an underscore."""
    found: list[ast.AST] = [tree(path)]
    for node in ast.iter_child_nodes(tree(path)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            found.append(node)
            if isinstance(node, ast.ClassDef):
                found += [
                    part for part in node.body if isinstance(part, ast.FunctionDef) and not part.name.startswith("_")
                ]
    return found


def texts() -> list[Path]:
    """Every text file of the project that is part of the repository, whatever its kind."""
    kinds = {".py", ".md", ".toml", ".txt", ".csv", ".css", ".json", ".yml", ".yaml", ""}
    files = (path for path in ROOT.rglob("*") if path.is_file() and path.suffix in kinds)
    return sorted(path for path in files if not LEFT_OUT & set(path.relative_to(ROOT).parts))


def top_names(path: Path) -> set[str]:
    """What the module defines at its top, but for what registers itself where it stands."""
    found: set[str] = set()
    for node in tree(path).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not any(
            "register" in ast.unparse(d) for d in node.decorator_list
        ):
            found.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {target.id for target in targets if isinstance(target, ast.Name)}
    return {defined for defined in found if not defined.startswith("__")}


def used_names(paths: list[Path]) -> set[str]:
    """Every name that some of the files read, import or reach through a dot."""
    used: set[str] = set()
    for node in (node for path in paths for node in ast.walk(tree(path))):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            used.add(node.id)
        elif isinstance(node, ast.Attribute):
            used.add(node.attr)
        elif isinstance(node, ast.alias):
            used.add(node.name.rpartition(".")[2])
    return used
