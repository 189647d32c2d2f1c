"""Notes under a table: what counts as one, and how many nobody exceeds."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

# Nobody writes more lines than these under a table; what is more is data that went wrong.
NOTES_WITHIN = 20


def is_note(filled: Sequence[str]) -> bool:
    """Whether a row with these filled cells is a note: one of words. A number alone is a row that lost its rest."""
    return not filled or (len(filled) == 1 and not filled[0][:1].isdigit())


def said_of(first: str) -> str:
    """What the report says of notes, with the first of them."""
    return f"notes under the table were counted and left out, the first: '{first[:80]}'"


def notes_under(columns: list[pa.Array], blank: np.ndarray) -> np.ndarray:
    """True for the last rows while they hold text in their first cell alone."""
    notes = np.zeros(len(blank), bool)
    if len(columns) < 3:
        return notes
    for i in range(len(blank) - 1, -1, -1):
        if blank[i]:
            continue
        texts = [text for column in columns if (text := column[i].as_py())]
        if not is_note(texts):
            break
        notes[i] = True
    return notes if notes.sum() <= NOTES_WITHIN else np.zeros(len(blank), bool)


def first_of(columns: list[pa.Array], notes: np.ndarray) -> str:
    """The text of the first note."""
    at = np.flatnonzero(notes)[:1].tolist()
    return next((text for i in at for column in columns if (text := column[i].as_py())), "")
