"""The account kept while one file is read: what was noticed, and which rows are set aside and why."""

import numpy as np
import pyarrow as pa

from hubdata.intake.limits import Limits
from hubdata.intake.verdicts import Finding, Refused, Verdict

SET_ASIDE, REPEATED, FOOTER = 1, 2, 3


class Ledger:
    """Findings of one file and the fate of each of its rows. A row meets one fate only: the first that befell it."""

    def __init__(self, limits: Limits) -> None:
        """Begin with nothing noticed and no rows."""
        self.limits = limits
        self.findings: list[Finding] = []
        self.rows = np.empty(0, dtype=np.int64)
        self.fate = np.empty(0, dtype=np.int8)
        self.reasons: dict[int, str] = {}
        self.lost: list[tuple[int, str, str]] = []

    def begin(self, rows: np.ndarray) -> None:
        """Start on rows with these numbers in the file (the header is row 1)."""
        self.rows = rows
        self.fate = np.zeros(len(rows), dtype=np.int8)

    def note(self, code: str, message: str, count: int = 1, *, severity: Verdict, where: str = "") -> None:
        """Record something about the file. A count of 0 records nothing."""
        if count:
            self.findings.append(Finding(code, severity, where, message, int(count)))

    def fix(self, code: str, message: str, count: int = 1, where: str = "") -> None:
        """Record a lossless repair."""
        self.note(code, message, count, severity=Verdict.FIX, where=where)

    def flag(self, code: str, message: str, count: int = 1, where: str = "") -> None:
        """Record something kept and marked."""
        self.note(code, message, count, severity=Verdict.FLAG, where=where)

    def inform(self, code: str, message: str, count: int = 1, where: str = "") -> None:
        """Record a plain fact that changes no verdict."""
        self.note(code, message, count, severity=Verdict.PASS, where=where)

    def flag_rows(self, mask: np.ndarray, code: str, message: str, column: str = "") -> None:
        """Record rows kept and marked, with the first few by number."""
        kept = mask & (self.fate == 0)
        self.flag(code, message, int(kept.sum()), self._where(kept, column))

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

    def lose(self, row: int, code: str, text: str) -> None:
        """Quarantine a row that could not even be laid out in columns."""
        self.lost.append((row, code, text))

    @property
    def kept(self) -> np.ndarray:
        """True for the rows that go on."""
        return self.fate == 0

    def count(self, fate: int) -> int:
        """How many rows met a fate; rows that could not be laid out count as set aside."""
        return int((self.fate == fate).sum()) + (len(self.lost) if fate == SET_ASIDE else 0)

    def judge(self) -> None:
        """Refuse the file where too many of its rows were set aside."""
        total = len(self.rows) + len(self.lost)
        aside = self.count(SET_ASIDE)
        if total and aside > self.limits.quarantined_share * total:
            share = f"{aside:,} of {total:,} rows cannot be used"
            raise Refused("ROWS-01", f"{share}, more than {self.limits.quarantined_share:.0%}: see the reasons below")

    def quarantine(self, columns: pa.Table) -> pa.Table:
        """The rows set aside, as text with their row number and reason; only allow-listed columns are here at all."""
        chosen = np.flatnonzero(self.fate == SET_ASIDE)
        table = columns.take(pa.array(chosen))
        why = [self.reasons[i] for i in chosen.tolist()]
        table = table.add_column(0, "row", pa.array(self.rows[chosen])).add_column(1, "why", pa.array(why, pa.string()))
        if not self.lost:
            return table
        rows, codes, _ = zip(*self.lost, strict=True)
        torn = pa.table({"row": pa.array(rows, pa.int64()), "why": pa.array(codes, pa.string())})
        return pa.concat_tables([table, torn], promote_options="default")

    def _where(self, mask: np.ndarray, column: str) -> str:
        shown = ", ".join(f"{row:,}" for row in self.rows[mask][: self.limits.examples])
        rows = f"row {shown}" if shown else ""
        return f"{column}, {rows}" if column and rows else column or rows
