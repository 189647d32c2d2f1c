"""What came of files that were read and put together."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hubdata.intake.verdicts import REFUSED, Finding, Report
from hubdata.provenance import Source, Status

if TYPE_CHECKING:
    import pyarrow as pa

    from hubdata.building.assembled import Assembled


@dataclass(frozen=True)
class Built:
    """What came of the files: a report each, the rows set aside by file, findings between files, and the tables.

    ``altered`` counts the differences from the snapshot that was replaced; None where none was.
    """

    reports: list[Report]
    quarantine: dict[str, "pa.Table"]
    between: list[Finding]
    assembled: "Assembled"
    altered: int | None = None

    @property
    def tables(self) -> dict[str, "pa.Table"]:
        """Tables by name, as the schema has them."""
        return self.assembled.tables

    @property
    def sources(self) -> dict[str, tuple[Source, ...]]:
        """Where each table came from."""
        return self.assembled.sources

    @property
    def refused(self) -> list[str]:
        """Files that were refused or that wait for a reply."""
        return [r.file for r in self.reports if r.verdict in REFUSED]

    @property
    def passed(self) -> bool:
        """Whether nothing is REJECT or ASK."""
        return not self.refused and not any(f.severity in REFUSED for f in self.between)

    @property
    def stopped_by(self) -> list[str]:
        """Files, or what stands between two, that must be put right before a snapshot can be made of the rest."""
        return [r.file for r in self.reports if r.stops] + [f.where for f in self.between if f.severity in REFUSED]

    @property
    def status(self) -> Status:
        """Unpublished where any file was a reader's own, else official."""
        statuses = {source.status for sources in self.sources.values() for source in sources}
        return Status.UNPUBLISHED if Status.UNPUBLISHED in statuses else Status.OFFICIAL
