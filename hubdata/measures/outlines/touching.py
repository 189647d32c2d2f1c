"""Which areas border which, from their outlines."""

from typing import Any

import numpy as np

HAIR = 1e-6  # degrees; outlines simplified together meet exactly


def touching(shapes: dict[str, Any]) -> dict[str, list[str]]:
    """The neighbours of each area: those whose outline it meets at an edge or a corner.

    An island gets the nearest area as its neighbour, and is that area's neighbour too, so that every area has one.

    Args:
        shapes: code to shapely geometry, all on one grid.

    Returns:
        Code to codes in ascending order, for every area; a single area has no neighbour.
    """
    import shapely

    codes = sorted(shapes)
    geometries = np.array([shapes[code] for code in codes], dtype=object)
    tree = shapely.STRtree(geometries)
    pairs = {tuple(pair) for pair in tree.query(geometries, predicate="dwithin", distance=HAIR).T.tolist()}
    alone = set(range(len(codes))) - {a for a, b in pairs if a != b}
    for island in sorted(alone):
        away = shapely.distance(geometries[island], geometries)
        away[island] = np.inf
        if len(codes) > 1:
            pairs |= {(island, int(away.argmin())), (int(away.argmin()), island)}
    return {code: sorted(codes[b] for a, b in pairs if a == place and b != a) for place, code in enumerate(codes)}
