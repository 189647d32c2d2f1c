"""What other files say of a school: trust and free meals where the register is silent, and the ``context`` table."""

from collections.abc import Mapping
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.building.assembled import Assembled
from hubdata.building.columns import with_column
from hubdata.building.credit import source_of
from hubdata.building.files.batch import Delivery
from hubdata.schema import TABLES

Used = Mapping[str, list[Delivery]]


def add_need(built: Assembled, used: Used, today: date) -> None:
    """Fill gaps of the register from group links and free meals, and gather the ``context`` table."""
    for delivery in used.get("group_links", []):
        for name in ("trust", "trust_name", "federation"):
            _fill(built, delivery, "school_groups", name, today)
    for delivery in used.get("free_meals", []):
        _fill(built, delivery, "need_meals", "fsm", today)
    parts = [
        (delivery, delivery.tables[table])
        for form, table in (("free_meals", "need_meals"), ("premium_and_sparsity", "need_premium"))
        for delivery in used.get(form, [])
    ]
    parts += [
        (a, _deprivation(a, neighbourhoods)) for a in used.get("deprivation", []) for neighbourhoods in _lsoas(used)
    ]
    if parts:
        built.add(
            "context", _joined([table for _, table in parts]), *(source_of(delivery, today) for delivery, _ in parts)
        )


def _fill(built: Assembled, delivery: Delivery, table: str, column: str, today: date) -> None:
    """Put a value where the register of open schools has none; what it says itself always stays."""
    schools = built.tables.get("schools")
    if schools is None:
        return
    given = delivery.tables[table].filter(pc.is_valid(delivery.tables[table][column]))
    found = given[column].take(pc.index_in(schools["urn"], value_set=given["urn"]))
    empty = pc.and_(pc.is_null(schools[column]), pc.starts_with(schools["status"].cast(pa.string()), "Open"))
    fills = pc.and_(empty, pc.is_valid(found))
    count = pc.sum(fills).as_py() or 0
    if count:
        values = pc.if_else(fills, found.cast(schools[column].type), schools[column])
        built.tables["schools"] = with_column(schools, column, values)
        built.credit("schools", source_of(delivery, today))
        where = f"{delivery.report.file} and {built.sources['schools'][0].file}"
        built.flag(
            "NEED-10", where, f"open schools had no '{column}' in the register: taken from the other file", count
        )


def _lsoas(used: Used) -> list[pa.Table]:
    return [delivery.tables["neighbourhoods"] for delivery in used.get("gias", [])]


def _deprivation(delivery: Delivery, neighbourhoods: pa.Table) -> pa.Table:
    joined = neighbourhoods.join(delivery.tables["need_deprivation"], keys="lsoa", join_type="inner")
    return joined.select(["urn", "imd_rank", "imd_decile"])


def _joined(parts: list[pa.Table]) -> pa.Table:
    """One row a school with every column of ``context``; missing where no file says it."""
    whole = parts[0]
    for part in parts[1:]:
        whole = whole.join(part, keys="urn", join_type="full outer")
    kinds = {"number": pa.float64(), "flag": pa.bool_(), "whole": pa.int64()}
    for column in TABLES["context"].columns:
        if column.name not in whole.column_names:
            whole = whole.append_column(column.name, pa.nulls(len(whole), kinds[column.kind]))
    return whole.select(TABLES["context"].names).sort_by("urn")
