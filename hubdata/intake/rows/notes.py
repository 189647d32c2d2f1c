"""Notes under a table: what counts as one, and how many nobody exceeds."""

from collections.abc import Sequence

# Nobody writes more lines than these under a table; what is more is data that went wrong.
NOTES_WITHIN = 20


def is_note(filled: Sequence[str]) -> bool:
    """Whether a row with these filled cells is a note: one of words. A number alone is a row that lost its rest."""
    return not filled or (len(filled) == 1 and not filled[0][:1].isdigit())


def said_of(first: str) -> str:
    """What the report says of notes, with the first of them."""
    return f"notes under the table were counted and left out, the first: '{first[:80]}'"
