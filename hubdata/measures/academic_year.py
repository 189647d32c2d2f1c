"""The academic year, from 1 September to 31 August."""

from datetime import date


def academic_year(day: date) -> str:
    """The academic year that a day falls in, as ``2015/16``."""
    start = day.year if day.month >= 9 else day.year - 1
    return f"{start}/{(start + 1) % 100:02d}"
