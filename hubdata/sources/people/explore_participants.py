"""National professional qualifications and the early career framework: participants by area, schools covered."""

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import Field, field
from hubdata.intake.rows.values import filled, whole
from hubdata.intake.sheet import Sheet
from hubdata.sources.formats import Context, Format, Tables
from hubdata.sources.people.explore import (
    ADDRESS,
    PUBLISHER,
    areas,
    finished,
    first_mark,
    newest_period,
    one_london,
    periods,
    shares,
)

COUNTS = ["starts", "people", "in_census", "teachers"]
TOTAL = "Total"
NPQ_TITLE = "National professional qualifications: participants"
ECF_TITLE = "Early career framework: participants"


def read_npq(sheet: Sheet, account: Account, context: Context) -> Tables:
    """Table ``participants`` (scheme NPQ): starts, people and their share of the teachers, by area."""
    del context
    return {"participants": _participants(sheet, account, "NPQ", NPQ_TITLE, ("starts", "people"))}


def read_ecf(sheet: Sheet, account: Account, context: Context) -> Tables:
    """Table ``participants`` (scheme ECF): early career teachers who began in the year, by area and programme."""
    del context
    return {"participants": _participants(sheet, account, "ECF", ECF_TITLE, ("people", "in_census"))}


def _participants(sheet: Sheet, account: Account, scheme: str, title: str, telling: Sequence[str]) -> pa.Table:
    account.set_aside(~filled(sheet.text("time_period")), "EES-01", "the row has no year", "time_period")
    counts = {name: whole(sheet.text(name), account, name) for name in COUNTS}
    rows = {
        "release": newest_period(sheet),
        "year": periods(sheet.text("time_period")),
        "scheme": scheme,
        **areas(sheet, account),
        "funding": _or(sheet.text("funding"), "Overall"),
        "breakdown": _or(sheet.text("breakdown"), TOTAL),
        "group": _or(sheet.text("group"), TOTAL),
        **counts,
        "share": shares(sheet.text("share"), account, "percent of workforce"),
        "mark": first_mark(*(sheet.text(name) for name in telling if sheet.has(name))),
    }
    table = finished("participants", rows, account.kept, f"{title}, {newest_period(sheet)}", sheet)
    return one_london(table, COUNTS)


def read_schools(sheet: Sheet, account: Account, context: Context) -> Tables:
    """Table ``npq_schools``: schools with somebody on a national qualification, in the year or since the start."""
    del context
    if not sheet.has("span"):
        account.flag("NPQ-01", "the file does not say whether schools are counted since the start: taken as so")
    discrete = pc.match_substring(pc.utf8_lower(sheet.text("span")), "disc")
    rows = {
        "release": newest_period(sheet),
        "year": periods(sheet.text("time_period")),
        "breakdown": _or(sheet.text("breakdown"), TOTAL),
        "group": _or(sheet.text("group"), TOTAL),
        "span": pc.if_else(discrete, "Discrete", "Cumulative"),
        **{name: whole(sheet.text(name), account, name) for name in ("schools", "with_npq", "funded", "not_funded")},
        "share": shares(sheet.text("share"), account, "perc_npq_schools"),
        "mark": first_mark(sheet.text("with_npq")),
    }
    title = f"National professional qualifications: schools, {newest_period(sheet)}"
    return {"npq_schools": finished("npq_schools", rows, account.kept, title, sheet)}


def _or(text: pa.Array, otherwise: str) -> pa.Array:
    return pc.if_else(pc.equal(text, ""), otherwise, text)


def _format(name: str, title: str, read: object, known_by: Sequence[str], *fields: Field) -> Format:
    shared = (
        field("time_period", required=True), field("breakdown"), field("group", "group_name", "group"), field("source"),
    )  # fmt: skip
    return Format(
        name, title, PUBLISHER, (*shared, *fields), read, ADDRESS, dated=False, several=True, known_by=tuple(known_by)
    )


AREA = (
    field("geographic_level"),
    field("region_name", "region_name", "area"),
    field("la", "new_la_code"),
)
FORMATS = (
    _format(
        "npq_participants", NPQ_TITLE, read_npq, ("starts", "people"), *AREA,
        field("funding"),
        field("starts", "npq_starts", required=True),
        field("people", "npq_unique_participants"),
        field("in_census", "npq_unique_participants_swc_eligible"),
        field("share", "percent_workforce_npq_participation"),
        field("teachers", "teaching_workforce_headcount_swc"),
    ),
    _format(
        "ecf_participants", ECF_TITLE, read_ecf, ("people", "cumulative", "in_census"), *AREA,
        field("funding", "programme", "training_programme"),
        field("people", "total_ects_count", required=True),
        field("cumulative", "cumulative_ects"),
        field("in_census", "count_swfc_ects"),
    ),
    _format(
        "npq_school_coverage", "National professional qualifications: schools", read_schools,
        ("schools", "with_npq", "funded"),
        field("span", "cum_disc"),
        field("schools", "total_schools"),
        field("with_npq", "npq_schools", required=True),
        field("funded", "funded_npq_schools"),
        field("not_funded", "non_funded_npq_schools"),
        field("share", "perc_npq_schools"),
    ),
)  # fmt: skip
