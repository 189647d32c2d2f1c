"""The day a file describes, from its name: ``…20231116.csv``, ``180312_…``, ``…_2025-10.csv``."""

import re
from datetime import date
from pathlib import PurePosixPath

# Longest and surest first. An autumn stands for 1 September, a month for its first day, a year for 1 January, an
# academic year for the January in it (the school census); the caller says so.
AUTUMN = "autumn"
PATTERNS = (
    (re.compile(r"autumn[-_ ]?((?:19|20)\d\d)(?!\d)"), AUTUMN),
    (re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)"), "day"),
    (re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)"), "day"),
    (re.compile(r"^(\d\d)(\d\d)(\d\d)(?=[_-])"), "day"),
    (re.compile(r"(?<!\d)((?:19|20)\d\d)-?(\d\d)(?!\d|-\d)"), "month"),
    (re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d|-\d)"), "year"),
    (re.compile(r"(?<!\d)20\d\d-(\d\d)(?!\d|-\d)"), "academic year"),
    (re.compile(r"(?:ltla|utla|region|lad|ruc)(\d\d)(?!\d)"), "year"),
)


def from_name(name: str) -> tuple[date | None, str]:
    """The date in a file's name and how exact it is: ``day``, ``month``, ``year``, or ``""`` where there is none."""
    stem = PurePosixPath(name.replace("\\", "/")).stem.lower()
    for pattern, exact in PATTERNS:
        for found in pattern.findall(stem):
            parts = found if isinstance(found, tuple) else (found,)
            day = _date((*parts, "9") if exact == AUTUMN else parts)
            if day:
                return day, exact
    return None, ""


def _date(parts: tuple[str, ...]) -> date | None:
    year, month, day = (*map(int, parts), 1, 1)[:3]
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None
