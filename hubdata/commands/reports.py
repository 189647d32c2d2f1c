"""How verdicts are written for people: a readable table, then what is worth a line."""

from collections.abc import Sequence

from hubdata.building.reports import COUNTS
from hubdata.intake.verdicts import Finding, Report, Verdict

HEADINGS = ("file", "read as", "verdict", "rows", "loaded", "quarantined", "repeats", "footer", "as at")


def as_lines(reports: Sequence[Report], between: Sequence[Finding]) -> list[str]:
    """A table with a row a file, then each finding worth a line under its file's name."""
    rows = [HEADINGS, *(_row(report) for report in reports)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEADINGS))]
    lines = [_laid_out(row, widths) for row in rows]
    for report in reports:
        lines += [_said(report.file, finding) for finding in report.findings if _worth_a_line(finding)]
    return lines + [_said(finding.where, finding) for finding in between]


def _row(report: Report) -> tuple[str, ...]:
    counts = [f"{getattr(report, name):,}" for name in COUNTS]
    day = report.as_at.isoformat() if report.as_at else "unknown" if report.recognised_as else ""
    return (report.file, report.recognised_as or "not recognised, left out", report.verdict.value, *counts, day)


def _laid_out(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [c.rjust(w) if 3 <= i <= 7 else c.ljust(w) for i, (c, w) in enumerate(zip(row, widths, strict=True))]
    return "  ".join(cells).rstrip()


def _worth_a_line(finding: Finding) -> bool:
    return finding.severity is not Verdict.PASS or finding.left_out


def _said(file: str, finding: Finding) -> str:
    where = f" [{finding.where}]" if finding.where and finding.where != file else ""
    return f"{finding.severity.value} {finding.code} {file}: {finding.count:,} × {finding.message}{where}"
