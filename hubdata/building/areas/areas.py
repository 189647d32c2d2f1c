"""Districts, authorities and shapes in the codes that the register speaks, so that every school joins without a gap."""

from collections.abc import Iterator, Mapping
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from hubdata.building.areas.outlines import outlines
from hubdata.building.assembled import Assembled, Beside
from hubdata.building.columns import as_arrow, mapped, with_column
from hubdata.building.credit import source_of
from hubdata.building.files.batch import Delivery
from hubdata.sources.areas.area_codes import spoken_by
from hubdata.sources.schools.land import in_metres

Used = Mapping[str, list[Delivery]]


def add_areas(built: Assembled, used: Used, places: Beside | None, today: date) -> None:
    """Add ``districts`` and ``outlines``; ``places`` gives what no file brings. Place schools of former authorities."""
    if "districts" not in built.tables and places:
        built.add("districts", as_arrow(places.table("districts")), *places.sources("districts"))
    if "districts" not in built.tables:
        return
    districts = built.tables["districts"]
    forms = spoken_by(codes(built.tables.get("schools", districts)))
    built.tables["districts"] = districts = respoken(districts, ("district", "la"), forms)
    for delivery in used.get("district_boundaries", []):
        shapes = respoken(delivery.tables["shapes"], ("code",), forms)
        built.add("outlines", outlines(shapes, districts), source_of(delivery, today))
        _match(built, shapes, districts, delivery.report.file)
    if "outlines" not in built.tables and places:
        built.add(
            "outlines", respoken(as_arrow(places.table("outlines")), ("code",), forms), *places.sources("outlines")
        )
    if "schools" in built.tables:
        _place_former(built, former_districts(used, forms))


def codes(table: pa.Table) -> set[str]:
    """Every authority and district code of a table."""
    return {code for name in ("la", "district") for code in pc.unique(table[name]).to_pylist() if code}


def respoken(table: pa.Table, names: tuple[str, ...], forms: Mapping[str, str]) -> pa.Table:
    """The table with codes of two forms in the form that ``forms`` says."""
    for name in names:
        table = with_column(table, name, mapped(table[name], forms))
    return table


def _match(built: Assembled, shapes: pa.Table, districts: pa.Table, file: str) -> None:
    """Say which districts have no shape and which shapes no district: never a blank passed off as missing data."""
    drawn, known = set(shapes["code"].to_pylist()), set(districts["district"].to_pylist())
    unmatched = sorted(drawn ^ known)
    said = f"boundaries and look-up are of different years; unmatched: {', '.join(unmatched[:20])}"
    built.flag("AREA-10", f"{file} and {built.files('districts')}", said, len(unmatched))


def former_districts(used: Used, forms: Mapping[str, str]) -> dict[str, str]:
    """Today's district of each former district code, where a list of vintages was brought."""
    names = [respoken(a.tables["district_names"], ("district",), forms) for a in used.get("district_vintages", [])]
    return {old: new for t in names for old, new in zip(t["code"].to_pylist(), t["district"].to_pylist(), strict=True)}


def _place_former(built: Assembled, former: Mapping[str, str]) -> None:
    """Give schools of an authority that is no more the one they stand in: by their district, else by their location."""
    schools, districts = built.tables["schools"], built.tables["districts"]
    las = schools["la"].cast(pa.string())
    gone = pc.and_(pc.is_valid(las), pc.invert(pc.is_in(las, value_set=districts["la"].unique())))
    if not pc.any(gone).as_py():
        return
    la_of = dict(zip(districts["district"].to_pylist(), districts["la"].to_pylist(), strict=True))
    found = _by_district(schools["district"].cast(pa.string()), former, la_of)
    found = pc.if_else(pc.is_valid(found), found, _by_location(schools, pc.and_(gone, pc.is_null(found)), built, la_of))
    moved = pc.and_(gone, pc.is_valid(found))
    built.tables["schools"] = with_column(schools, "la", pc.if_else(moved, found, las))
    where = f"{built.files('schools')} and {built.files('districts')}"
    message = (
        "schools of authorities that are no more stand under today's, by district or location; none is apportioned"
    )
    built.flag("AREA-11", where, message, pc.sum(moved).as_py() or 0)
    lost = (pc.sum(gone).as_py() or 0) - (pc.sum(moved).as_py() or 0)
    built.flag("AREA-12", where, "schools of former authorities could not be placed: they keep the old code", lost)


def _by_district(said: pa.ChunkedArray, former: Mapping[str, str], la_of: Mapping[str, str]) -> pa.Array:
    today = mapped(said, {old: new for old, new in former.items() if new in la_of})
    found = pc.index_in(today, value_set=pa.array(list(la_of), pa.string()))
    return pa.array(list(la_of.values()), pa.string()).take(found)


def _by_location(schools: pa.Table, wanted: pa.ChunkedArray, built: Assembled, la_of: Mapping[str, str]) -> pa.Array:
    at = np.flatnonzero(pc.and_(wanted, pc.is_valid(schools["easting"])).to_numpy())
    found: list[str | None] = [None] * len(schools)
    if len(at) and "outlines" in built.tables:
        for school, district in _districts_at(schools, at, built.tables["outlines"]):
            found[school] = la_of.get(district)
    return pa.array(found, pa.string())


def _districts_at(schools: pa.Table, at: np.ndarray, outlines_table: pa.Table) -> Iterator[tuple[int, str]]:
    """Rows of schools with a location, each with the district in which it stands."""
    import shapely

    drawn = outlines_table.filter(pc.equal(outlines_table["level"].cast(pa.string()), "district"))
    tree = shapely.STRtree(in_metres(shapely.from_wkb(drawn["geometry"].to_pylist())))
    points = shapely.points(schools["easting"].to_numpy()[at], schools["northing"].to_numpy()[at])
    drawn_codes = drawn["code"].to_pylist()
    for point, shape in tree.query(points, predicate="intersects").T.tolist():
        yield int(at[point]), drawn_codes[shape]
