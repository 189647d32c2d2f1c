"""Gaps of the register filled from other files: what the register says itself always stays, every fill is credited."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.building.assembled import Assembled
from hubdata.building.columns import with_column
from hubdata.building.credit import source_of
from hubdata.building.files.batch import Delivery
from hubdata.sources.names import address_of, spelt

Used = Mapping[str, list[Delivery]]
# Who may fill what, the surest first. Phase, type, status, authority, place and class are the register's alone.
FILLS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("group_links", "school_groups", ("trust", "trust_name", "federation")),
    ("free_meals", "need_meals", ("fsm",)),
    ("school_census", "census_schools", ("trust", "trust_name", "fsm", "opened", "religion", "sex", "admissions")),
)
WORDS = {
    "trust": "trust",
    "federation": "federation",
    "fsm": "free school meals",
    "opened": "opening date",
    "religion": "religious character",
    "sex": "sex",
    "admissions": "admissions policy",
}
IN_TRUSTS = ("Academies", "Free Schools")


def fill_register(built: Assembled, used: Used, today: date) -> None:
    """Fill what the register leaves blank of open schools, and say of each file which columns, in how many schools."""
    for form, table, columns in FILLS:
        for delivery in used.get(form, []) if "schools" in built.tables else []:
            given = delivery.tables[table]
            if form == "school_census":
                given = _with_trusts(given, built.tables["schools"])
            filled = [name for name in columns if _fill(built, delivery, given, name)]
            if filled:
                words = tuple(WORDS[name] for name in filled if name in WORDS)
                built.credit("schools", replace(source_of(delivery, today), fills=words))


def _fill(built: Assembled, delivery: Delivery, given: pa.Table, column: str) -> int:
    """Put a value where the register of open schools has none; in how many schools."""
    schools = built.tables["schools"]
    said = given.filter(pc.is_valid(given[column]))
    found = said[column].take(pc.index_in(schools["urn"], value_set=said["urn"].combine_chunks()))
    empty = pc.and_(pc.is_null(schools[column]), pc.starts_with(schools["status"].cast(pa.string()), "Open"))
    fills = pc.and_(empty, pc.is_valid(found))
    count = pc.sum(fills).as_py() or 0
    if count:
        values = pc.if_else(fills, found.cast(schools[column].type), schools[column])
        built.tables["schools"] = with_column(schools, column, values)
        where = f"{delivery.report.file} and {built.sources['schools'][0].file}"
        message = f"open schools had no '{column}' in the register: taken from the other file"
        built.flag("NEED-10", where, message, count)
    return count


def _with_trusts(census: pa.Table, schools: pa.Table) -> pa.Table:
    """The census with the identifier of each academy's trust: the register's for that name, else one of its own."""
    named = schools.filter(pc.and_(pc.is_valid(schools["trust"]), pc.is_valid(schools["trust_name"])))
    pairs = list(zip(named["trust_name"].to_pylist(), named["trust"].to_pylist(), strict=True))
    known = {spelt(name): (trust, name) for name, trust in sorted(pairs, reverse=True)}
    academies = schools.filter(pc.is_in(schools["type_group"].cast(pa.string()), value_set=pa.array(IN_TRUSTS)))
    mine = pc.is_in(census["urn"], value_set=academies["urn"].combine_chunks())
    said = pc.if_else(mine, census["trust_name"], pa.scalar(None, pa.string())).to_pylist()
    trusts = [known.get(spelt(name), (address_of(name), name)) if name else (None, None) for name in said]
    table = with_column(census, "trust_name", pa.array([name for _, name in trusts], pa.string()))
    return table.append_column("trust", pa.array([trust for trust, _ in trusts], pa.string()))
