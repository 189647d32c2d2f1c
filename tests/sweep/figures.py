"""What no figure may say: an unknown value, one of several, a per cent that is not its own parts."""

import re
from collections.abc import Iterator

from sweep.words import Read

THINGS = (
    "academies|activities|alliances|areas|authorities|cohorts|districts|federations|hubs|leads|members|mentors|"
    "networks|others|participants|partners|people|primaries|providers|pupils|recruits|regions|roles|schools|"
    "secondaries|spots|subjects|teachers|trusts|years"
)
BETWEEN = "and|at|in|is|of|out|that|to|was|whose|with"
UNKNOWN = re.compile(r"\b(nan|NaN|NaT|inf|<NA>)\b|\bNone\b(?! of| that)|(?<![\w.])[-−]0(\.0+)?(?![\d.])")
ONE = re.compile(
    rf"(?<![\d.,])\b1 (?:(?!(?:{BETWEEN})\b)[a-z-]+ ){{0,3}}?({THINGS})\b|(?<![\d.,])\b1 [a-z]+ (are|were|have)\b"
)
NOT_KNOWN = re.compile(r"\bnot known (\w+ )?(schools|primaries|secondaries)", re.IGNORECASE)
NOUGHT = re.compile(r"\b0 or (fewer|less|under|below)\b")
SHARE = re.compile(
    r"(?P<shown>\d+(?:\.\d+)?)%(?: of [^()%;:]{1,90}?)? \((?P<part>[\d,]+) of (?:the |its |their )?(?P<whole>[\d,]+)"
)
PARTS = re.compile(
    r"(?P<part>[\d,]+) of (?:the |its |their )?(?P<whole>[\d,]+)[^()%;:,.]{0,60} \((?P<shown>\d+(?:\.\d+)?)%\)"
)
BESIDE = re.compile(r"\b([Oo]ver|[Uu]nder) $")
RATES = {
    "rate": ("reached", "schools"),
    "small_rate": ("small", "schools"),
    "one_form_rate": ("one_form", "schools"),
    "none_rate": ("none", "schools"),
    "conversion": ("designated", "eligible"),
}
NUMERATORS = ("reached", "with_provider", "in_trusts", "alone", "count", "retained", "with_vacancy")


def unknown(read: Read) -> Iterator[str]:
    """A value that nobody knows, or nought below nought."""
    return (text for text in read.all() if UNKNOWN.search(text))


def one_of_several(read: Read) -> Iterator[str]:
    """``1 schools`` and its brothers; a school of which a class is not known, called a "not known school"."""
    return (text for text in read.all() if ONE.search(text) or NOT_KNOWN.search(text))


def nought_or_fewer(read: Read) -> Iterator[str]:
    """Nobody has fewer than none."""
    return (text for text in read.all() if NOUGHT.search(text))


def shares(text: str) -> Iterator[tuple[str, int, int]]:
    """Every per cent with its part and its whole; one that is said to be next to all or none is none of them."""
    for found in (*SHARE.finditer(text), *PARTS.finditer(text)):
        if not BESIDE.search(text[: found.start("shown")]):
            yield found["shown"], _number(found["part"]), _number(found["whole"])


def _number(text: str) -> int:
    return int(text.replace(",", "") or 0)


def wrong_per_cent(read: Read) -> Iterator[str]:
    """A per cent that is not its own numerator over its own denominator, or is of fewer than ten."""
    return (text for text in read.all() if any(_is_off(*share) for share in shares(text)))


def _is_off(shown: str, part: int, whole: int) -> bool:
    places = len(shown.partition(".")[2])
    return whole < 10 or part > whole or abs(float(shown) - 100 * part / whole) > 0.5 * 10**-places + 1e-9


def whole_or_none(read: Read) -> Iterator[str]:
    """100.0% of a part that is not the whole, 0.0% of a part that is not none."""
    return (text for text in read.all() if any(_is_next(*share) for share in shares(text)))


def _is_next(shown: str, part: int, whole: int) -> bool:
    return (float(shown) == 100 and part != whole) or (float(shown) == 0 and part > 0)


def wrong_rows(read: Read) -> Iterator[str]:
    """A rate of the table that is not its numerator over its denominator."""
    table = read.table
    for rate, (part, whole) in RATES.items():
        over = next((name for name in NUMERATORS if name in table), part) if rate == "rate" else part
        if {rate, over, whole} <= set(table):
            known = table.loc[table[rate].notna() & (table[whole] > 0)]
            off = (known[rate] - known[over] / known[whole]).abs() > 1e-6
            if off.any():
                yield f"{rate} of the table: {int(off.sum())} of {len(known)} rows"
