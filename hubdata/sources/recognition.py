"""Whether a file is one of ours: by the columns that tell a format apart, never by a URN and a name."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from hubdata.intake.rows.headers import Field, plain, share, stands_in
from hubdata.sources.formats import ALIKE, Format
from hubdata.sources.registry import FORMATS

# A column that more formats than this have tells none of them apart.
COMMON = 3
# Of the telling columns a broken file of ours still has at least this share.
BROKEN = 0.5


@cache
def _commonness() -> Counter[str]:
    return Counter(name for form in FORMATS for name in {plain(p) for f in form.fields for p in f.printed})


@cache
def telling(form: Format) -> tuple[Field, ...]:
    """The columns that a file of the format must have and that few other formats have."""
    common = _commonness()
    return tuple(f for f in form.fields if f.required and common[plain(f.printed[0])] <= COMMON)


def likeness(form: Format, header: Sequence[str]) -> float:
    """From 0 to 1: how like the format a header is; 0 where it is not of this format, whole or broken."""
    whole = not lacking(form, header)
    told = telling(form)
    if whole and told:
        return max(form.likeness(header), ALIKE)
    if whole or (told and share(told, header) >= BROKEN):
        return form.likeness(header)
    return 0.0


def lacking(form: Format, header: Sequence[str]) -> list[str]:
    """The columns that the format must have and the header has not."""
    return [f.printed[0] for f in form.fields if f.required and not stands_in(f, header)]


def most_like(header: Sequence[str]) -> Format | None:
    """The format a header is most like; of equals, the one with more columns. None when it is like none."""
    ranked = [(likeness(f, header), len(f.fields), i) for i, f in enumerate(FORMATS)]
    best, _, index = max(ranked)
    return FORMATS[index] if best > 0 else None


class Recogniser:
    """Scores the rows that might be a header, and remembers the nearest miss."""

    def __init__(self) -> None:
        """Begin having seen no row."""
        self._seen: list[tuple[str, ...]] = []

    def __call__(self, header: Sequence[str]) -> float:
        """How like any format of ours a header is."""
        found = max(likeness(f, header) for f in FORMATS)
        if found <= 0:
            self._seen.append(tuple(header))
        return found

    def left_out(self) -> str:
        """Why the file is left out: the format it comes nearest to, and the columns it lacks for that."""
        misses = [
            (_nearness(f, header), i, header) for header in dict.fromkeys(self._seen) for i, f in enumerate(FORMATS)
        ]
        best, index, header = max(misses, default=(0.0, 0, ()), key=lambda miss: miss[0])
        said = "no format of ours has this header: the file is left out"
        if best <= 0:
            return said
        lacks = ", ".join(f"'{name}'" for name in lacking(FORMATS[index], header)[:10])
        return f"{said}; the nearest is '{FORMATS[index].title}', for which it lacks {lacks or 'what tells it apart'}"


def _nearness(form: Format, header: Sequence[str]) -> float:
    """Telling columns count first, any other column a little."""
    told = telling(form)
    return (share(told, header) if told else 0.0) + share(form.fields, header) / 2
