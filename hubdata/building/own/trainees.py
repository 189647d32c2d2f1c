"""Files with one row a trainee: kept apart from all others, counted in a process of their own, made safe there."""

import hashlib
import json
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from hubdata.building.assembled import Assembled, Beside
from hubdata.building.columns import as_arrow
from hubdata.building.files.batch import Delivery, Job
from hubdata.building.own.apart import Counting
from hubdata.intake.child import READY, Child
from hubdata.intake.verdicts import Finding, Refused, Report, Verdict
from hubdata.provenance import Source, Status
from hubdata.schema import TABLES, Table

WORKER, KIND = "hubdata.records.worker", "trainees"
MEMORY, SECONDS = 2 * 1024**3, 600
UNUSABLE_SHARE = 0.02
TITLE = "Trainees of a programme (a reader's own file)"


def add_trainees(
    built: Assembled, jobs: Sequence[Job], beside: Beside | None, how: Counting, today: date
) -> list[Delivery]:
    """Count each file and add its tables to ``built``; the deliveries give what is to be reported.

    Schools come from ``built``, else from ``beside``; without either trainees are in no area.
    """
    with tempfile.TemporaryDirectory(prefix="hubdata-") as folder:
        deliveries = [_counted(job, _register(built, beside, Path(folder)), Path(folder), how) for job in jobs]
    for delivery in deliveries:
        for name, table in delivery.tables.items():
            built.add(name, table, _source(delivery.report, today))
    return deliveries


def _register(built: Assembled, beside: Beside | None, folder: Path) -> Path:
    """The schools with their areas, where the counting process can read them."""
    path = folder / "schools.parquet"
    if not path.exists():
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


def _counted(job: Job, schools: Path, folder: Path, how: Counting) -> Delivery:
    report = Report(job.name, _sha(job.path), KIND)
    asked = {
        "path": str(job.path), "ending": Path(job.name).suffix, "schools": str(schools), "to": str(folder),
        "engine": how.engine, "suppressed": how.suppressed, "source": TITLE,
        "most_unusable": UNUSABLE_SHARE, "memory": MEMORY, "seconds": SECONDS,
        "ready": READY,
    }  # fmt: skip
    said = [json.loads(line) for line in Child(WORKER, json.dumps(asked)).lines(SECONDS)]
    told = said[0] if said else {"refused": "counting needed more memory or time than allowed, or the file is damaged"}
    if "refused" in told:
        return Delivery(report.with_findings(Refused("TRN-01", told["refused"]).finding))
    if told["unusable"] > UNUSABLE_SHARE * told["rows"]:
        message = f"{told['unusable']:,} of {told['rows']:,} rows have no year as their cohort"
        return Delivery(report.with_findings(Refused("TRN-02", message, "cohort", told["unusable"]).finding))
    findings = _findings(told, how)
    done = Report(
        job.name, report.sha256, KIND, told["rows"], told["rows"] - told["unusable"], told["unusable"],
        findings=findings, as_at=date(told["horizon"], 11, 1) if told["horizon"] else None,
    )  # fmt: skip
    return Delivery(
        done, {name: _typed(pq.read_table(folder / f"{name}.parquet"), TABLES[name]) for name in told["tables"]}
    )


def _typed(table: pa.Table, held: Table) -> pa.Table:
    """The table in the types that files of other formats give."""
    types = {"whole": pa.int64(), "number": pa.float64(), "flag": pa.bool_()}
    fields = [pa.field(column.name, types.get(column.kind, pa.string())) for column in held.columns]
    return table.select(held.names).cast(pa.schema(fields))


def _findings(told: dict[str, int], how: Counting) -> tuple[Finding, ...]:
    noticed = (
        ("TRN-02", Verdict.QUARANTINE, "cohort", "no year is given as the cohort", told["unusable"]),
        (
            "TRN-03",
            Verdict.FLAG,
            "urn",
            "the first school is not in the register: counted in no area",
            told["unplaced"],
        ),
        (
            "TRN-04",
            Verdict.FLAG,
            "",
            "small numbers are NOT hidden: for private use, do not share",
            int(not how.suppressed),
        ),
    )
    return tuple(Finding(code, grave, where, said, count) for code, grave, where, said, count in noticed if count)


def _source(report: Report, today: date) -> Source:
    return Source(
        TITLE, "The reader", Status.UNPUBLISHED, report.as_at, today, report.file, report.sha256,
        "A reader's own file, not published", rows_in=report.rows_in, loaded=report.loaded,
        quarantined=report.quarantined, notes=tuple(finding.message for finding in report.findings),
    )  # fmt: skip


def _sha(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
