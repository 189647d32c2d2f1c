"""One file from bytes to tables and a report: gates, format, rows, account."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pyarrow as pa

from hubdata.intake.account import FOOTER, REPEATED, SET_ASIDE, Account
from hubdata.intake.filenames import ending
from hubdata.intake.files.archive import guidance, members
from hubdata.intake.files.shapes import Shapes
from hubdata.intake.gates import check_ending, check_first_bytes, check_size
from hubdata.intake.glance import FAILED_DOWNLOADS, of_something_else
from hubdata.intake.limits import Limits
from hubdata.intake.opening import open_file
from hubdata.intake.rows import dating
from hubdata.intake.rows.blank_marks import without_marks
from hubdata.intake.rows.headers import match
from hubdata.intake.rows.row_rules import apply_row_rules
from hubdata.intake.sheet import Page, Sheet
from hubdata.intake.verdicts import Finding, Refused, Report
from hubdata.sources.formats import Context, Format, ShapeFormat, Tables
from hubdata.sources.people.explore import period_end
from hubdata.sources.recognition import Recogniser, most_like
from hubdata.sources.reference import Reference
from hubdata.sources.registry import SHAPE_FORMATS

WHICH_DAY = "DATE-05"  # the question which of two days a file's name means


@dataclass(frozen=True)
class Parsed:
    """One file read: its report, the tables it gave, and the rows set aside with their reasons."""

    report: Report
    tables: Tables
    quarantine: pa.Table | None = None


def read_file(
    name: str,
    body: bytes,
    declared: date | None,
    limits: Limits,
    reference: Reference | None = None,
    replies: Mapping[str, str] | None = None,
) -> Iterator[Parsed]:
    """Read a file, or each file of an archive. Never raises for what is in the file: the report says.

    ``declared`` is the day that somebody gave for it; ``reference`` is England, to judge it by; ``replies`` are what a
    person replied to questions of an earlier reading, by their code.
    """
    try:
        check_ending(name)
        check_size(len(body), limits)
        if ending(name) != ".zip":
            yield _read_one(name, body, Context(name, declared, reference), Account(limits, replies))
            return
        check_first_bytes(name, body)
        inside = list(members(body, limits))
    except Refused as refused:
        finding = _judged(refused.finding, name, body, Account(limits))
        yield Parsed(Report(name, _sha(body), findings=(finding,)), {})
        return
    beside = guidance(body)
    for number, (member, content) in enumerate(inside):
        account = Account(limits, replies)
        said = f"texts beside the tables are left out: {', '.join(beside[:5])}"
        account.leave_out("ZIP-12", said, 0 if number else len(beside))
        parsed = _read_one(member, content, Context(member, declared, reference), account)
        shown = name if len(inside) == 1 else f"{name}/{member}"
        yield replace(parsed, report=replace(parsed.report, file=shown, sha256=_sha(body)))


def _read_one(name: str, body: bytes, known: Context, account: Account) -> Parsed:
    report, recogniser = Report(name, _sha(body)), Recogniser()
    try:
        opened = open_file(name, body, recogniser, account)
        if isinstance(opened, Page):
            return _read_page(report, opened, known, account)
        if isinstance(opened, Shapes):
            return _read_shapes(report, opened, known, account)
    except Refused as refused:
        finding = _judged(refused.finding, name, body, account)
        return Parsed(replace(report, findings=(*account.findings, finding)), {})
    account.leave_out("FORMAT-01", recogniser.left_out())
    return Parsed(replace(report, findings=tuple(account.findings)), {})


def _judged(finding: Finding, name: str, body: bytes, account: Account) -> Finding:
    """The reason of a refusal, with whether the file is seen to be of something else: it is named and stops nothing."""
    if finding.left_out or finding.code in FAILED_DOWNLOADS:
        return finding
    return replace(finding, left_out=of_something_else(name, body, Recogniser(), account))


def _read_page(report: Report, page: Page, known: Context, account: Account) -> Parsed:
    form = most_like(page.header)
    if form is None:
        raise Refused("FORMAT-01", "no format of ours has this header")
    report = replace(report, recognised_as=form.name)
    sheet = None
    try:
        sheet = page.read(match(page.header, form.fields, account))
        sheet = without_marks(sheet, form.fields, account)
        account.begin(sheet.rows)
        context = replace(known, as_at=_as_at(known, form, sheet, account))
        apply_row_rules(sheet, form.fields, account, may_be_empty=form.may_be_empty)
        tables = form.read(sheet, account, context)
        account.judge()
    except Refused as refused:
        lost = replace(_accounted(report, account), loaded=0)
        lost = replace(lost, quarantined=lost.rows_in - lost.duplicates - lost.footer)
        return Parsed(lost.with_findings(refused.finding), {})
    done = replace(_accounted(report, account), as_at=context.as_at)
    return Parsed(done, tables, account.quarantine(sheet.columns) if done.quarantined else None)


def _read_shapes(report: Report, shapes: Shapes, known: Context, account: Account) -> Parsed:
    form = next((f for f in SHAPE_FORMATS if f.claims(shapes)), None)
    if form is None:
        account.inform("FORMAT-02", "the shapes carry no area codes of ours: the file is left out")
        return Parsed(replace(report, findings=tuple(account.findings)), {})
    account.begin(np.arange(1, len(shapes.wkb) + 1))
    as_at = _as_at(known, form, None, account)
    tables = form.read(shapes, account, replace(known, as_at=as_at))
    return Parsed(replace(_accounted(report, account), recognised_as=form.name, as_at=as_at), tables)


def _accounted(report: Report, account: Account) -> Report:
    aside, repeated, footer = (account.count(fate) for fate in (SET_ASIDE, REPEATED, FOOTER))
    return replace(
        report,
        rows_in=account.total,
        loaded=int(account.kept.sum()),
        quarantined=aside,
        duplicates=repeated,
        footer=footer,
        findings=tuple(account.findings),
    )


def _as_at(known: Context, form: Format | ShapeFormat, sheet: Sheet | None, account: Account) -> date | None:
    """The day the file describes: as somebody declared, as its content says, as its name says, or nobody knows."""
    inside = form.content_date(sheet) if isinstance(form, Format) and form.content_date and sheet is not None else None
    if known.as_at or inside:
        return known.as_at or inside
    said = dating.from_name(known.name)
    named, exact = _meant(said.days, account), said.exact
    if named and exact != "day":
        account.inform("DATE-02", f"the name gives only the {exact}: taken as {named.isoformat()}")
    if named is None and sheet is not None and sheet.has("time_period"):
        return period_end(sheet)
    if named is None and form.dated:
        account.flag("DATE-03", "date unknown: give it with --as-at FILE=DATE or in the file's name")
    return named


def _meant(days: Sequence[date], account: Account) -> date | None:
    """The one day a name says; of two readings the one a person chose. Raises ``Refused`` to ask."""
    if len(days) < 2:
        return next(iter(days), None)
    written = {day.isoformat(): day for day in days}
    chosen = account.replies.get(WHICH_DAY, "")
    if chosen in written:
        return written[chosen]
    said = f"the name may mean {' or '.join(written)}: which day? Or give it with --as-at FILE=DATE"
    raise Refused(WHICH_DAY, said, replies=tuple(written))


def _sha(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
