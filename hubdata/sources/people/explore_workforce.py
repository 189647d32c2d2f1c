"""Qualified leavers and vacancies by school, from the School Workforce Census."""

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import field
from hubdata.intake.rows.values import filled, numbers, urns
from hubdata.intake.sheet import Sheet
from hubdata.sources.formats import Context, Format, Tables
from hubdata.sources.people.explore import (
    ADDRESS,
    PUBLISHER,
    finished,
    first_mark,
    marks,
    newest_period,
    periods,
    shares,
)
from hubdata.sources.schools.links import drop_repeated_keys

LEAVERS_TITLE = "Qualified leavers (School Workforce Census)"
VACANCIES_TITLE = "Teacher vacancies by school (School Workforce Census)"
PARTS = ("school_type", "leaver_type", "grade", "sex", "age", "working_pattern")
FIGURES = {"vacancies": False, "vacancy_rate": True, "temporary": False, "temporary_rate": True}


def read_leavers(sheet: Sheet, account: Account, context: Context) -> Tables:
    """Table ``leavers``: full-time equivalents and share, by type of school, grade, sex, age and working pattern."""
    del context
    rows = {
        "release": newest_period(sheet),
        "year": periods(sheet.text("time_period")),
        **{name: pc.if_else(pc.equal(sheet.text(name), ""), "Total", sheet.text(name)) for name in PARTS},
        "people": numbers(sheet.text("people"), account, "fte_leavers"),
        "share": shares(sheet.text("share"), account, "fte_leavers_percent"),
        "mark": first_mark(sheet.text("people")),
    }
    title = f"{LEAVERS_TITLE}, {newest_period(sheet)}"
    return {"leavers": finished("leavers", rows, account.kept, title, sheet)}


def read_vacancies(sheet: Sheet, account: Account, context: Context) -> Tables:
    """Table ``vacancies``: a row a school and census. Rows of wider areas are left out, counted."""
    del context
    level = pc.utf8_lower(sheet.text("geographic_level"))
    wider = pc.fill_null(pc.invert(pc.is_in(level, value_set=pa.array(["school", ""]))), False)
    wider = wider.to_numpy(zero_copy_only=False)
    account.leave_out("VAC-01", "rows of areas wider than a school are read and left out", int(wider.sum()))
    urn = urns(pc.if_else(pa.array(wider), "100000", sheet.text("urn")), account, "school_urn")
    account.set_aside(~filled(sheet.text("time_period")), "VAC-02", "the row has no year", "time_period")
    drop_repeated_keys([sheet.text(name) for name in ("time_period", "urn", *FIGURES)], account, "VAC-03")
    rows: dict[str, object] = {"year": periods(sheet.text("time_period")), "urn": urn}
    for name, is_rate in FIGURES.items():
        text = sheet.text(name)
        rows[name] = shares(text, account, name, 1000.0) if is_rate else numbers(text, account, name)
        rows[f"{name}_mark"] = marks(text)
    title = f"{VACANCIES_TITLE}, {newest_period(sheet)}"
    return {"vacancies": finished("vacancies", rows, account.kept & ~wider, title, sheet)}


LEAVERS = Format(
    name="qualified_leavers",
    title=LEAVERS_TITLE,
    publisher=PUBLISHER,
    fields=(
        field("time_period", required=True),
        field("school_type"),
        field("leaver_type"),
        field("grade"),
        field("sex", "gender", "sex"),
        field("age", "age_group"),
        field("working_pattern"),
        field("people", "fte_leavers", required=True),
        field("share", "fte_leavers_percent"),
        field("source"),
    ),
    read=read_leavers,
    address=ADDRESS,
    dated=False,
    several=True,
    known_by=("school_type", "people", "share"),
)
VACANCIES = Format(
    name="school_vacancies",
    title=VACANCIES_TITLE,
    publisher=PUBLISHER,
    fields=(
        field("time_period", required=True),
        field("geographic_level"),
        field("urn", "school_urn", required=True),
        field("vacancies", "vacancy", required=True),
        field("vacancy_rate", "rate"),
        field("temporary", "tempfilled"),
        field("temporary_rate", "temprate"),
    ),
    read=read_vacancies,
    address=ADDRESS,
    dated=False,
    several=True,
    known_by=("urn", "vacancies", "temporary"),
)
FORMATS = (LEAVERS, VACANCIES)
