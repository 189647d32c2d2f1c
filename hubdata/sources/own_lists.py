"""Reads the project's own templates: every column by the kind that the schema gives it, every rule said by row."""

import re

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from hubdata.columns import Column
from hubdata.intake.headers import Field
from hubdata.intake.ledger import Ledger
from hubdata.intake.sheet import Sheet
from hubdata.intake.values import dates, filled, numbers, true_where, urns, whole
from hubdata.people import EMPLOYED_WHERE, FOLLOWED_FROM, PIPELINE, STAGES
from hubdata.provenance import Status
from hubdata.sources.formats import Context, Format, Tables, empty_to_null
from hubdata.sources.own_templates import TEMPLATES
from hubdata.sources.repeats import settle_repeats
from hubdata.sources.spells import check_spells
from hubdata.sources.stages import check_stages
from hubdata.sources.templates import DEFAULTS, EARLIEST, VOCABULARIES, Template

YES, NO = ("yes", "true", "y", "1"), ("no", "false", "n", "0", "")
YEAR = re.compile(r"^(20\d\d)(?:[/-](?:20)?(\d\d)|(\d\d))$")
PRINTED = {"urn": ("urn", "URN", "School URN")}


def reader(template: Template) -> Format:
    """The format of a template: known by its own column names."""

    def read(sheet: Sheet, ledger: Ledger, context: Context) -> Tables:
        del context
        return {template.table.name: _read(template, sheet, ledger)}

    fields = tuple(Field(n, PRINTED.get(n, (n,)), n in template.required) for n in template.columns)
    return Format(
        name=template.stem,
        title=f"{template.title} (a reader's own file)",
        publisher="The reader",
        fields=fields,
        read=read,
        status=Status.UNPUBLISHED,
        dated=False,
        several=True,
        may_be_empty=True,
        known_by=template.known_by,
    )


def _read(template: Template, sheet: Sheet, ledger: Ledger) -> pa.Table:
    typed = {name: _typed(template, template.column(name), sheet.text(name), ledger) for name in template.columns}
    for name in template.required:
        if name != "urn":
            empty = true_where(pc.is_null(typed[name])) | (_blank(typed[name]))
            ledger.set_aside_keyless(empty, "OWN-01", f"'{name}' is empty", name)
    if "until" in typed:
        typed["since"] = _begun(typed["since"], ledger)
    key = [name for name in template.table.key if name in typed]
    settle_repeats([typed[n] for n in key], [v for n, v in typed.items() if n not in key], ledger, "OWN-08")
    if "until" in typed:
        check_spells(typed, template.table.key, ledger)
    if template.table is PIPELINE:
        check_stages(typed, ledger)
    return _completed(template, typed).filter(pa.array(ledger.kept))


def _completed(template: Template, typed: dict[str, pa.Array]) -> pa.Table:
    """The whole table: columns that the template does not ask hold what is always true of a reader's own file."""
    rows = len(next(iter(typed.values())))
    given = {c.name: pa.array([DEFAULTS.get(c.name, "")] * rows, pa.string()) for c in template.table.columns}
    if template.table is PIPELINE:
        begun = STAGES.index(FOLLOWED_FROM)
        later = {*STAGES[begun + 1 :], *EMPLOYED_WHERE}
        given["followed"] = pa.array([stage in later for stage in typed["stage"].to_pylist()], pa.bool_())
    return empty_to_null(given | typed)


def _typed(template: Template, column: Column, text: pa.Array, ledger: Ledger) -> pa.Array:
    if column.name == "urn":
        return urns(text, ledger) if "urn" in template.required else text
    if column.kind == "date":
        return dates(text, ledger, column.name)
    if column.kind in ("whole", "number"):
        return (whole if column.kind == "whole" else numbers)(text, ledger, column.name)
    if column.kind == "flag":
        return _flags(text, ledger, column.name)
    if column.name in ("year", "cohort"):
        return _years(text, ledger, column.name)
    allowed = VOCABULARIES.get((template.table.name, column.name))
    return _worded(text, allowed, ledger, column.name) if allowed else text


def _flags(text: pa.Array, ledger: Ledger, column: str) -> pa.Array:
    low = pc.utf8_lower(text)
    yes, no = (pc.is_in(low, value_set=pa.array(words)) for words in (YES, NO))
    ledger.set_aside(~true_where(pc.or_(yes, no)), "OWN-02", "neither yes nor no", column)
    return yes


def _years(text: pa.Array, ledger: Ledger, column: str) -> pa.Array:
    """Academic years as 2016/17, also from 2016-17, 2016-2017 and 201617."""
    printed = text.to_pylist()
    read = [_year(said) for said in printed]
    bad = np.array([bool(said) and not year for said, year in zip(printed, read, strict=True)], bool)
    ledger.set_aside(bad, "OWN-03", "not an academic year such as 2016/17", column)
    other = sum(bool(year) and year != said for said, year in zip(printed, read, strict=True))
    ledger.fix("OWN-04", "academic years were written as 2016/17", other, column)
    return pa.array(read, pa.string())


def _year(said: str) -> str:
    found = YEAR.match(said)
    if not found or int(found[2] or found[3]) != (int(found[1]) + 1) % 100:
        return ""
    return f"{found[1]}/{found[2] or found[3]}"


def _worded(text: pa.Array, allowed: tuple[str, ...], ledger: Ledger, column: str) -> pa.Array:
    """Values of a fixed list, however they are cased or joined; anything else sets its row aside."""
    known = {_loose(value): value for value in allowed}
    printed = text.to_pylist()
    read = [known.get(_loose(said), "") for said in printed]
    bad = np.array([bool(said) and not value for said, value in zip(printed, read, strict=True)], bool)
    ledger.set_aside(bad, "OWN-05", f"not one of: {'; '.join(allowed)}", column)
    other = sum(bool(value) and value != said for said, value in zip(printed, read, strict=True))
    ledger.fix("OWN-06", "values were spelt as the list has them", other, column)
    return pa.array(read, pa.string())


def _loose(said: str) -> str:
    return re.sub(r"[\s_-]+", " ", said.casefold()).strip()


def _begun(since: pa.Array, ledger: Ledger) -> pa.Array:
    unknown = true_where(pc.is_null(since))
    message = f"no start is given: open to that side, taken as {EARLIEST.isoformat()}"
    ledger.flag_rows(unknown, "OWN-07", message, "since")
    return pc.fill_null(since, pa.scalar(EARLIEST, pa.date32()))


def _blank(values: pa.Array) -> np.ndarray:
    return ~filled(values) if pa.types.is_string(values.type) else np.zeros(len(values), bool)


FORMATS = tuple(reader(template) for template in TEMPLATES)
