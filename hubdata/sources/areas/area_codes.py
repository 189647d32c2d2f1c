"""GSS codes that changed while the place stayed the same: dated, so that files of different years can be joined."""

from collections.abc import Iterable
from datetime import date

# (earlier code, later code, first day of the later one). Source: ONS Code History Database; the authority's own
# three-digit DfE code did not change.
CHANGES: tuple[tuple[str, str, date], ...] = (
    ("E08000020", "E08000037", date(2013, 4, 1)),
    ("E06000048", "E06000057", date(2013, 4, 1)),
    ("E10000002", "E06000060", date(2020, 4, 1)),
    ("E10000023", "E06000065", date(2023, 4, 1)),
    ("E10000027", "E06000066", date(2023, 4, 1)),
    ("E08000016", "E08000038", date(2025, 5, 1)),
    ("E08000019", "E08000039", date(2025, 5, 1)),
)
# Authorities that were split or merged: their schools belong to several of today's, so no code follows them.
FORMER = {
    "820": "Bedfordshire",
    "835": "Dorset",
    "836": "Poole",
    "837": "Bournemouth",
    "875": "Cheshire",
    "909": "Cumbria",
    "928": "Northamptonshire",
}


def both_forms(code: str) -> frozenset[str]:
    """A code and the code the same place had before or has since."""
    return frozenset({code}) | {
        c for earlier, later, _ in CHANGES if code in (earlier, later) for c in (earlier, later)
    }


def spoken_by(codes: Iterable[str]) -> dict[str, str]:
    """For every code that has two forms, the other form to the one that ``codes`` use; later where they use neither."""
    used = set(codes)
    said: dict[str, str] = {}
    for earlier, later, _ in CHANGES:
        if earlier in used and later not in used:
            said[later] = earlier
        else:
            said[earlier] = later
    return said
