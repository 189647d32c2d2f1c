"""The day a file describes, from its name: ``…20231116.csv``, ``180312_…``, ``…_16-11-2023``, ``…(December_2023)…``."""

import re
from datetime import date
from pathlib import PurePosixPath

from hubdata.intake.rows.spoken_dates import Spoken, either_way, spoken

RUN = re.compile(r"(?<!\d)(\d\d)(\d\d)((?:19|20)\d\d)(?!\d)")
# Longest and surest first. An autumn stands for 1 September, a month for its first day, a year for 1 January, an
# academic year for the January in it (the school census); the caller says so.
AUTUMN = "autumn"
PATTERNS = (
    (re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)"), "day"),
    (re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)"), "day"),
    (re.compile(r"^(\d\d)(\d\d)(\d\d)(?=[_-])"), "day"),
    (re.compile(r"autumn[-_ ]?((?:19|20)\d\d)(?!\d)"), AUTUMN),
    (re.compile(r"(?<!\d)((?:19|20)\d\d)-?(\d\d)(?!\d|-\d)"), "month"),
    (re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d|-\d)"), "year"),
    (re.compile(r"(?<!\d)20\d\d-(\d\d)(?!\d|-\d)"), "academic year"),
    (re.compile(r"(?:ltla|utla|region|lad|ruc)(\d\d)(?!\d)"), "year"),
)
NOWHERE = Spoken((), "")


def from_name(name: str) -> Spoken:
    """The days that a file's name may mean and how exact it is: ``day``, ``month``, ``year`` or, of none, ``""``."""
    stem = PurePosixPath(name.replace("\\", "/")).stem.lower()
    for patterns in (PATTERNS[:3], None, PATTERNS[3:]):
        found = _by(patterns, stem) if patterns else spoken(stem) or _run_together(stem)
        if found:
            return found
    return NOWHERE


def _by(patterns: tuple[tuple[re.Pattern[str], str], ...], stem: str) -> Spoken | None:
    for pattern, exact in patterns:
        for found in pattern.findall(stem):
            parts = found if isinstance(found, tuple) else (found,)
            day = _date((*parts, "9") if exact == AUTUMN else parts)
            if day:
                return Spoken((day,), exact)
    return None


def _run_together(stem: str) -> Spoken | None:
    """``16112023``: eight digits that begin with no year."""
    days = next((days for found in RUN.findall(stem) if (days := either_way(*found))), ())
    return Spoken(days, "day") if days else None


def _date(parts: tuple[str, ...]) -> date | None:
    year, month, day = (*map(int, parts), 1, 1)[:3]
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None
