"""The account kept while one file is read: what was noticed, and which rows are set aside and why."""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from hubdata.intake.limits import Limits
from hubdata.intake.rows.notes import said_of
from hubdata.intake.verdicts import Finding, Refused, Verdict

SET_ASIDE, REPEATED, FOOTER = 1, 2, 3


class Account:
    """Findings of one file and the fate of each of its rows. A row meets one fate only: the first that befell it."""

    def __init__(self, limits: Limits, replies: Mapping[str, str] | None = None) -> None:
        """Begin with nothing noticed and no rows; ``replies`` are a person's, by the code of what was asked."""
        self.limits = limits
        self.replies = dict(replies or {})
        self.findings: list[Finding] = []
        self.rows = np.empty(0, dtype=np.int64)
        self.fate = np.empty(0, dtype=np.int8)
        self.reasons: dict[int, str] = {}
        self.torn: list[tuple[int, str]] = []
        self.footers = 0
        self.first_note = ""
        self.keyless = 0

    def begin(self, rows: np.ndarray) -> None:
        """Start on rows with these numbers in the file (the header is row 1)."""
        self.rows = rows
        self.fate = np.zeros(len(rows), dtype=np.int8)
        torn = ", ".join(f"{row:,}" for row, _ in self.torn[: self.limits.examples])
        message = "rows have more or fewer fields than the header: set aside, never shifted"
        self.note("ROWS-02", message, len(self.torn), severity=Verdict.QUARANTINE, where=f"row {torn}")
        self.fix("ROWS-05", said_of(self.first_note), self.footers)

    def note(
        self,
        code: str,
        message: str,
        count: int = 1,
        *,
        severity: Verdict,
        where: str = "",
        replies: tuple[str, ...] = (),
    ) -> None:
        """Record something about the file, with the replies a person may give. A count of 0 records nothing."""
        if count:
            self.findings.append(Finding(code, severity, where, message, int(count), replies))

    def fix(self, code: str, message: str, count: int = 1, where: str = "") -> None:
        """Record a lossless repair."""
        self.note(code, message, count, severity=Verdict.FIX, where=where)

    def flag(self, code: str, message: str, count: int = 1, where: str = "") -> None:
        """Record something kept and marked."""
        self.note(code, message, count, severity=Verdict.FLAG, where=where)

    def inform(self, code: str, message: str, count: int = 1, where: str = "") -> None:
        """Record a plain fact that changes no verdict."""
        self.note(code, message, count, severity=Verdict.PASS, where=where)

    def leave_out(self, code: str, message: str, count: int = 1, where: str = "") -> None:
        """Record what is read and, by rule, not used: no verdict changes, but a reader is told. 0 records nothing."""
        if count:
            self.findings.append(Finding(code, Verdict.PASS, where, message, int(count), left_out=True))

    def flag_rows(self, mask: np.ndarray, code: str, message: str, column: str = "") -> None:
        """Record rows kept and marked, with the first few by number."""
        kept = mask & (self.fate == 0)
        self.flag(code, message, int(kept.sum()), self._where(kept, column))

    def note_rows(self, mask: np.ndarray, code: str, message: str, column: str = "") -> None:
        """Record a plain fact about rows, with the first few by number: no verdict changes."""
        kept = mask & (self.fate == 0)
        self.inform(code, message, int(kept.sum()), self._where(kept, column))

    def set_aside(self, mask: np.ndarray, code: str, message: str, column: str = "", fate: int = SET_ASIDE) -> None:
        """Quarantine rows (or drop exact repeats, or count footers), unless something befell them before."""
        struck = mask & (self.fate == 0)
        if not struck.any():
            return
        self.fate[struck] = fate
        severity = Verdict.QUARANTINE if fate == SET_ASIDE else Verdict.FIX
        if fate == SET_ASIDE:
            self.reasons.update(dict.fromkeys(np.flatnonzero(struck).tolist(), f"{code}: {message}"))
        self.note(code, message, int(struck.sum()), severity=severity, where=self._where(struck, column))

    def set_aside_keyless(self, mask: np.ndarray, code: str, message: str, column: str) -> None:
        """Quarantine rows that nobody could find again: few of them already refuse the file."""
        self.keyless += int((mask & (self.fate == 0)).sum())
        self.set_aside(mask, code, message, column)

    def tear(self, row: int, why: str) -> None:
        """Quarantine a row that could not even be laid out in columns."""
        self.torn.append((row, why))

    def notes_under(self, count: int, first: str) -> None:
        """Count lines under the table that are not of its columns."""
        self.footers, self.first_note = count, first

    @property
    def kept(self) -> np.ndarray:
        """True for the rows that go on."""
        return self.fate == 0

    @property
    def total(self) -> int:
        """Rows of the file, whatever became of them."""
        return len(self.rows) + len(self.torn) + self.footers

    def count(self, fate: int) -> int:
        """How many rows met a fate, those that could not be laid out among the ones set aside."""
        besides = {SET_ASIDE: len(self.torn), FOOTER: self.footers}
        return int((self.fate == fate).sum()) + besides.get(fate, 0)

    def judge(self) -> None:
        """Refuse the file where too many of its rows were set aside, or too many have no key."""
        total, aside = self.total - self.count(FOOTER), self.count(SET_ASIDE)
        if self.keyless > self.limits.keyless_share * total:
            said = f"{self.keyless:,} of {total:,} rows have no usable key, more than {self.limits.keyless_share:.1%}"
            raise Refused("ROWS-06", f"{said}: put the keys right, or send the file as published", count=self.keyless)
        if aside > self.limits.quarantined_share * total:
            said = f"{aside:,} of {total:,} rows cannot be used, more than {self.limits.quarantined_share:.0%}"
            raise Refused("ROWS-01", f"{said}: put right what the other findings name", count=aside)

    def quarantine(self, columns: pa.Table) -> pa.Table:
        """The rows set aside, as text with their row number and reason; only allow-listed columns are here at all."""
        chosen = np.flatnonzero(self.fate == SET_ASIDE)
        table = columns.take(pa.array(chosen))
        why = [self.reasons[i] for i in chosen.tolist()]
        table = table.add_column(0, "row", pa.array(self.rows[chosen], pa.int64()))
        table = table.add_column(1, "why", pa.array(why, pa.string()))
        rows, whys = [row for row, _ in self.torn], [f"ROWS-02: {why}" for _, why in self.torn]
        torn = pa.table({"row": pa.array(rows, pa.int64()), "why": pa.array(whys, pa.string())})
        return pa.concat_tables([table, torn], promote_options="default")

    def _where(self, mask: np.ndarray, column: str) -> str:
        shown = ", ".join(f"{row:,}" for row in self.rows[mask][: self.limits.examples])
        rows = f"row {shown}" if shown else ""
        return f"{column}, {rows}" if column and rows else column or rows
