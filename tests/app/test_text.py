"""Text from data on a page: exactly its characters, and never a link, a picture or formatting."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from payloads import PAYLOADS

from hubdata.app.text import plain

READER = MarkdownIt("gfm-like", {"linkify": False, "html": True})


def shown(markdown: str) -> tuple[str, set[str]]:
    """The characters that a reader of the Markdown sees, and every kind of mark-up found in it."""
    kinds, text = set(), ""
    for block in READER.parse(markdown):
        kinds.add(block.type)
        for part in block.children or ():
            kinds.add(part.type)
            text += part.content
    return text.replace("\u2060", ""), kinds


def characters(text: str) -> str:
    """The text without invisible characters, its breaks and control characters as spaces."""
    kept = (
        " " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text if unicodedata.category(c) != "Cf"
    )
    return "".join(kept).strip()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_in_a_name_becomes_more_than_text(payload):
    text, kinds = shown(plain(payload))
    assert kinds <= {"paragraph_open", "inline", "paragraph_close", "text", "text_special"}
    assert text == characters(payload)


@given(st.text())
def test_any_text_is_shown_as_its_own_characters(text):
    found, kinds = shown(plain(text))
    assert kinds <= {"paragraph_open", "inline", "paragraph_close", "text", "text_special"}
    assert " ".join(found.split()) == " ".join(characters(text).split())


@pytest.mark.parametrize("address", ["http://a.invalid", "https://a.invalid", "www.a.invalid", "a@b.invalid"])
def test_an_address_is_broken_where_a_reader_cannot_see_it(address):
    """Escaping alone leaves bare addresses as links."""
    assert "\u2060" in plain(address)
    assert plain(address).replace("\u2060", "").replace("\\", "") == address


@pytest.mark.parametrize(("value", "text"), [(None, "None"), (3.5, "3\\.5"), ("", ""), ("  both ends  ", "both ends")])
def test_any_value_can_be_said(value, text):
    assert plain(value) == text
