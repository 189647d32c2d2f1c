"""The legend of a map, from the same classes as the map: data first, then a small SVG."""

from dataclasses import dataclass
from html import escape

from hubdata.palette import INK, QUIET

FONT = "Source Sans Pro,Helvetica,Arial,sans-serif"
ROW, SWATCH = 24, 16


@dataclass(frozen=True)
class Legend:
    """What the colours and marks of a map mean.

    ``areas`` are (colour, words) drawn as outlined squares; ``marks`` are (fill, ring colour, words) drawn as discs.
    """

    title: str
    areas: tuple[tuple[str, str], ...] = ()
    marks: tuple[tuple[str, str, str], ...] = ()


def to_svg(legend: Legend) -> str:
    """The legend as an SVG with one row an entry."""
    squares, discs = legend.areas, legend.marks
    rows = [_row(i, _square(colour), words) for i, (colour, words) in enumerate(squares)]
    rows += [_row(len(squares) + i, _disc(fill, ring), words) for i, (fill, ring, words) in enumerate(discs)]
    longest = max(len(legend.title), *(len(entry[-1]) + 4 for entry in [*squares, *discs]))
    width, height = 12 + round(longest * 7.6), ROW * (len(rows) + 1) + 4
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="{FONT}" font-size="14" fill="{INK}">'
        f'<text x="0" y="16" font-weight="600">{escape(legend.title)}</text>{"".join(rows)}</svg>'
    )


def _row(index: int, mark: str, words: str) -> str:
    return f'<g transform="translate(0,{ROW * (index + 1)})">{mark}<text x="26" y="14">{escape(words)}</text></g>'


def _square(colour: str) -> str:
    return f'<rect x="1" y="2" width="{SWATCH}" height="{SWATCH}" fill="{colour}" stroke="{QUIET}"/>'


def _disc(fill: str, ring: str) -> str:
    return f'<circle cx="9" cy="10" r="6" fill="{fill}" stroke="{ring}" stroke-width="2"/>'
