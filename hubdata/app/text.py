"""Text from data, made safe for a page: nothing in it becomes a link, an image or formatting."""

import re
import unicodedata

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
# A word joiner breaks what Markdown would still turn into a link or a shortcut after escaping.
_JOIN = re.compile(r"(?i)(?<=http)(?=s?://)|(?<=www)(?=\.)|(?=@)|(?<=:)(?=streamlit:)|(?<=[-<>=~])(?=[-<>=])")
_BREAKING = ("Cc", "Zl", "Zp")


def plain(value: object) -> str:
    """The value as Markdown that shows exactly its characters; control and format characters are dropped."""
    kept = (" " if unicodedata.category(c) in _BREAKING else c for c in str(value) if unicodedata.category(c) != "Cf")
    return _PUNCTUATION.sub(r"\\\1", _JOIN.sub("\u2060", "".join(kept).strip()))
