"""Tables as they are put together, each with its sources, and what is found between files."""

from dataclasses import dataclass, field
from typing import Any, Protocol

import pyarrow as pa

from hubdata.building.columns import one_a_key
from hubdata.intake.verdicts import Finding, Verdict
from hubdata.provenance import Source
from hubdata.schema import TABLES

Sources = dict[str, tuple[Source, ...]]


class Beside(Protocol):
    """Tables that stand beside the files: a store, or the areas that come with the product."""

    def has(self, name: str) -> bool:
        """Whether it holds the table."""

    def table(self, name: str) -> Any:
        """A table as a frame."""

    def sources(self, *names: str) -> tuple[Source, ...]:
        """Where the named tables came from, in the order named."""


@dataclass
class Assembled:
    """Everything a snapshot needs, what was found between files, and the kinds of network that official lists bring.

    ``aside`` holds the rows of each file that were set aside because of another file, as text, each with its reason.
    """

    tables: dict[str, pa.Table] = field(default_factory=dict)
    sources: Sources = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    aside: dict[str, list[pa.Table]] = field(default_factory=dict)

    def add(self, name: str, table: pa.Table, *sources: Source) -> None:
        """Add rows to a table, with where they came from. Of two rows with one key the first stays."""
        before = self.tables.get(name)
        together = pa.concat_tables([before, table.select(before.column_names)]) if before else table
        self.tables[name] = one_a_key(together, TABLES[name].key) if before else together
        self.credit(name, *sources)

    def credit(self, name: str, *sources: Source) -> None:
        """Name sources of a table, each once."""
        self.sources[name] = tuple(dict.fromkeys((*self.sources.get(name, ()), *sources)))

    def flag(self, code: str, where: str, message: str, count: int = 1, severity: Verdict = Verdict.FLAG) -> None:
        """Record something between files; a count of 0 records nothing."""
        if count:
            self.findings.append(Finding(code, severity, where, message, int(count)))

    def set_aside(self, file: str, rows: pa.Table, why: str) -> None:
        """Keep rows of a file that do not go on, for its reader to take away."""
        if len(rows):
            text = pa.table({name: rows[name].cast(pa.string()) for name in rows.column_names})
            self.aside.setdefault(file, []).append(text.add_column(0, "why", pa.array([why] * len(rows), pa.string())))

    def files(self, name: str) -> str:
        """The files a table came from, as a reader knows them; not those that only fill its gaps."""
        read = [source.file or source.dataset for source in self.sources.get(name, ()) if not source.fills]
        return ", ".join(read) or name
