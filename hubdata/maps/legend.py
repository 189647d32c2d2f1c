"""The legend of a map, from the same classes as the map: data first, then a small SVG."""

from dataclasses import dataclass
from html import escape

from hubdata.palette import INK, QUIET

FONT = "Source Sans Pro,Helvetica,Arial,sans-serif"
ROW, SWATCH, LETTER = 24, 16, 7.0
ACROSS = 350  # pixels: what a telephone shows without making the letters smaller


@dataclass(frozen=True)
class Legend:
    """What the colours and marks of a map mean.

    ``areas`` are (colour, words) drawn as outlined squares; ``marks`` are (fill, ring colour, words) drawn as discs.
    """

    title: str
    areas: tuple[tuple[str, str], ...] = ()
    marks: tuple[tuple[str, str, str], ...] = ()


def to_svg(legend: Legend, *, across: bool = False, scale: float = 1) -> str:
    """The legend as an SVG: a row an entry, or as many in a line as fit; ``scale`` times as large as beside a map."""
    marks = [(_square(colour), words) for colour, words in legend.areas]
    marks += [(_disc(fill, ring), words) for fill, ring, words in legend.marks]
    lengths = [34 + round(len(words) * LETTER) for _, words in marks]
    if across:
        starts = _wrapped(lengths, first=1 if legend.areas else 0)
        title = round(len(legend.title) * LETTER) if legend.areas else 0
        width = max(title, *(x + length for (x, _), length in zip(starts, lengths, strict=True)))
        height = max([y for _, y in starts], default=0) + ROW
    else:
        starts = [(0, ROW * (i + 1)) for i in range(len(marks))]
        width, height = max(round(len(legend.title) * LETTER) + 12, *lengths), ROW * (len(marks) + 1) + 4
    titled = legend.areas or not across
    heading = f'<text x="0" y="16" font-weight="600">{escape(legend.title)}</text>' if titled else ""
    rows = "".join(_entry(x, y, mark, words) for (x, y), (mark, words) in zip(starts, marks, strict=True))
    size = f'width="{width * scale:g}" height="{height * scale:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {width} {height}" '
        f'font-family="{FONT}" font-size="14" fill="{INK}">{heading}{rows}</svg>'
    )


def _wrapped(lengths: list[int], first: int) -> list[tuple[int, int]]:
    """Where each entry begins, from the line ``first`` on: beside the one before while the line has room."""
    starts: list[tuple[int, int]] = []
    x, line = 0, first
    for length in lengths:
        if x and x + length > ACROSS:
            x, line = 0, line + 1
        starts.append((x, ROW * line))
        x += length
    return starts


def _entry(x: int, y: int, mark: str, words: str) -> str:
    return f'<g transform="translate({x},{y})">{mark}<text x="26" y="14">{escape(words)}</text></g>'


def _square(colour: str) -> str:
    return f'<rect x="1" y="2" width="{SWATCH}" height="{SWATCH}" fill="{colour}" stroke="{QUIET}"/>'


def _disc(fill: str, ring: str) -> str:
    return f'<circle cx="9" cy="10" r="6" fill="{fill}" stroke="{ring}" stroke-width="2"/>'
