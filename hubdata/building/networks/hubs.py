"""Hub areas from a list of district names of several years: each name to today's district, or said to be shared."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa

from hubdata.building.areas.gazetteer import Gazetteer, split_names
from hubdata.intake.verdicts import Finding, Verdict
from hubdata.sources.names import spelt

SIDES = {"n": "North", "s": "South", "e": "East", "w": "West"}
SIDE = re.compile(r"^(?P<whole>.+?) (?P<side>north|south|east|west|[nsew])\.?$", re.IGNORECASE)
SIDE_ALONE = re.compile(r"\b(?:north|south|east|west)\b", re.IGNORECASE)


def served(listed: pa.Table, gazetteer: Gazetteer, where: str) -> tuple[pa.Table, list[Finding]]:
    """``network_areas`` from ``listed_areas``. A district that areas divide is ``shared``, its ``part`` as listed."""
    rows, unknown = [], []
    for area in listed.to_pylist():
        for name in split_names(area["areas"], gazetteer):
            found = _placed(name, gazetteer)
            if found is None:
                unknown.append(f"{name} ({area['network']})")
            else:
                rows.append({"area": area, "network": area["network"], "name": name, **found})
    rows = list({(row["network"], row["district"]): row for row in rows}.values())
    claims = Counter(row["district"] for row in rows)
    for row in rows:
        row["part"] = row["part"] or (_part(row["name"], row["area"]) if claims[row["district"]] > 1 else "")
        row["shared"] = claims[row["district"]] > 1 or bool(row["part"])
    return _table(rows), _findings(rows, unknown, where)


def _placed(name: str, gazetteer: Gazetteer) -> dict[str, str] | None:
    """The district of a listed name, and its part where the name is that of a former district or ends in a side."""
    known = gazetteer.find(name)
    if known:
        return {"district": known[0], "part": name if known[1] else ""}
    sided = SIDE.match(name)
    base = gazetteer.find(sided["whole"]) if sided else None
    return {"district": base[0], "part": _sided(sided)} if base and sided else None


def _part(name: str, area: Mapping[str, str]) -> str:
    """The part of a plainly listed district, where another column or the hub's own name gives a side of it."""
    for said in (area["register"] or "").split(","):
        sided = SIDE.match(said.strip())
        if sided and spelt(sided["whole"]) == spelt(name):
            return _sided(sided)
    bracket = re.search(r"\(([^)]*)\)\s*$", area["name"])
    side = SIDE_ALONE.search(bracket[1]) if bracket else None
    named = side and spelt(bracket[1]) in (spelt(side[0]), spelt(f"{side[0]} {name}"), spelt(f"{name} {side[0]}"))
    return f"{name} {side[0].title()}" if named else ""


def _sided(sided: re.Match[str]) -> str:
    return f"{sided['whole']} {SIDES[sided['side'][0].lower()]}"


def _table(rows: list[dict[str, Any]]) -> pa.Table:
    types = {"network": pa.string(), "district": pa.string(), "shared": pa.bool_(), "part": pa.string()}
    columns = {name: pa.array([row[name] for row in rows], kind) for name, kind in types.items()}
    return pa.table(columns).sort_by([("network", "ascending"), ("district", "ascending")])


def _findings(rows: list[dict[str, Any]], unknown: Iterable[str], where: str) -> list[Finding]:
    findings = []
    shared = sorted({str(row["part"] or row["district"]) for row in rows if row["shared"]})
    if shared:
        said = f"districts that hub areas share, drawn as shared: {', '.join(shared[:20])}"
        findings.append(Finding("HUB-03", Verdict.FLAG, where, said, len(shared)))
    names = sorted(unknown)
    if names:
        said = f"names of no district we know, not drawn: {', '.join(names[:20])}"
        findings.append(Finding("HUB-04", Verdict.FLAG, where, said, len(names)))
    return findings
