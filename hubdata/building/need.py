"""What is published of a school's need beside the register: the ``context`` table, and deprivation by district."""

from collections.abc import Mapping
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.building.areas.areas import codes, former_districts
from hubdata.building.assembled import Assembled
from hubdata.building.columns import mapped, with_column
from hubdata.building.credit import source_of
from hubdata.building.files.batch import Delivery
from hubdata.schema import TABLES
from hubdata.sources.areas.area_codes import spoken_by

Used = Mapping[str, list[Delivery]]
PARTS = {
    "free_meals": "need_meals",
    "premium_and_sparsity": "need_premium",
    "school_census": "census_schools",
    "performance_census": "census_needs",
}
KINDS = {"number": pa.float64(), "flag": pa.bool_(), "whole": pa.int64()}


def add_need(built: Assembled, used: Used, today: date) -> None:
    """Gather ``context`` from every file that says something of a school's need, and ``deprivation`` by district."""
    parts = [(d, d.tables[table]) for form, table in PARTS.items() for d in used.get(form, [])]
    parts += [(d, _by_school(d, lsoas)) for d in used.get("deprivation", []) for lsoas in _lsoas(used)]
    parts = [(d, table) for d, table in parts if len(table)]
    if parts:
        built.add("context", _joined(built, parts), *(source_of(delivery, today) for delivery, _ in parts))
    for delivery in used.get("deprivation", []):
        if "need_districts" in delivery.tables and "districts" in built.tables:
            table, lost = _by_district(delivery.tables["need_districts"], built.tables["districts"], used)
            message = "neighbourhoods are in no district we know: left out of its deprivation"
            built.flag("NEED-12", f"{delivery.report.file} and {built.files('districts')}", message, lost)
            built.add("deprivation", table, source_of(delivery, today))


def _lsoas(used: Used) -> list[pa.Table]:
    return [delivery.tables["neighbourhoods"] for delivery in used.get("gias", [])]


def _by_school(delivery: Delivery, neighbourhoods: pa.Table) -> pa.Table:
    joined = neighbourhoods.join(delivery.tables["need_deprivation"], keys="lsoa", join_type="inner")
    return joined.select(["urn", "imd_rank", "imd_decile"])


def _by_district(found: pa.Table, districts: pa.Table, used: Used) -> tuple[pa.Table, int]:
    """``deprivation`` by district of today, former ones where they went; and the neighbourhoods that go nowhere."""
    forms = spoken_by(codes(districts))
    today = mapped(mapped(found["district"], forms), former_districts(used, forms))
    placed = with_column(found, "district", mapped(today, forms))
    placed = placed.append_column("ranks", pc.multiply(placed["imd_rank"], placed["neighbourhoods"]))
    known = pc.is_in(placed["district"], value_set=districts["district"].unique())
    lost = pc.sum(placed["neighbourhoods"].filter(pc.invert(known))).as_py() or 0
    sums = placed.filter(known).group_by("district", use_threads=False)
    summed = sums.aggregate([(name, "sum") for name in ("neighbourhoods", "worst_tenth", "ranks")]).sort_by("district")
    columns = {
        "district": summed["district"],
        "neighbourhoods": summed["neighbourhoods_sum"],
        "imd_rank": pc.divide(summed["ranks_sum"], summed["neighbourhoods_sum"]),
        "worst_tenth": summed["worst_tenth_sum"],
    }
    return pa.table(columns), lost


def _joined(built: Assembled, parts: list[tuple[Delivery, pa.Table]]) -> pa.Table:
    """One row a school with every column of ``context``; of two files that say the same thing the newer counts."""
    newest = sorted(parts, key=lambda part: -(part[0].report.as_at or date.min).toordinal())
    urns = pc.unique(pa.chunked_array([c for _, t in newest for c in t["urn"].chunks], pa.string()))
    urns = urns.take(pc.sort_indices(urns))
    columns = {"urn": urns}
    for column in TABLES["context"].columns[1:]:
        given = [(delivery, table) for delivery, table in newest if column.name in table.column_names]
        columns[column.name] = _first(built, column.name, urns, given, KINDS[column.kind])
    return pa.table(columns)


def _first(
    built: Assembled, name: str, urns: pa.Array, given: list[tuple[Delivery, pa.Table]], kind: pa.DataType
) -> pa.Array:
    """A column from the first file that says it; what a later file says otherwise is counted."""
    values: pa.Array = pa.nulls(len(urns), kind)
    for delivery, table in given:
        said = table[name].combine_chunks().take(pc.index_in(urns, value_set=table["urn"].combine_chunks())).cast(kind)
        differs = pc.sum(pc.not_equal(values, said)).as_py() or 0
        where = f"{given[0][0].report.file} and {delivery.report.file}"
        built.flag("NEED-11", where, f"schools have another '{name}' in the second file: the first is used", differs)
        values = pc.coalesce(values, said)
    return values
