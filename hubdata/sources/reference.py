"""England as we know it, to judge files by: authorities with their codes, names and regions, and where they lie."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from hubdata.sources.area_codes import FORMER, both_forms
from hubdata.sources.names import spelt
from hubdata.sources.osgb import grid


@dataclass(frozen=True)
class Authority:
    """A local authority: its GSS codes (of any date), its name as compared, and its region."""

    codes: frozenset[str]
    name: str
    region: str


@dataclass(frozen=True)
class Reference:
    """The areas of a snapshot folder, read when first needed."""

    folder: Path

    def _table(self, name: str, columns: list[str]) -> dict[str, list]:
        import pyarrow.parquet as pq

        file = json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))["tables"][name]["file"]
        return pq.read_table(self.folder / file, columns=columns).to_pydict()

    @cached_property
    def _districts(self) -> dict[str, list]:
        return self._table("districts", ["district", "la", "la_name", "la_code", "region"])

    @cached_property
    def authorities(self) -> dict[str, Authority]:
        """Each authority by its three-digit code, former ones too (their GSS codes and regions are not judged)."""
        d = self._districts
        rows = zip(d["la_code"], d["la"], d["la_name"], d["region"], strict=True)
        current = {code: Authority(both_forms(la), spelt(name), region) for code, la, name, region in rows}
        return {code: Authority(frozenset(), spelt(name), "") for code, name in FORMER.items()} | current

    @cached_property
    def land(self) -> "Land":
        """Where each authority lies, in National Grid metres."""
        import shapely

        drawn = self._table("outlines", ["level", "code", "geometry"])
        chosen = [i for i, level in enumerate(drawn["level"]) if level == "district"]
        shapes = shapely.from_wkb([drawn["geometry"][i] for i in chosen])
        la_of = dict(zip(self._districts["district"], self._districts["la"], strict=True))
        las = [la_of.get(drawn["code"][i], "") for i in chosen]
        return Land(shapely.transform(shapes, grid), np.array(las))


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
