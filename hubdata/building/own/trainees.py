"""Files with one row a trainee: kept apart from all others, counted in a process of their own, made safe there."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from hubdata.building.assembled import Assembled, Beside
from hubdata.building.columns import as_arrow
from hubdata.building.files.batch import Delivery, Given
from hubdata.building.own.apart import Counting
from hubdata.building.own.counting import TITLE, CountingChild
from hubdata.intake.limits import Limits
from hubdata.intake.verdicts import Report
from hubdata.jobs.job import Room
from hubdata.provenance import Source, Status


def add_trainees(
    built: Assembled, given: Sequence[Given], beside: Beside | None, how: Counting, limits: Limits, room: Room
) -> list[Delivery]:
    """Count each file and add its tables to ``built``; the deliveries give what is to be reported.

    Schools come from ``built``, else from ``beside``; without either trainees are in no area.
    """
    if not given:
        return []
    counting = CountingChild(_register(built, beside, room.folder), how, limits, room)
    deliveries = [counting.delivery(number, one) for number, one in enumerate(given)]
    for delivery in deliveries:
        for name, table in delivery.tables.items():
            built.add(name, table, _source(delivery.report, date.today()))
    return deliveries


def _register(built: Assembled, beside: Beside | None, folder: Path) -> Path:
    """The schools with their areas, where the counting process can read them."""
    path = folder / "schools.parquet"
    held = {name: _held(name, built, beside) for name in ("schools", "districts")}
    pq.write_table(_placed(held["schools"], held["districts"]), path)
    return path


def _held(name: str, built: Assembled, beside: Beside | None) -> pa.Table | None:
    if name in built.tables:
        return built.tables[name]
    return as_arrow(beside.table(name)) if beside is not None and beside.has(name) else None


def _placed(schools: pa.Table | None, districts: pa.Table | None) -> pa.Table:
    text = dict.fromkeys(("urn", "la", "region", "rural"), pa.string())
    if schools is None:
        return pa.schema(text.items()).empty_table()
    regions = (
        dict(zip(*(districts[n].cast(pa.string()).to_pylist() for n in ("la", "region")), strict=True))
        if districts
        else {}
    )
    la = schools["la"].cast(pa.string()).to_pylist()
    rural = schools["rural"].cast(pa.string())
    region = pa.array([regions.get(code) for code in la], pa.string())
    return pa.table({"urn": schools["urn"].cast(pa.string()), "la": la, "region": region, "rural": rural})


def _source(report: Report, today: date) -> Source:
    return Source(
        TITLE, "The reader", Status.UNPUBLISHED, report.as_at, today, report.file, report.sha256,
        "A reader's own file, not published", rows_in=report.rows_in, loaded=report.loaded,
        quarantined=report.quarantined, notes=tuple(finding.message for finding in report.findings),
    )  # fmt: skip
