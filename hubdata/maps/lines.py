"""Lines between two points: those that leave an area dark above those that stay in it."""

from collections.abc import Sequence

import numpy as np

from hubdata.maps.layers import Lines
from hubdata.palette import FOCUS, ORDINARY, rgba

WIDTH = 1.5


def links(starts: np.ndarray, ends: np.ndarray, crosses: Sequence[bool], says: Sequence[str]) -> list[Lines]:
    """Two layers of thin lines: inside an area, and across its boundary above them.

    Args:
        starts: longitude and latitude, a row a line.
        ends: likewise.
        crosses: whether each line leaves its area.
        says: what each says on hover.
    """
    leave, words = np.asarray(crosses, dtype=bool), np.asarray(list(says), dtype=object)
    return [
        Lines(name, starts[mine], ends[mine], words[mine].tolist(), colour, WIDTH)
        for name, mine, colour in (
            ("links", ~leave, rgba(ORDINARY, 170)),
            ("crossing", leave, rgba(FOCUS, 150)),
        )
    ]
