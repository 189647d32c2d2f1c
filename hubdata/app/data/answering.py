"""What a file leaves open, asked of its reader: the day it describes, which sheet is meant, what to put right."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from hubdata.app.text import plain
from hubdata.building.files.shares import Said

SAID = "own.said"
UNDATED = "DATE-03"
AS_IT_IS = "Leave as it is"


def said_of(key: tuple[str, ...]) -> Mapping[str, Said]:
    """What the reader said of these files, by name; of other files under the same names nothing is known."""
    return st.session_state.get(SAID, {}).get(key, {})


def ask_back(key: tuple[str, ...], files: list[dict[str, Any]]) -> bool:
    """Ask what the files leave open. True once it was answered: they should then be read again."""
    open_questions = [(file, finding) for file in files for finding in file["findings"] if _asks(finding)]
    if not open_questions:
        return False
    with st.form("own.answers"):
        st.markdown("**Questions about your files**")
        answers = [(file["file"], finding["code"], _answer(file["file"], finding)) for file, finding in open_questions]
        asked = st.form_submit_button("Read again with these answers")
    given = [(name, code, value) for name, code, value in answers if value is not None]
    if not asked or not given:
        return False
    st.session_state[SAID] = {key: _together(said_of(key), given)}
    return True


def forget_answers() -> None:
    """Nothing was said of any file."""
    st.session_state.pop(SAID, None)


def _asks(finding: Mapping[str, Any]) -> bool:
    return bool(finding["choices"]) or finding["code"] == UNDATED


def _answer(name: str, finding: Mapping[str, Any]) -> date | str | None:
    key = f"own.answer.{name}.{finding['code']}"
    if finding["code"] == UNDATED:
        return st.date_input(
            plain(f"Which day does {name} describe?"), None, max_value="today", format="DD/MM/YYYY", key=key
        )
    # What a select box lists is shown as text, never read as markup.
    offered = [AS_IT_IS, *finding["choices"]]
    chosen = st.selectbox(plain(f"{name}: {finding['message']}"), offered, key=key)
    return None if chosen == AS_IT_IS else chosen


def _together(before: Mapping[str, Said], given: list[tuple[str, str, date | str]]) -> dict[str, Said]:
    """All that was said so far, the newest answer of each question."""
    every = dict(before)
    for name, code, value in given:
        said = every.get(name, Said())
        if isinstance(value, date):
            every[name] = Said(value, said.replies)
        else:
            every[name] = Said(said.as_at, {**said.replies, code: value})
    return every
