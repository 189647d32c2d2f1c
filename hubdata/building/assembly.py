"""Tables of single files put together: areas joined by dated code, hub names resolved, shapes dissolved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.building.batch import Answer
from hubdata.building.hubs import Gazetteer, served
from hubdata.building.outlines import outlines
from hubdata.intake.verdicts import SEVERITY, Finding, Verdict
from hubdata.provenance import Source, Status
from hubdata.sources.area_codes import spoken_by
from hubdata.sources.registry import BY_NAME

Sources = dict[str, tuple[Source, ...]]


class Places(Protocol):
    """Where the areas come from when no file brings them: what ``Store`` offers."""

    def table(self, name: str) -> object:
        """A table as a frame."""

    def sources(self, *names: str) -> tuple[Source, ...]:
        """Where tables came from."""


@dataclass
class Assembled:
    """Everything a snapshot needs, and what was found between the files."""

    tables: dict[str, pa.Table] = field(default_factory=dict)
    sources: Sources = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def add(self, name: str, table: pa.Table, *sources: Source) -> None:
        """Add rows to a table, with where they came from."""
        before = self.tables.get(name)
        self.tables[name] = pa.concat_tables([before, table]) if before else table
        self.sources[name] = tuple(dict.fromkeys((*self.sources.get(name, ()), *sources)))


def assemble(used: Mapping[str, list[Answer]], places: Places | None, today: date) -> Assembled:
    """The tables of a snapshot from the files used. ``places`` fills in for look-ups or boundaries nobody brought."""
    built = Assembled()
    for answers in used.values():
        for answer in answers:
            for name in answer.tables.keys() & PLAIN:
                built.add(name, answer.tables[name], source_of(answer, today))
    _areas(built, used, places, today)
    _hub_areas(built, used, today)
    return built


PLAIN = {"schools", "links", "networks", "members", "districts", "roles", "support", "funding"}


def source_of(answer: Answer, today: date) -> Source:
    """The provenance of one file, with its account and what was noticed."""
    report = answer.report
    form = BY_NAME[report.recognised_as]
    notes = tuple(f"{f.count:,} {f.message}" for f in report.findings if _worth_saying(f))
    return Source(
        dataset=form.title,
        publisher=form.publisher,
        status=form.status,
        as_at=report.as_at,
        retrieved=today,
        file=report.file,
        sha256=report.sha256,
        licence="Open Government Licence v3.0" if form.status is Status.OFFICIAL else "Your own file",
        address=form.address,
        rows_in=report.rows_in,
        loaded=report.loaded,
        quarantined=report.quarantined,
        duplicates=report.duplicates,
        footer=report.footer,
        notes=notes,
    )


def _worth_saying(finding: Finding) -> bool:
    """Flags and worse, and rows left out by rule; not how the columns were found."""
    left_out = finding.severity is Verdict.PASS and "left out" in finding.message
    return left_out or SEVERITY.index(finding.severity) >= SEVERITY.index(Verdict.FLAG)


def _areas(built: Assembled, used: Mapping[str, list[Answer]], places: Places | None, today: date) -> None:
    """Districts and outlines in the codes that the register speaks, so that each joins without a gap."""
    if "districts" not in built.tables and places:
        built.add("districts", _arrow(places.table("districts")), *places.sources("districts"))
    if "districts" not in built.tables:
        return
    districts = built.tables["districts"]
    said = _codes(built.tables["schools"]) if "schools" in built.tables else _codes(districts)
    forms = spoken_by(said)
    built.tables["districts"] = districts = _respoken(districts, ("district", "la"), forms)
    for answer in used.get("district_boundaries", []):
        shapes = _respoken(answer.tables["shapes"], ("code",), forms)
        built.add("outlines", outlines(shapes, districts), source_of(answer, today))
        _match(built, shapes, districts, answer.report.file)
    if "outlines" not in built.tables and places:
        drawn = _respoken(_arrow(places.table("outlines")), ("code",), forms)
        built.add("outlines", drawn, *places.sources("outlines"))


def _codes(table: pa.Table) -> set[str]:
    return {code for name in ("la", "district") for code in pc.unique(table[name]).to_pylist() if code}


def _respoken(table: pa.Table, names: tuple[str, ...], forms: Mapping[str, str]) -> pa.Table:
    for name in names:
        place = table.column_names.index(name)
        codes = [forms.get(code, code) for code in table[name].to_pylist()]
        table = table.set_column(place, name, pa.array(codes, pa.string()))
    return table


def _match(built: Assembled, shapes: pa.Table, districts: pa.Table, file: str) -> None:
    """Say which districts have no shape and which shapes no district: never a blank passed off as missing data."""
    drawn, known = set(shapes["code"].to_pylist()), set(districts["district"].to_pylist())
    unmatched = sorted(drawn ^ known)
    if unmatched:
        said = f"boundaries and look-up are of different years; unmatched: {', '.join(unmatched[:20])}"
        built.findings.append(Finding("AREA-10", Verdict.FLAG, f"{file} and districts", said, len(unmatched)))


def _hub_areas(built: Assembled, used: Mapping[str, list[Answer]], today: date) -> None:
    names = [a.tables["district_names"] for a in used.get("district_vintages", [])]
    for answer in used.get("hub_areas", []):
        if "districts" not in built.tables:
            said = "no look-up of districts is at hand: the areas cannot be drawn"
            built.findings.append(Finding("HUB-05", Verdict.FLAG, answer.report.file, said))
            continue
        districts = built.tables["districts"]
        forms = spoken_by(_codes(districts))
        known = _respoken(names[0], ("code", "district"), forms) if names else None
        areas, findings = served(answer.tables["listed_areas"], Gazetteer(districts, known))
        built.add("network_areas", areas, source_of(answer, today))
        built.findings.extend(findings)


def _arrow(frame: object) -> pa.Table:
    return pa.Table.from_pandas(frame, preserve_index=False) if not isinstance(frame, pa.Table) else frame
