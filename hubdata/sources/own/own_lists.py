"""Reads the project's own templates: every column by the kind that the schema gives it, every rule said by row."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import Field
from hubdata.intake.rows.values import dates, filled, numbers, true_where, urns, whole
from hubdata.intake.sheet import Sheet
from hubdata.provenance import Status
from hubdata.schema.columns import Column
from hubdata.schema.people import EMPLOYED_WHERE, FOLLOWED_FROM, PIPELINE, STAGES
from hubdata.sources.formats import Context, Format, Tables, empty_to_null
from hubdata.sources.own.own_templates import TEMPLATES
from hubdata.sources.own.repeats import settle_repeats
from hubdata.sources.own.spells import check_spells
from hubdata.sources.own.stages import check_stages
from hubdata.sources.own.templates import DEFAULTS, EARLIEST, VOCABULARIES, Template
from hubdata.sources.own.worded import flags, worded, years
from hubdata.sources.people.explore import marks

PRINTED = {"urn": ("urn", "URN", "School URN")}


def reader(template: Template) -> Format:
    """The format of a template: known by its own column names."""

    def read(sheet: Sheet, account: Account, context: Context) -> Tables:
        del context
        return {template.table.name: _read(template, sheet, account)}

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


def _read(template: Template, sheet: Sheet, account: Account) -> pa.Table:
    typed = {name: _typed(template, template.column(name), sheet.text(name), account) for name in template.columns}
    for name in template.required:
        if name != "urn":
            empty = true_where(pc.is_null(typed[name])) | _blank(typed[name])
            if template.column(name).kind in ("whole", "number"):
                # A symbol such as c is an answer: the number is missing, and its reason is kept.
                empty = ~filled(sheet.text(name))
            account.set_aside_keyless(empty, "OWN-01", f"'{name}' is empty", name)
    if "until" in typed:
        typed["since"] = _begun(typed["since"], account)
    key = [name for name in template.table.key if name in typed]
    settle_repeats([typed[n] for n in key], [v for n, v in typed.items() if n not in key], account, "OWN-08")
    if "until" in typed:
        check_spells(typed, template.table.key, account)
    if template.table is PIPELINE:
        check_stages(typed, account)
        typed["mark"] = marks(sheet.text("people"))
    return _completed(template, typed).filter(pa.array(account.kept))


def _completed(template: Template, typed: dict[str, pa.Array]) -> pa.Table:
    """The whole table: columns that the template does not ask hold what is always true of a reader's own file."""
    rows = len(next(iter(typed.values())))
    given = {c.name: pa.array([DEFAULTS.get(c.name, "")] * rows, pa.string()) for c in template.table.columns}
    if template.table is PIPELINE:
        begun = STAGES.index(FOLLOWED_FROM)
        later = {*STAGES[begun + 1 :], *EMPLOYED_WHERE}
        given["followed"] = pa.array([stage in later for stage in typed["stage"].to_pylist()], pa.bool_())
    return empty_to_null(given | typed)


def _typed(template: Template, column: Column, text: pa.Array, account: Account) -> pa.Array:
    if column.name == "urn":
        return urns(text, account) if "urn" in template.required else text
    if column.kind == "date":
        return dates(text, account, column.name)
    if column.kind in ("whole", "number"):
        return (whole if column.kind == "whole" else numbers)(text, account, column.name)
    if column.kind == "flag":
        return flags(text, account, column.name)
    if column.name in ("year", "cohort"):
        return years(text, account, column.name)
    allowed = VOCABULARIES.get((template.table.name, column.name))
    return worded(text, allowed, account, column.name) if allowed else text


def _begun(since: pa.Array, account: Account) -> pa.Array:
    unknown = true_where(pc.is_null(since))
    message = f"no start is given: open to that side, taken as {EARLIEST.isoformat()}"
    account.flag_rows(unknown, "OWN-07", message, "since")
    return pc.fill_null(since, pa.scalar(EARLIEST, pa.date32()))


def _blank(values: pa.Array) -> np.ndarray:
    return ~filled(values) if pa.types.is_string(values.type) else np.zeros(len(values), bool)


FORMATS = tuple(reader(template) for template in TEMPLATES)
