"""Pieces of lines, set before their names."""

STROKES = {"solid": "━━", "dot": "┅┅", "dash": "╍╍", "longdash": "╌╌"}


def stroke(color: str, dash: str) -> str:
    """A short piece of a line for its name: a name moved clear of another still shows whose it is."""
    return f"<span style='color:{color}'>{STROKES[dash]}</span> "
