"""National figures that somebody copied out of publications by hand, a row a figure, each with its source."""

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import field
from hubdata.intake.rows.values import whole
from hubdata.intake.sheet import Sheet
from hubdata.provenance import Status
from hubdata.schema.people import ALL, GROUP_NAMES
from hubdata.sources.formats import Context, Format, Tables
from hubdata.sources.people.explore import ADDRESS, finished, marks, shares
from hubdata.sources.people.explore_recruitment import MOST, subjects

EVERY = dict.fromkeys(GROUP_NAMES, ALL)


def read_retention(sheet: Sheet, account: Account, context: Context) -> Tables:
    """Table ``cohorts`` (base teachers): the same cohort in several editions keeps a row in each."""
    del context
    rate = shares(sheet.text("rate"), account, "retention_percent")
    rows = {
        "base": "teachers", "release": sheet.text("release"), "cohort": sheet.text("cohort"), **EVERY,
        "years": whole(sheet.text("years"), account, "years_after_qualifying"),
        "at_start": whole(sheet.text("at_start"), account, "nqt_entrants"),
        "rate": rate, "mark": marks(sheet.text("rate")),
    }  # fmt: skip
    return _told("cohorts", rows, sheet, account)


def read_early_career(sheet: Sheet, account: Account, context: Context) -> Tables:
    """Table ``cohorts`` (base early career teachers), by the year in which induction began."""
    del context
    rows = {
        "base": "early career teachers", "release": _year_of(sheet.text("source")), **EVERY,
        "cohort": sheet.text("cohort"),
        "years": whole(sheet.text("years"), account, "years_after_start"),
        "at_start": whole(sheet.text("at_start"), account, "starters"),
        "rate": shares(sheet.text("rate"), account, "retained_percent"), "mark": marks(sheet.text("rate")),
    }  # fmt: skip
    return _told("cohorts", rows, sheet, account)


def read_percentages(sheet: Sheet, account: Account, context: Context) -> Tables:
    """Table ``recruitment`` with the percentage of target alone, as reported."""
    del context
    revised = pc.match_substring(pc.utf8_lower(sheet.text("source")), "revised")
    rows = {
        "release": _edition(sheet), "year": sheet.text("year"), **subjects(sheet.text("subject")), "route": ALL,
        "of_target": shares(sheet.text("of_target"), account, "percent_of_target", MOST),
        "standing": pc.if_else(revised, "revised", "provisional"), "mark": marks(sheet.text("of_target")),
    }  # fmt: skip
    return _told("recruitment", rows, sheet, account)


def _told(name: str, rows: dict[str, object], sheet: Sheet, account: Account) -> Tables:
    return {name: finished(name, rows, account.kept, "", sheet)}


def _year_of(source: pa.Array) -> pa.Array:
    """The academic year that a source names as its own; blank where it names none."""
    found = pc.struct_field(pc.extract_regex(source, r"(?P<begun>20\d\d)[-/](?P<ended>\d\d)"), [0])
    ended = pc.struct_field(pc.extract_regex(source, r"20\d\d[-/](?P<ended>\d\d)"), [0])
    return pc.fill_null(pc.binary_join_element_wise(found, ended, "/"), "")


def _edition(sheet: Sheet) -> pa.Array:
    found = pc.extract_regex(sheet.text("source"), r"(?P<edition>ITT Census \d{4}/\d{2})")
    return pc.fill_null(pc.struct_field(found, "edition"), "As reported")


def _format(name: str, title: str, read: object, known_by: str, **printed: str) -> Format:
    fields = tuple(field(ours, theirs, required=ours in known_by.split()) for ours, theirs in printed.items())
    return Format(
        name, f"{title} (copied figures)", "Department for Education", (*fields, field("source", required=True)), read,
        ADDRESS, status=Status.PUBLISHED, dated=False, several=True, known_by=(*known_by.split(), "source"),
    )  # fmt: skip


FORMATS = (
    _format(
        "published_retention", "Teacher retention", read_retention, "cohort years rate release",
        cohort="year_qualified", at_start="nqt_entrants", years="years_after_qualifying", rate="retention_percent",
        release="swc_release",
    ),
    _format(
        "published_early_career", "Early career teachers", read_early_career, "cohort years rate",
        cohort="cohort", at_start="starters", years="years_after_start", rate="retained_percent",
    ),
    _format(
        "published_recruitment", "Recruitment against target", read_percentages, "year subject of_target",
        year="academic_year", subject="subject", of_target="percent_of_target",
    ),
)  # fmt: skip
