"""The areas that come with the product, for a build that brings no look-up or boundaries of its own."""

from pathlib import Path
from typing import Any

from hubdata import snapshot
from hubdata.provenance import Source

PLACES = Path(__file__).parents[2] / "data" / "places"


class Embedded:
    """Districts and outlines of ``data/places``, read when first asked for."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._read: tuple[snapshot.Manifest, dict[str, Any]] | None = None

    def _snapshot(self) -> tuple[snapshot.Manifest, dict[str, Any]]:
        if self._read is None:
            self._read = snapshot.read_arrow(str(PLACES))
        return self._read

    def has(self, name: str) -> bool:
        """Whether the areas include the table."""
        return name in self._snapshot()[1]

    def table(self, name: str) -> Any:
        """A table, in Arrow."""
        return self._snapshot()[1][name]

    def sources(self, *names: str) -> tuple[Source, ...]:
        """Where the tables came from."""
        return tuple(source for name in names for source in self._snapshot()[0].sources.get(name, ()))


def embedded_places() -> Embedded | None:
    """The embedded areas; None where this copy of the product has none."""
    return Embedded() if (PLACES / snapshot.MANIFEST).exists() else None
