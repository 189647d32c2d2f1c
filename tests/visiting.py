"""A visitor without a browser: opens pages at an address, turns their tables on, takes their files away."""

import contextlib
import csv
import io
import re
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from unittest.mock import patch

import pandas as pd
from conftest import ROOT
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Selectbox, Widget

from hubdata.__main__ import main
from hubdata.commands.opening import open_store

COMMAND = re.compile(r"`python -m hubdata (table [^`]+)`")
PATIENCE = 60
Files = dict[str, tuple[str, Callable[[], bytes]]]
Rows = list[list[str]]
# Streamlit's tester reads the papers of every installed package for every visitor anew: once a run says the same.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
# The command line's own store, apart from that of the pages: a snapshot is opened once, since it never changes.
COMMANDS_STORE = cache(open_store)


def arrive(stem: str, **address: str) -> AppTest:
    """The page opened by a link, as the first visitor after a start gets it: past the entry point."""
    app = AppTest.from_file(str(ROOT / "pages" / f"{stem}.py"), default_timeout=PATIENCE)
    for name, code in address.items():
        app.query_params[name] = code
    return app.run()


def enter() -> AppTest:
    """The app opened at its entry point."""
    return AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=PATIENCE).run()


def turn_to(app: AppTest, stem: str) -> AppTest:
    """Another page, chosen from the menu."""
    return app.switch_page(f"pages/{stem}.py").run()


def address(app: AppTest) -> dict[str, str]:
    """What stands in the address bar."""
    return {name: codes[-1] if isinstance(codes, list) else codes for name, codes in dict(app.query_params).items()}


def unescaped(markdown: str) -> str:
    """What a reader sees of escaped Markdown."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown).replace("\u2060", "")


def finding(app: AppTest) -> str:
    """The sentence that opens the page."""
    return unescaped(app.title[0].value)


def said(app: AppTest) -> list[str]:
    """Everything the page says as Markdown: headings, sentences, captions, banners and the words on its widgets."""
    kinds = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error", "success")
    texts = [element.value for kind in kinds for element in getattr(app, kind)]
    return texts + [widget.label for kind in ("button", "toggle", "selectbox") for widget in getattr(app, kind)]


def choose_all(app: AppTest, turn: int) -> AppTest:
    """Every control takes its option number ``turn``, counted round; at 0 the page stays as it opens.

    The switch to the other England stays: it has tests of its own.
    """
    if turn:
        for box in (*app.selectbox, *app.get("button_group")):
            if box.key != "data":
                _choose(box, turn)
        app.run()
    return app


def _choose(box: Widget, turn: int) -> None:
    if isinstance(box, Selectbox):
        box.select_index(turn % len(box.options))
    else:
        box.set_value(box.options[turn % len(box.options)])


@dataclass(frozen=True)
class Panel:
    """What one panel of a page proves its picture with."""

    shown: pd.DataFrame
    command: list[str]
    file_name: str
    file: bytes


def panels(app: AppTest, files: Files) -> list[Panel]:
    """Every panel of the page, its table turned on. ``files`` is the fixture ``files``."""
    for toggle in app.toggle:
        if toggle.label == "Table":
            toggle.set_value(True)
    app.run()
    commands = [found[1] for caption in app.caption if (found := COMMAND.search(caption.value))]
    buttons = [button for button in app.get("download_button") if button.proto.label == "CSV"]
    tables = [table.value for table in app.dataframe]
    taken = [files[button.proto.deferred_file_id] for button in buttons]
    return [
        Panel(table, shlex.split(command), name, file())
        for table, command, (name, file) in zip(tables, commands, taken, strict=True)
    ]


@cache
def printed(data: str, *words: str) -> Rows:
    """What the command line prints of the data, header and all; an exit code other than 0 is an error."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), patch("hubdata.commands.table.open_store", COMMANDS_STORE):
        code = main([*words, "--data", data])
    if code:
        raise ValueError(f"{shlex.join(words)} left with {code}")
    return rows(out.getvalue())


def rows(text: str) -> Rows:
    """CSV as its cells."""
    return list(csv.reader(io.StringIO(text, newline="")))
