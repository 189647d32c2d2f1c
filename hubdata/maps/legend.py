"""The legend of a map as a small SVG, from the same classes as the map."""

from html import escape

from hubdata.palette import INK, QUIET

Entry = tuple[str, str]
ROW, SWATCH = 24, 16


def legend(title: str, areas: list[Entry], marks: list[tuple[str, str, str]] = ()) -> str:
    """An SVG with one row an entry.

    Args:
        title: what the colours mean.
        areas: colour and words of each class, drawn as outlined squares.
        marks: fill, ring colour and words of each kind of point, drawn as ringed discs.
    """
    rows = [_row(i, _square(colour), words) for i, (colour, words) in enumerate(areas)]
    rows += [_row(len(areas) + i, _disc(fill, ring), words) for i, (fill, ring, words) in enumerate(marks)]
    longest = max(len(title), *(len(entry[-1]) + 4 for entry in [*areas, *marks]))
    width, height = 12 + round(longest * 7.6), ROW * (len(rows) + 1) + 4
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="Source Sans 3,Source Sans Pro,Helvetica,Arial,sans-serif" font-size="14" fill="{INK}">'
        f'<text x="0" y="16" font-weight="600">{escape(title)}</text>{"".join(rows)}</svg>'
    )


def _row(index: int, mark: str, words: str) -> str:
    return f'<g transform="translate(0,{ROW * (index + 1)})">{mark}<text x="26" y="14">{escape(words)}</text></g>'


def _square(colour: str) -> str:
    return f'<rect x="1" y="2" width="{SWATCH}" height="{SWATCH}" fill="{colour}" stroke="{QUIET}"/>'


def _disc(fill: str, ring: str) -> str:
    return f'<circle cx="9" cy="10" r="6" fill="{fill}" stroke="{ring}" stroke-width="2"/>'
