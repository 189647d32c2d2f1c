"""A refresh held against the snapshot it would replace: a register that shrank is asked about, never swallowed."""

from collections.abc import Mapping
from pathlib import Path

from hubdata import snapshot
from hubdata.building.files.batch import Delivery
from hubdata.intake.limits import BUILD
from hubdata.intake.verdicts import Finding, Verdict
from hubdata.sources.registry import BY_NAME


def losses(used: Mapping[str, list[Delivery]], to: Path) -> list[Finding]:
    """ASK for each kind of file with over 2% fewer rows than the one behind the snapshot now in the folder."""
    try:
        before = snapshot.read_manifest(str(to))
    except snapshot.Broken:
        return []
    rows = {source.dataset: source.rows_in for sources in before.sources.values() for source in sources}
    findings = []
    for name, deliveries in used.items():
        had = rows.get(BY_NAME[name].title, 0)
        has = max((delivery.report.rows_in for delivery in deliveries), default=0)
        if had and not BY_NAME[name].several and has < had * (1 - BUILD.refresh_loss):
            message = (
                f"{has:,} rows where the snapshot has {had:,}: cut short? Build into another folder if it is meant"
            )
            where = f"{deliveries[0].report.file} and {to.name}"
            findings.append(Finding("REFRESH-01", Verdict.ASK, where, message, had - has))
    return findings
