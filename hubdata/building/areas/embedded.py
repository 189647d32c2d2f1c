"""The areas that come with the product, for a build that brings no look-up or boundaries of its own."""

from typing import Any

from hubdata import snapshot
from hubdata.provenance import Source


class Embedded:
    """Districts and outlines of ``data/places``, in Arrow."""

    def __init__(self) -> None:
        """Open them. Raises ``snapshot.Broken`` where their checksums differ from what is written down."""
        self._manifest, self._tables = snapshot.read_arrow(str(snapshot.PLACES))

    def has(self, name: str) -> bool:
        """Whether the areas include the table."""
        return name in self._tables

    def table(self, name: str) -> Any:
        """The table in Arrow, its columns as the schema says; ``KeyError`` where the areas lack it."""
        return self._tables[name]

    def sources(self, *names: str) -> tuple[Source, ...]:
        """Where the named tables came from; nothing of a table that the areas lack."""
        return tuple(source for name in names for source in self._manifest.sources.get(name, ()))


def embedded_places() -> Embedded | None:
    """The embedded areas; None where this copy of the product has none. Raises ``OSError`` when they were altered."""
    if not (snapshot.PLACES / snapshot.MANIFEST).exists():
        return None
    try:
        return Embedded()
    except snapshot.Broken as error:
        raise OSError(f"the areas that come with the product were altered, install it again: {error}") from error
