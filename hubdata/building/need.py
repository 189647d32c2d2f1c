"""What is published of a school's need beside the register: the ``context`` table."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.building.assembled import Assembled
from hubdata.building.credit import source_of
from hubdata.building.files.batch import Delivery
from hubdata.intake.verdicts import Verdict
from hubdata.provenance import Source
from hubdata.schema import TABLES

Used = Mapping[str, list[Delivery]]
PARTS = {
    "free_meals": "need_meals",
    "premium_and_sparsity": "need_premium",
    "school_census": "census_schools",
    "performance_census": "census_needs",
}
KINDS = {"number": pa.float64(), "flag": pa.bool_(), "whole": pa.int64()}


def add_need(built: Assembled, used: Used, today: date) -> None:
    """Gather ``context`` from every file that says something of a school's need."""
    parts = [(d, d.tables[table]) for form, table in PARTS.items() for d in used.get(form, [])]
    parts += [(d, _by_school(d, lsoas)) for d in used.get("deprivation", []) for lsoas in _lsoas(used)]
    parts = [(d, table) for d, table in parts if len(table)]
    if parts:
        built.add("context", _joined(built, parts), *(_credit(built, d, today) for d, _ in parts))


def _credit(built: Assembled, delivery: Delivery, today: date) -> Source:
    """The source of a file, the same that filled the register where it did: nobody lists one file twice."""
    plain = source_of(delivery, today)
    return next((s for s in built.sources.get("schools", ()) if replace(s, fills=()) == plain), plain)


def _lsoas(used: Used) -> list[pa.Table]:
    return [delivery.tables["neighbourhoods"] for delivery in used.get("gias", [])]


def _by_school(delivery: Delivery, neighbourhoods: pa.Table) -> pa.Table:
    joined = neighbourhoods.join(delivery.tables["need_deprivation"], keys="lsoa", join_type="inner")
    return joined.select(["urn", "imd_rank", "imd_decile"])


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
        new = pc.sum(pc.and_(pc.is_null(values), pc.is_valid(said))).as_py() or 0
        told = f"schools have their '{name}' from it, beside the register"
        built.flag("NEED-13", delivery.report.file, told, new, Verdict.PASS)
        differs = pc.sum(pc.not_equal(values, said)).as_py() or 0
        where = f"{given[0][0].report.file} and {delivery.report.file}"
        built.flag("NEED-11", where, f"schools have another '{name}' in the second file: the first is used", differs)
        values = pc.coalesce(values, said)
    return values
