"""What was found in a file, and what that makes of it: findings, the verdict they add up to, and the report."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any


class Verdict(StrEnum):
    """How a file came out, mildest first. UNRECOGNISED stands apart: nothing was read."""

    PASS = "PASS"  # noqa: S105 - the word of the contract, not a secret
    FIX = "FIX"
    FLAG = "FLAG"
    QUARANTINE = "QUARANTINE"
    ASK = "ASK"
    REJECT = "REJECT"
    UNRECOGNISED = "UNRECOGNISED"


SEVERITY = [Verdict.PASS, Verdict.FIX, Verdict.FLAG, Verdict.QUARANTINE, Verdict.ASK, Verdict.REJECT]
REFUSED = (Verdict.ASK, Verdict.REJECT)


@dataclass(frozen=True)
class Finding:
    """One thing noticed: a stable code, how grave, where, a sentence saying what and what to do, and how often.

    ``replies`` are those a person may give where the file asks for one; in JSON they are called ``choices``.
    ``left_out`` says that something was read and, by rule, not used: worth a line though nothing is wrong. A file that
    is refused and ``left_out`` is of something else: it is named, and stops no other.
    """

    code: str
    severity: Verdict
    where: str
    message: str
    count: int = 1
    replies: tuple[str, ...] = ()
    left_out: bool = False


class Refused(ValueError):
    """A file that cannot be taken. Carries the finding that says why; the only error a gate or reader may raise."""

    def __init__(
        self,
        code: str,
        message: str,
        where: str = "",
        count: int = 1,
        *,
        replies: tuple[str, ...] = (),
        left_out: bool = False,
    ) -> None:
        """``code`` is stable, ``message`` says what and what to do, ``where`` names the row or column.

        With ``replies`` it is ASK, since a person's reply would let the file in; what is ``left_out`` is of something
        else, which stops nothing.
        """
        super().__init__(message)
        severity = Verdict.ASK if replies else Verdict.PASS if left_out else Verdict.REJECT
        self.finding = Finding(code, severity, where, message, count, replies, left_out)


@dataclass(frozen=True)
class Report:
    """The account of one file. ``rows_in = loaded + quarantined + duplicates + footer`` unless it was refused."""

    file: str
    sha256: str = ""
    recognised_as: str = ""
    rows_in: int = 0
    loaded: int = 0
    quarantined: int = 0
    duplicates: int = 0
    footer: int = 0
    findings: tuple[Finding, ...] = ()
    as_at: date | None = None

    @property
    def verdict(self) -> Verdict:
        """The gravest finding; UNRECOGNISED where no format claims the file and nothing refused it."""
        gravest = max((f.severity for f in self.findings), key=SEVERITY.index, default=Verdict.PASS)
        if not self.recognised_as and gravest not in REFUSED:
            return Verdict.UNRECOGNISED
        return gravest

    @property
    def stops(self) -> bool:
        """Whether a folder cannot be built before it is put right: refused, and not seen to be of something else."""
        grave = [finding for finding in self.findings if finding.severity in REFUSED]
        return bool(grave) and (bool(self.recognised_as) or not all(finding.left_out for finding in grave))

    @property
    def taken(self) -> bool:
        """Whether its rows go on: recognised and neither refused nor waiting for a reply."""
        return bool(self.recognised_as) and self.verdict not in REFUSED

    @property
    def balanced(self) -> bool:
        """Whether every row is accounted for."""
        return self.rows_in == self.loaded + self.quarantined + self.duplicates + self.footer

    def with_findings(self, *more: Finding) -> "Report":
        """The report with findings added at the end."""
        return replace(self, findings=(*self.findings, *more))

    def to_json(self) -> dict[str, Any]:
        """The report as ``check --json`` prints it, with the as-at date as ISO text."""
        written = asdict(self) | {"verdict": self.verdict, "as_at": self.as_at.isoformat() if self.as_at else None}
        return written | {"findings": [_written(f) for f in self.findings]}

    @classmethod
    def from_json(cls, written: Mapping[str, Any]) -> "Report":
        """The inverse of ``to_json``."""
        findings = tuple(_read(f) for f in written["findings"])
        as_at = date.fromisoformat(written["as_at"]) if written["as_at"] else None
        plain = {k: v for k, v in written.items() if k not in ("verdict", "findings", "as_at")}
        return cls(**plain, findings=findings, as_at=as_at)


def _written(finding: Finding) -> dict[str, Any]:
    return {"choices" if name == "replies" else name: value for name, value in asdict(finding).items()}


def _read(written: Mapping[str, Any]) -> Finding:
    plain = {name: value for name, value in written.items() if name not in ("severity", "choices")}
    return Finding(**plain, severity=Verdict(written["severity"]), replies=tuple(written["choices"]))
