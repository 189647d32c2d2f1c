"""Where a table of a snapshot came from, said from the report of the file that gave it."""

from datetime import date

from hubdata.building.files.batch import Delivery
from hubdata.intake.verdicts import SEVERITY, Finding, Verdict
from hubdata.provenance import Source, Status
from hubdata.sources.registry import BY_NAME

LICENCES = {
    Status.OFFICIAL: "Open Government Licence v3.0",
    Status.PUBLISHED: "Figures copied with their source",
    Status.UNPUBLISHED: "A reader's own file, not published",
}


def source_of(delivery: Delivery, today: date) -> Source:
    """The provenance of one file, with its account and what was noticed."""
    report = delivery.report
    form = BY_NAME[report.recognised_as]
    return Source(
        dataset=form.title,
        publisher=form.publisher,
        status=form.status,
        as_at=report.as_at,
        retrieved=today,
        file=report.file,
        sha256=report.sha256,
        licence=LICENCES[form.status],
        address=form.address,
        rows_in=report.rows_in,
        loaded=report.loaded,
        quarantined=report.quarantined,
        duplicates=report.duplicates,
        footer=report.footer,
        notes=tuple(f"{f.count:,} {f.message}" for f in report.findings if _worth_saying(f)),
    )


def _worth_saying(finding: Finding) -> bool:
    """Flags and worse, and rows left out by rule; not how the columns were found."""
    return finding.left_out or SEVERITY.index(finding.severity) >= SEVERITY.index(Verdict.FLAG)
