"""Who may import whom: an allow-list, so that any arrow that is not here fails."""

from collections import Counter
from graphlib import TopologicalSorter

import pytest
from conftest import ROOT
from reading_code import PACKAGE, PAGES, PRODUCT, calls, dotted, functions, imports, name, tree

WORDS = {"palette", "provenance", "schema"}
KEPT = {"catalogue", "snapshot", "store", "places"}
MEASURING = {"schema", "vocabulary", "provenance"}
MAY_USE: dict[str, set[str]] = {
    **{room: set() for room in WORDS},
    # The order in which groups are said stands in the schema, once.
    "vocabulary": {"schema"},
    "dictionary": {"vocabulary"},
    **{room: {"schema", "provenance", "catalogue", "snapshot"} for room in KEPT},
    "intake": {"schema", "provenance"},
    # Long work knows nothing of what it does.
    "jobs": set(),
    "sources": {"intake", "jobs", "schema", "provenance"},
    "measures": MEASURING,
    "arrays": {"snapshot"},
    "answers": {"store", "catalogue", "places", "arrays", "measures", *MEASURING},
    "figures": {"palette", "vocabulary"},
    "maps": {"palette", "vocabulary"},
    # A view chooses which group has which colour; both rooms hold names alone.
    "views": {"answers", "store", "places", "measures", "figures", "maps", "vocabulary", "provenance"}
    | {"palette", "schema", "dictionary"},
    # A still map is drawn from the layers of the deck on screen, so that both show the same.
    "exports": {"views", "maps", "dictionary", "vocabulary", "provenance", "palette"},
    "records": {"intake", "jobs", "measures", *MEASURING},
    "building": {
        "intake",
        "jobs",
        "sources",
        "records",
        "snapshot",
        "schema",
        "provenance",
        "catalogue",
        "store",
        "places",
    },
    "fetching": {"intake", "provenance"},
    "illustrate": {"schema", "vocabulary", "provenance", "snapshot", "places"},
}
PURE = set(MAY_USE)
# The command line and the screen are equals: what both need lies below them.
MAY_USE |= {"commands": PURE, "app": PURE, "__main__": {"commands"}}
# Parts of a row that stand in files of their own, because one file would be too long.
PART_OF = {
    "arrow": "snapshot",
    "atomic": "snapshot",
    "columns": "schema",
    "geoparquet": "snapshot",
    "inventory": "snapshot",
    "refreshes": "snapshot",
    "people": "schema",
    "surroundings": "schema",
    "workforce": "schema",
}
MODULES = {dotted(path): path for path in PACKAGE}


def room(module: str) -> str:
    """The row of the table that a module of the package belongs to."""
    first = module.split(".")[1]
    return PART_OF.get(first, first)


def ours(path) -> set[str]:
    return {module for module in imports(path) if module.startswith("hubdata.")}


def test_every_module_stands_in_a_row_of_the_table():
    """A new room is added to the table, with what it may use."""
    assert [module for module in MODULES if module != "hubdata" and room(module) not in MAY_USE] == []


def test_a_module_uses_only_what_its_room_may():
    used = {module: {room(one) for one in ours(path)} for module, path in MODULES.items()}
    assert used.pop("hubdata") == set()
    forbidden = {module: sorted(rooms - MAY_USE[room(module)] - {room(module)}) for module, rooms in used.items()}
    assert {module: rooms for module, rooms in forbidden.items() if rooms} == {}


def test_every_row_is_of_a_room_that_exists():
    there = {room(dotted(path)) for path in PACKAGE if dotted(path) != "hubdata"}
    assert there == set(MAY_USE)


def test_a_row_names_rooms_alone():
    assert {named for may in MAY_USE.values() for named in may} <= set(MAY_USE)


@pytest.mark.parametrize("shown", ["measures", "answers", "views", "sources"])
def test_a_layer_can_be_taken_in_at_a_glance(shown):
    entries = [entry.name for entry in (ROOT / "hubdata" / shown).iterdir() if entry.name != "__pycache__"]
    assert len(entries) <= 13, sorted(entries)


def test_no_folder_is_crowded():
    held = Counter(path.parent for path in PACKAGE)
    assert {name(folder): count for folder, count in held.items() if count > 20} == {}


def test_imports_run_in_no_circle():
    arrows = {module: {_module(used) for used in ours(path)} - {module} for module, path in MODULES.items()}
    assert list(TopologicalSorter(arrows).static_order())


def _module(imported: str) -> str:
    """The module an imported name stands in: ``hubdata.store.Store`` is in ``hubdata.store``."""
    return imported if imported in MODULES else imported.rpartition(".")[0]


def test_every_import_is_of_a_module_that_exists():
    unknown = {(dotted(path), used) for path in PRODUCT for used in ours(path) if _module(used) not in MODULES}
    assert not unknown


def test_streamlit_is_used_only_by_the_screen():
    using = {name(path) for path in PACKAGE if "streamlit" in {used.split(".")[0] for used in imports(path)}}
    assert [path for path in using if not path.startswith("hubdata/app/")] == []


def test_the_words_of_deck_gl_are_known_only_to_the_maps():
    using = {name(path) for path in PRODUCT if "pydeck" in {used.split(".")[0] for used in imports(path)}}
    assert using == {"hubdata/maps/deck.py"}


@pytest.mark.parametrize("path", PAGES, ids=name)
class TestPages:
    """A page chooses, gets and shows; whatever has a name of its own lives in a view, a panel or a control."""

    def test_is_short(self, path):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 80

    def test_defines_nothing(self, path):
        kinds = {type(node).__name__ for node in tree(path).body}
        assert not functions(path)
        assert "ClassDef" not in kinds

    def test_uses_the_screen_and_its_views_alone(self, path):
        outside = {imported.split(".")[0] for imported in imports(path)} - {"hubdata", "streamlit"}
        assert not outside
        assert {room(used) for used in ours(path)} <= {"app", "views", "vocabulary"}

    def test_opens_as_a_page(self, path):
        opened = [ast_call for called, ast_call in calls(path) if called == "open_page"]
        assert len(opened) == 1
        assert opened[0].args[0].id == "__file__"


def test_the_entry_point_is_short_and_shares_nothing():
    path = ROOT / "dashboard.py"
    assert len(path.read_text(encoding="utf-8").splitlines()) < 20
    assert {room(used) for used in ours(path)} == {"app"}
    assert not functions(path)


def test_a_measure_is_told_in_the_dictionary_under_the_folder_that_answers_it():
    from hubdata.answers.ask import QUESTIONS
    from hubdata.dictionary import data, networks, people, reach, spread

    subjects = {"reach": reach, "spread": spread, "networks": networks, "people": people}
    told = {name: subject for subject, module in subjects.items() for name in module.COLUMNS}
    told |= dict.fromkeys(data.COLUMNS, "datasets")
    answered = {name: question.answer.__module__.split(".")[2] for name, question in QUESTIONS.items()}
    assert {name: told[name] for name in answered} == answered


def test_a_measure_and_its_answer_of_one_name_are_of_one_subject():
    places: dict[str, dict[str, set[str]]] = {}
    for module in MODULES:
        layer, *subject = module.split(".")[1:] or [""]
        if layer in ("measures", "answers") and len(subject) == 2:
            places.setdefault(subject[1], {}).setdefault(layer, set()).add(subject[0])
    apart = {name: found for name, found in places.items() if len(found) == 2 and found["measures"] != found["answers"]}
    assert not apart
