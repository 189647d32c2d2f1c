"""The reports on files as one JSON object, for programs and for the screen."""

from collections.abc import Sequence
from typing import Any

from hubdata.intake.verdicts import REFUSED, Finding, Report

COUNTS = ("rows_in", "loaded", "quarantined", "duplicates", "footer")
OWN_AFFAIRS = ("left_out",)  # of a finding, and no part of what ``check --json`` promises


def as_json(reports: Sequence[Report], between: Sequence[Finding], *, promised: bool = True) -> dict[str, Any]:
    """What ``check --json`` prints: every file judged by itself; findings between files are added to both they name.

    ``promised`` keeps to what that command promises; the screen is told a little more of each finding.
    """
    files = [_file(report, between, () if not promised else OWN_AFFAIRS) for report in reports]
    refused = [f for f in files if f["verdict"] in REFUSED]
    return {"passed": not refused and not any(f.severity in REFUSED for f in between), "files": files}


def _file(report: Report, between: Sequence[Finding], without: Sequence[str]) -> dict[str, Any]:
    shared = [f for f in between if _names(f, report.file)]
    written = report.with_findings(*shared).to_json()
    names = ("file", "sha256", "recognised_as", "verdict", *COUNTS, "as_at", "findings")
    findings = [{name: part for name, part in f.items() if name not in without} for f in written["findings"]]
    return {name: written[name] for name in names} | {"verdict": report.verdict.value, "findings": findings}


def _names(finding: Finding, file: str) -> bool:
    """Whether a finding between files is of this one: ``where`` names two with ``and``, which a name may hold too."""
    return finding.where == file or finding.where.startswith(f"{file} and ") or finding.where.endswith(f" and {file}")
