"""England as we know it, to judge files by: authorities with their codes, names and regions, and where they lie."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from hubdata.sources.areas.area_codes import FORMER, both_forms
from hubdata.sources.names import spelt
from hubdata.sources.schools.land import Land, in_metres

Known = tuple[str, str, str, str]  # an authority: its three-digit code, GSS code, name and region


@dataclass(frozen=True)
class Authority:
    """A local authority: its GSS codes (of any date), its name as compared, and its region."""

    codes: frozenset[str]
    name: str
    region: str


@dataclass(frozen=True)
class Reference:
    """The areas of a snapshot folder, read when first needed, and authorities that a look-up of the reader's adds."""

    folder: Path
    told: tuple[Known, ...] = ()

    def _table(self, name: str, columns: list[str]) -> dict[str, list]:
        import pyarrow.parquet as pq

        file = json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))["tables"][name]["file"]
        return pq.read_table(self.folder / file, columns=columns).to_pydict()

    @cached_property
    def _districts(self) -> dict[str, list]:
        return self._table("districts", ["district", "district_name", "la", "la_name", "la_code", "region"])

    def districts(self) -> list[dict[str, str]]:
        """Each district that we know: its code and name, its authority's codes and name, its region."""
        d = self._districts
        return [dict(zip(d, row, strict=True)) for row in zip(*d.values(), strict=True)]

    @cached_property
    def authorities(self) -> dict[str, Authority]:
        """Each authority by its three-digit code, former ones too (their GSS codes and regions are not judged)."""
        d = self._districts
        rows = zip(d["la_code"], d["la"], d["la_name"], d["region"], strict=True)
        current = {code: Authority(both_forms(la), spelt(name), region) for code, la, name, region in rows}
        known = {code: Authority(frozenset(), spelt(name), "") for code, name in FORMER.items()} | current
        of_name = {authority.name: code for code, authority in known.items()}
        for said, la, name, region in self.told:
            code = said or of_name.get(spelt(name), la)
            before = known.get(code)
            forms = both_forms(la) | (before.codes if before else frozenset())
            known[code] = Authority(forms, before.name if before else spelt(name), region)
        return known

    @cached_property
    def names(self) -> frozenset[str]:
        """The name of every authority, as compared."""
        return frozenset(authority.name for authority in self.authorities.values())

    @cached_property
    def land(self) -> Land:
        """Where each authority lies, in National Grid metres."""
        import shapely

        drawn = self._table("outlines", ["level", "code", "geometry"])
        chosen = [i for i, level in enumerate(drawn["level"]) if level == "district"]
        shapes = shapely.from_wkb([drawn["geometry"][i] for i in chosen])
        la_of = dict(zip(self._districts["district"], self._districts["la"], strict=True))
        las = [la_of.get(drawn["code"][i], "") for i in chosen]
        return Land(in_metres(shapes), np.array(las))
