"""What a docstring points to is there: ``measures.reach.gap.gap`` names a thing that can be opened."""

import ast
import re

from conftest import ROOT
from reading_code import PACKAGE, name, top_names, tree

ROOMS = "|".join(path.name for path in (ROOT / "hubdata").iterdir() if path.is_dir())
POINTED = re.compile(rf"``((?:{ROOMS})(?:\.\w+)+)``")


def pointers() -> list[tuple[str, str]]:
    """Every file with what its docstrings point to inside the package."""
    return [
        (name(path), pointer)
        for path in PACKAGE
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        for pointer in POINTED.findall(ast.get_docstring(node) or "")
    ]


def exists(pointer: str) -> bool:
    """Whether it is a module, a folder, or a name at the top of one."""
    place = ROOT / "hubdata" / pointer.replace(".", "/")
    if place.is_dir() or place.with_suffix(".py").exists():
        return True
    home = place.parent / "__init__.py" if place.parent.is_dir() else place.parent.with_suffix(".py")
    return home.exists() and place.name in top_names(home)


def test_every_pointer_leads_somewhere():
    found = pointers()
    assert len(found) > 20
    assert [(where, pointer) for where, pointer in found if not exists(pointer)] == []
