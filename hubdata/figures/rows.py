"""The rows of a picture, each with its name and numbers in a column of their own, level with its mark."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

from hubdata.figures.template import literal

LETTERS = 26  # in a line, so that a telephone keeps half its width for the marks
LINE = 19  # pixels from one line of the column to the next
SPACE = 12  # pixels between two rows


def named(rows: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The upright axis of rows numbered from 0 at the top.

    ``rows`` are (name, numbers); a name is text from data, numbers are ours and may hold ``<b>``.
    """
    return {
        "range": [len(rows) - 0.5, -0.5],
        "tickvals": list(range(len(rows))),
        "ticktext": ["<br>".join(_lines(*row)) for row in rows],
        "tickfont": {"size": 14},
        "ticklabelstandoff": 8,
        "showgrid": False,
        "fixedrange": True,
    }


def height(rows: Sequence[tuple[str, str]]) -> int:
    """Pixels that the rows need, so that no two of them touch."""
    most = max((len(_lines(*row)) for row in rows), default=1)
    return (most * LINE + SPACE) * len(rows)


def _lines(name: str, numbers: str) -> list[str]:
    return [*(literal(line) for line in wrap(str(name), LETTERS)), *wrap(numbers, LETTERS + 9)]
