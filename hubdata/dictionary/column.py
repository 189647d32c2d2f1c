"""What is known of a column: its name, heading, meaning and unit, how it is written, and which way is better."""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from hubdata.vocabulary import UNKNOWN

Polarity = Literal["more is better", "less is better", "neither"]


@dataclass(frozen=True)
class Written:
    """How values are written: ``pattern`` in a sentence, ``on_screen`` (sprintf, or Streamlit's word) in a table.

    A table on screen shows ``times`` the value; ``in_files`` is the unit of a file where that differs.
    """

    pattern: str
    on_screen: str = ""
    times: int = 1
    in_files: str = ""


TEXT = Written("{}")
DAY = Written("{:%d %b %Y}")
WHOLE = Written("{:,.0f}", "localized")
TENTHS = Written("{:,.1f}", "%.1f")
HUNDREDTHS = Written("{:.2f}", "%.2f")
THOUSANDTHS = Written("{:.3f}", "%.3f")
FRACTION = Written("{:+.3f}", "%+.3f")
SIGNED = Written("{:+.2f}", "%+.2f")
KILOMETRES = Written("{:.1f} km", "%.1f")
SHARE = Written("{:.1%}", "%.1f%%", 100, "fraction, 0 to 1")
POINTS = Written("{:+.1%}", "%+.1f%%", 100, "fraction, -1 to 1")


@dataclass(frozen=True)
class Column:
    """A column that a measure prints.

    ``label`` heads it in a table on screen; ``meaning`` is the formula or the sense in plain words; ``term`` is its
    name in the glossary, where it has a place there.
    """

    name: str
    label: str
    meaning: str
    written: Written = TEXT
    unit: str = ""
    polarity: Polarity = "neither"
    term: str = ""

    def say(self, value: float | None) -> str:
        """The value as text; missing is a dash, zero is a zero."""
        return UNKNOWN if pd.isna(value) else self.written.pattern.format(value)

    @property
    def sentence(self) -> str:
        """The meaning as a sentence, with which way is better where one is."""
        better = "" if self.polarity == "neither" else f" {self.polarity.capitalize()}."
        return f"{self.meaning}.{better}"

    @property
    def unit_in_files(self) -> str:
        """The unit of the values as files and the command line print them."""
        return self.written.in_files or self.unit


def whole(name: str, label: str, meaning: str, unit: str = "schools", **more: str) -> Column:
    """A column of whole numbers."""
    return Column(name, label, meaning, WHOLE, unit, **more)


def share(name: str, label: str, meaning: str, **more: str) -> Column:
    """A column of parts of a whole: fractions in a file, per cent on screen."""
    return Column(name, label, meaning, SHARE, "%", **more)


def points(name: str, label: str, meaning: str, **more: str) -> Column:
    """A column of differences of shares: fractions in a file, points on screen."""
    return Column(name, label, meaning, POINTS, "points", **more)
