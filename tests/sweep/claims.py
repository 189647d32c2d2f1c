"""What no sentence may claim: a verdict without one behind it, an area against itself, a gap without its direction."""

import re
from collections.abc import Iterator

from sweep.words import Read

VERDICT = re.compile(
    r"\bclear(ly)?\b|\b(less|more) often than (across|elsewhere|in)\b|\bunusually\b|\bthan chance\b|"
    r"\bby chance\b|\bsignificant|\bthan lots\b|\bevenly (as|than)\b"
)
AGAINST = re.compile(r"(?P<first>\d+(?:\.\d+)?)%[^%;]*?(?:, )?\bagainst (?P<second>\d+(?:\.\d+)?)%")
LESS, MORE = re.compile(r"\b(less often|lower|fewer)\b"), re.compile(r"\b(more often|higher)\b")
GAP = re.compile(r"\b(gap|difference|differ)\b[^.;]*?(?<![-+−\d.])(?P<points>\d+\.\d) points", re.IGNORECASE)
SIDE = re.compile(
    r"\b(less|lower|fewer|more|higher|wider|narrower|longer|shorter|further|nearer|below|above|smaller|larger)\b|"
    r"[-+−]\d|\bagainst\b"
)
ITSELF = re.compile(r"\bIn England\b.*(than across England|from England\b|against .*across England)")
JARGON = re.compile(
    r"\b(Gini|Theil|Lorenz|phi|Kitagawa|Moran|Wilson|Kaplan-Meier|Newcombe|Spiegelhalter|Benjamini)\b(?! [A-Z])"
)
VISIBLE = ("title", "finding", "definition", "legend", "picture", "notes")


def unjudged(read: Read) -> Iterator[str]:
    """A verdict where the proof has none."""
    return () if read.judged else (text for text in read.all("finding") if VERDICT.search(text))


def against_itself(read: Read) -> Iterator[str]:
    """An area held against itself."""
    for text in read.all("finding"):
        twice = read.area and re.search(
            rf"\bIn (?:the )?{re.escape(read.area)}\b.*\bthan (?:in|across) (?:the )?{re.escape(read.area)}\b", text
        )
        if ITSELF.search(text) or twice:
            yield text


def wrong_direction(read: Read) -> Iterator[str]:
    """The word of one direction beside figures of the other, or a gap that does not say which side is higher."""
    for text in read.all("finding"):
        for clause in re.split(r"(?<=[;.]) ", text):
            pair = AGAINST.search(clause)
            if pair and _crossed(clause, float(pair["first"]), float(pair["second"])):
                yield text
        if GAP.search(text) and not SIDE.search(text):
            yield text


def _crossed(clause: str, first: float, second: float) -> bool:
    return bool((LESS.search(clause) and first > second) or (MORE.search(clause) and first < second))


def names_of_methods(read: Read) -> Iterator[str]:
    """The name of a method in what a page opens on: it has a place of its own, under the picture."""
    return (text for text in read.all(*VISIBLE) if JARGON.search(text))
