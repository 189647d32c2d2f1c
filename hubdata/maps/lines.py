"""Lines between two points: those that leave an area dark above those that stay in it."""

from collections.abc import Sequence

import numpy as np
import pydeck as pdk

from hubdata.maps.deck import layer
from hubdata.palette import FOCUS, ORDINARY, rgba


def links(starts: np.ndarray, ends: np.ndarray, crosses: Sequence[bool], says: Sequence[str]) -> list[pdk.Layer]:
    """Two layers of thin lines: inside an area, and across its boundary above them.

    Args:
        starts: longitude and latitude, a row a line.
        ends: likewise.
        crosses: whether each line leaves its area.
        says: what each says on hover.
    """
    rows = list(zip(starts.tolist(), ends.tolist(), crosses, says, strict=True))
    return [
        _lines("links", [row for row in rows if not row[2]], rgba(ORDINARY, 170)),
        _lines("crossing", [row for row in rows if row[2]], rgba(FOCUS, 150)),
    ]


def _lines(name: str, rows: list[tuple], colour: list[int]) -> pdk.Layer:
    return layer(
        "LineLayer",
        [{"s": start, "e": end, "say": say} for start, end, _, say in rows],
        name=name,
        get_source_position="s",
        get_target_position="e",
        get_color=colour,
        get_width=1.5,
        width_units="'pixels'",
        pickable=True,
    )
