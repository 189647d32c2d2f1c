"""Lists of networks held against the register: leads that have closed or moved on, members that nobody knows."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.building.assembled import Assembled, Beside
from hubdata.building.columns import as_arrow, mapped, with_column
from hubdata.building.credit import source_of
from hubdata.building.files.batch import Delivery
from hubdata.intake.verdicts import Verdict
from hubdata.provenance import Status
from hubdata.schema import OPEN, TABLES
from hubdata.sources.names import spelt
from hubdata.sources.registry import BY_NAME

Used = Mapping[str, list[Delivery]]


def own(delivery: Delivery) -> bool:
    """Whether the file is one of the project's own templates."""
    return BY_NAME[delivery.report.recognised_as].status is Status.UNPUBLISHED


def add_own_lists(built: Assembled, used: Used, base: Beside | None, today: date) -> None:
    """Add readers' own lists: networks first, so that the others can name them; unknown schools are set aside."""
    deliveries = sorted(
        (a for group in used.values() for a in group if own(a)), key=lambda a: "networks" not in a.tables
    )
    register = _register(built, base)
    for delivery in deliveries:
        for name in delivery.tables.keys() & TABLES.keys():
            table, lost = _known_schools(delivery, name, register, built)
            table = _known_networks(delivery, name, table, built, base)
            report = delivery.report
            counted = replace(report, loaded=report.loaded - lost, quarantined=report.quarantined + lost)
            built.add(name, table, source_of(replace(delivery, report=counted), today))


def _register(built: Assembled, base: Beside | None) -> pa.Table | None:
    if "schools" in built.tables:
        return built.tables["schools"]
    return as_arrow(base.table("schools")[["urn", "status", "easting"]]) if base and base.has("schools") else None


def _known_schools(delivery: Delivery, name: str, register: pa.Table | None, built: Assembled) -> tuple[pa.Table, int]:
    table = delivery.tables[name]
    if register is None or "urn" not in TABLES[name].key:
        return table, 0
    known = pc.is_in(table["urn"], value_set=register["urn"].combine_chunks())
    lost = len(table) - (pc.sum(known).as_py() or 0)
    message = "rows name a school that the register does not have: set aside"
    built.flag("MEMBER-01", f"{delivery.report.file} and {built.files('schools')}", message, lost, Verdict.QUARANTINE)
    built.set_aside(delivery.report.file, table.filter(pc.invert(known)), f"MEMBER-01: {message}")
    return table.filter(known), lost


def _known_networks(delivery: Delivery, name: str, table: pa.Table, built: Assembled, base: Beside | None) -> pa.Table:
    """Names and ids of networks as the lists have them; a network in no list becomes one of kind other."""
    if name == "networks" or "network" not in table.column_names:
        return table
    lists = [built.tables["networks"]] if "networks" in built.tables else []
    if base and base.has("networks"):
        lists.append(as_arrow(base.table("networks")[["network", "name"]]))
    ids = {spelt(str(key)): str(n) for t in lists for n, title in _pairs(t) for key in (n, title)}
    said = pc.unique(table["network"]).drop_null().to_pylist()
    new = [n for n in said if spelt(n) not in ids and n != "All"]
    message = f"networks in no list are added as kind other: {', '.join(new[:10])}"
    built.flag("MEMBER-02", f"{delivery.report.file} and {built.files('networks')}", message, len(new))
    if new:
        columns = {
            c: pa.array(new if c in ("network", "name") else ["other"] * len(new)) for c in ("network", "kind", "name")
        }
        days = {c: pa.nulls(len(new), pa.date32()) for c in ("since", "until", "listed")}
        built.add("networks", pa.table(columns | days))
    return with_column(table, "network", mapped(table["network"], {n: ids.get(spelt(n), n) for n in said}))


def _pairs(table: pa.Table) -> list[tuple[str, str]]:
    return list(zip(table["network"].to_pylist(), table["name"].to_pylist(), strict=True))


def check_leads(built: Assembled, used: Used) -> None:
    """Say of each official list which leads the register does not have, has closed, or cannot place."""
    if "schools" not in built.tables:
        return
    schools = built.tables["schools"]
    for delivery in (a for group in used.values() for a in group if "members" in a.tables and not own(a)):
        urns = pc.unique(delivery.tables["members"]["urn"])
        found = schools.filter(pc.is_in(schools["urn"], value_set=urns))
        where = f"{delivery.report.file} and {built.files('schools')}"
        built.flag("LEAD-01", where, "leads are not in the register: no location, no phase", len(urns) - len(found))
        shut = pc.invert(pc.is_in(found["status"].cast(pa.string()), value_set=pa.array(OPEN)))
        closed = pc.sum(shut).as_py() or 0
        built.flag(
            "LEAD-02", where, "leads have closed: they keep their place and hand the role to a successor", closed
        )
        message = "leads have no location: left out of distances"
        built.flag("LEAD-03", where, message, found["easting"].null_count)
        if closed and "links" not in built.tables:
            message = "no links between schools are loaded: closed leads cannot hand their role on"
            built.flag("LEAD-04", where, message, closed)
