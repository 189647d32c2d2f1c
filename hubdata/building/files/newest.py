"""Which of the files go into the snapshot: one of each kind, the newest; the project's own lists may be several."""

from collections import defaultdict
from collections.abc import Sequence

import pyarrow as pa

from hubdata.building.files.batch import Delivery
from hubdata.building.files.borne_out import newness
from hubdata.intake.verdicts import Finding, Verdict
from hubdata.schema import TABLES
from hubdata.sources.formats import Format
from hubdata.sources.registry import BY_NAME


def chosen(deliveries: Sequence[Delivery]) -> tuple[dict[str, list[Delivery]], list[Finding]]:
    """The deliveries to use by format, and what is said about those left out. The same files give the same choice."""
    by_format: dict[str, list[Delivery]] = defaultdict(list)
    for delivery in deliveries:
        if delivery.report.taken:
            by_format[_kind(delivery)].append(delivery)
    findings: list[Finding] = []
    used = {name: _of_one_format(name, given, findings) for name, given in sorted(by_format.items())}
    return used, findings


def _kind(delivery: Delivery) -> str:
    """The format of which one file is used: its own, or the one that says the same."""
    form = BY_NAME[delivery.report.recognised_as]
    return (isinstance(form, Format) and form.instead_of) or form.name


def _of_one_format(name: str, given: list[Delivery], findings: list[Finding]) -> list[Delivery]:
    days = newness(given)
    ranked = sorted(given, key=lambda a: (-days[id(a)].toordinal(), a.report.file))
    kept: list[Delivery] = []
    for delivery in ranked:
        twin = next((k for k in kept if _same(k.tables, delivery.tables)), None)
        if twin:
            said = "the same list twice: the first is used, nothing counts double"
            findings.append(_between(twin, delivery, "SAME-01", Verdict.FIX, said))
        elif kept and not BY_NAME[name].several:
            said = f"two lists of one kind: the newer is used{_difference(kept[0].tables, delivery.tables)}"
            findings.append(_between(kept[0], delivery, "SAME-02", Verdict.FLAG, said))
        else:
            kept.append(delivery)
    return kept


def _same(a: dict[str, pa.Table], b: dict[str, pa.Table]) -> bool:
    return a.keys() == b.keys() and bool(a) and all(a[name].equals(b[name]) for name in a)


def _difference(newer: dict[str, pa.Table], older: dict[str, pa.Table]) -> str:
    """How the rows of the two differ by their keys, where they make a table: how many are new, how many are gone."""
    said = []
    for name in sorted(newer.keys() & older.keys() & TABLES.keys()):
        key = list(TABLES[name].key)
        a, b = ({tuple(row.values()) for row in tables[name].select(key).to_pylist()} for tables in (newer, older))
        said.append(f"{len(a & b):,} rows of {name} are in both, {len(a - b):,} are new, {len(b - a):,} are gone")
    return f" ({'; '.join(said)})" if said else ""


def _between(first: Delivery, second: Delivery, code: str, severity: Verdict, message: str) -> Finding:
    where = f"{first.report.file} and {second.report.file}"
    return Finding(code, severity, where, message, second.report.loaded)
