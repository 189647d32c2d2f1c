"""What is written down of a reader's files: sizes, counts and codes; never a name, a cell or a message from inside."""

import hashlib
import json
import logging

from hubdata.building import Built
from hubdata.intake.verdicts import Report

LOG = logging.getLogger("hubdata.uploads")
COUNTS = ("rows_in", "loaded", "quarantined", "duplicates", "footer")


def read(built: Built) -> None:
    """One line a file: its name and content as checksums, what it was taken for, its verdict, counts and codes."""
    for report in built.reports:
        LOG.info("read %s", json.dumps(_entry(report), sort_keys=True))


def failed(error: BaseException) -> None:
    """That files could not be read, and what kind of error it was: its text may hold what stood in a cell."""
    LOG.error("not read: %s", type(error).__name__)


def _entry(report: Report) -> dict[str, object]:
    counts = {name: getattr(report, name) for name in COUNTS}
    codes = {finding.code: finding.count for finding in report.findings}
    named = hashlib.sha256(report.file.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    known = {"name": named, "sha256": report.sha256[:8], "read_as": report.recognised_as, "verdict": report.verdict}
    return {**known, **counts, "codes": codes}
