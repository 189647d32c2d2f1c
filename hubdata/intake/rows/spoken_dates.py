"""A day as people write it: 16-11-2023, 28_Feb_2022, December 2023; two readings where day and month may be swapped."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
YEAR, SHORT = r"((?:19|20)\d\d)", r"(\d\d)"
GAP, NO_DIGIT, NO_LETTER = r"[-\s_./,()]*", r"(?<!\d)", r"(?<![a-z])"
EITHER = "?"  # two numbers and a year: which of them is the month?
PATTERNS = (
    (re.compile(rf"{NO_DIGIT}(\d\d?)(?:st|nd|rd|th)?{GAP}{MONTH}{GAP}{YEAR}(?!\d)"), "dmy"),
    (re.compile(rf"{NO_LETTER}{MONTH}{GAP}(\d\d?)(?:st|nd|rd|th)?[-\s_./,]+{YEAR}(?!\d)"), "mdy"),
    (re.compile(rf"{NO_DIGIT}{YEAR}{GAP}{MONTH}{GAP}(\d\d?)(?!\d)"), "ymd"),
    (re.compile(rf"{NO_DIGIT}(\d\d?)[-\s]{MONTH}[-\s]{SHORT}(?!\d)"), "dmy"),
    (re.compile(rf"{NO_LETTER}{MONTH}{GAP}{YEAR}(?!\d)"), "my"),
    (re.compile(rf"{NO_DIGIT}{YEAR}{GAP}{MONTH}(?![a-z])"), "ym"),
    (re.compile(rf"{NO_LETTER}{MONTH}[-_']{SHORT}(?!\d)"), "my"),
    (re.compile(rf"{NO_DIGIT}{YEAR}([-_./ ])(\d\d?)\2(\d\d?)(?!\d)"), "ymd"),
    (re.compile(rf"{NO_DIGIT}(\d\d?)([-_./ ])(\d\d?)\2{YEAR}(?!\d)"), EITHER),
)


@dataclass(frozen=True)
class Spoken:
    """The days that a text may mean, day before month first, and how exact it is: ``day`` or ``month``."""

    days: tuple[date, ...]
    exact: str


def spoken(text: str) -> Spoken | None:
    """The date somewhere in a text; None where there is none."""
    low = text.lower()
    return next((said for found in _found(low) if (said := _read(*found)).days), None)


def spoken_in_cell(cell: str) -> Spoken | None:
    """The date that a cell holds and nothing beside it, day before month as everywhere in a list."""
    low = cell.lower().strip()
    for found in _found(low):
        if found[0].group(0) == low:
            said = _read(*found)
            return said if said.days and (found[1] != EITHER or said.days[0].day == int(found[0][1])) else None
    return None


def _found(low: str) -> Iterator[tuple[re.Match[str], str]]:
    for pattern, order in PATTERNS:
        for found in pattern.finditer(low):
            yield found, order


def _read(found: re.Match[str], order: str) -> Spoken:
    parts = [part for part in found.groups() if part[:1].isalnum()]
    if order == EITHER:
        return Spoken(either_way(*parts), "day")
    told = dict(zip(order, parts, strict=True))
    month = told["m"] if told["m"].isdigit() else str(MONTHS.index(told["m"][:3]) + 1)
    day = _day(told["y"], month, told.get("d", "1"))
    return Spoken((day,) if day else (), "day" if "d" in told else "month")


def either_way(first: str, second: str, year: str) -> tuple[date, ...]:
    """The days that two numbers and a year may mean, day before month first."""
    return tuple(dict.fromkeys(d for d in (_day(year, second, first), _day(year, first, second)) if d))


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year) + 2000 if len(year) == 2 else int(year), int(month), int(day))
    except ValueError:
        return None
