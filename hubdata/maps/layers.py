"""What a map is, as values: areas, points, lines and names over what is seen. The deck and the still draw these."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from hubdata.maps.seen import Seen

Colour = Sequence[int]  # red, green, blue and alpha, 0 to 255
Geometry = Mapping[str, Any]
# By how much what has a size of its own grows for a room: names, discs, and the lines around them.
NAMES, DISCS, RINGS = 1.85, 1.8, 1.5


@dataclass(frozen=True)
class Areas:
    """Shapes by code (GeoJSON), each with a boundary ``width`` pixels wide.

    ``fill`` is one colour, a colour by code, or none; where ``says`` has words by code, an area can be pointed at.
    """

    name: str
    shapes: Mapping[str, Geometry]
    line: Colour
    width: float
    fill: Colour | Mapping[str, Colour] | None = None
    says: Mapping[str, str] | None = None

    def larger(self) -> "Areas":
        """The same for a room."""
        return replace(self, width=self.width * RINGS)


@dataclass(frozen=True)
class Look:
    """A disc's colours: its fill, or none for a ring, and its edge."""

    fill: Colour | None
    line: Colour


@dataclass(frozen=True)
class Radius:
    """In pixels; or in metres on the ground, then held between ``least`` and ``most`` pixels where these are given."""

    size: float
    in_metres: bool = False
    least: float | None = None
    most: float | None = None

    @property
    def is_distance(self) -> bool:
        """Whether it is true to the ground at every zoom."""
        return self.in_metres and self.most is None

    def pixels(self, seen: Seen) -> float:
        """How many pixels it measures on screen."""
        if not self.in_metres:
            return self.size
        measured = max(self.size / seen.metres_per_pixel, self.least or 0)
        return measured if self.most is None else min(measured, self.most)

    def larger(self) -> "Radius":
        """The same for a room; what is measured on the ground stays."""
        grown = {name: value * DISCS for name in ("least", "most") if (value := getattr(self, name)) is not None}
        return replace(self, size=self.size if self.in_metres else self.size * DISCS, **grown)


@dataclass(frozen=True)
class Points:
    """Discs at ``at`` (longitude, latitude: a row a disc), edged ``width`` pixels wide.

    ``which`` says for each disc which of ``looks`` is its own; without it all have the first. Where ``says`` has words,
    a row a disc, a disc can be pointed at.
    """

    name: str
    at: np.ndarray
    looks: tuple[Look, ...]
    width: float
    radius: Radius
    which: Sequence[int] | None = None
    says: Sequence[str] | None = None

    def look(self, row: int) -> Look:
        """The colours of one disc."""
        return self.looks[0 if self.which is None else self.which[row]]

    def larger(self) -> "Points":
        """The same for a room."""
        return replace(self, width=self.width * RINGS, radius=self.radius.larger())


@dataclass(frozen=True)
class Lines:
    """Straight lines from ``starts`` to ``ends`` (longitude, latitude), each with its words for who points at it."""

    name: str
    starts: np.ndarray
    ends: np.ndarray
    says: Sequence[str]
    colour: Colour
    width: float

    def larger(self) -> "Lines":
        """The same for a room: thin, because many cross."""
        return self


@dataclass(frozen=True)
class Names:
    """Words at places (longitude, latitude), so many pixels high, on a light plate that reads over any colour."""

    name: str
    at: np.ndarray
    words: Sequence[str]
    size: float
    colour: Colour

    def larger(self) -> "Names":
        """The same for a room."""
        return replace(self, size=self.size * NAMES)


@dataclass(frozen=True)
class Mark:
    """A word aslant across the map, its middle at ``at`` (longitude, latitude), so many pixels high."""

    name: str
    at: tuple[float, float]
    word: str
    size: float
    angle: float
    colour: Colour

    def larger(self) -> "Mark":
        """The same for a room."""
        return replace(self, size=self.size * NAMES)


Layer = Areas | Points | Lines | Names | Mark


@dataclass(frozen=True, eq=False)
class Map:
    """Layers, bottom first, and what of the country is seen."""

    layers: tuple[Layer, ...]
    seen: Seen

    def larger(self, times: float) -> "Map":
        """The map for a picture so many times as high, with names and marks that are read from further away."""
        return Map(tuple(layer.larger() for layer in self.layers), self.seen.closer(times))
