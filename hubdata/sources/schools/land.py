"""Where authorities lie: points asked whether they stand in, or near, the authority that they declare."""

import numpy as np

from hubdata.sources.areas.area_codes import both_forms

# Shapely and pyproj alone here, in ``astray`` and in ``building/areas``: every build passes through them, and geopandas
# brings pandas with it, which costs more to import than these look-ups take. Files of boundaries are read by geopandas
# (``intake/files/boundaries.py``), in a child of its own.


def in_metres(shapes: np.ndarray) -> np.ndarray:
    """Shapes in longitude and latitude (WGS84) in metres of the British National Grid."""
    import shapely
    from pyproj import Transformer

    to_grid = Transformer.from_crs("EPSG:4326", "EPSG:27700", always_xy=True)
    return shapely.transform(shapes, to_grid.transform, interleaved=False)


class Land:
    """Shapes of districts, asked whether points lie in or near the authority that declares them."""

    def __init__(self, shapes: np.ndarray, las: np.ndarray) -> None:
        """``shapes`` in metres and the authority of each."""
        import shapely

        self._shapes, self._las, self._tree = shapes, las, shapely.STRtree(shapes)
        self._whole: dict[str, object] = {}

    def of(self, la: str) -> object | None:
        """The shape of an authority under any of its codes; None where it is not one of today's."""
        import shapely

        if la not in self._whole:
            mine = np.isin(self._las, list(both_forms(la)))
            self._whole[la] = shapely.union_all(self._shapes[mine]) if mine.any() else None
        return self._whole[la]

    def knows(self, las: np.ndarray) -> np.ndarray:
        """Whether each authority is one of today's, under any of its codes."""
        forms = {form for la in set(self._las.tolist()) for form in both_forms(la)}
        return np.isin(las, list(forms))

    def within(self, points: np.ndarray, las: np.ndarray, metres: float) -> np.ndarray:
        """Whether each point is in, or within ``metres`` of, its authority; True where that authority is not known."""
        import shapely

        found = np.zeros(len(points), bool)
        hits = self._tree.query(points, predicate="intersects")
        found[hits[0][self._las[hits[1]] == las[hits[0]]]] = True
        for la in np.unique(las[~found]):
            doubtful = ~found & (las == la)
            shape = self.of(str(la))
            found[doubtful] = True if shape is None else shapely.distance(shape, points[doubtful]) <= metres
        return found

    def ashore(self, points: np.ndarray, metres: float) -> np.ndarray:
        """Whether each point is on English land or within ``metres`` of it."""
        near = np.zeros(len(points), bool)
        near[self._tree.query(points, predicate="dwithin", distance=metres)[0]] = True
        return near
