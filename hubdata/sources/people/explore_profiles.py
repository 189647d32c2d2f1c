"""Training performance profiles: trainees in their final year, who gained QTS and who went on to teach."""

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import field
from hubdata.intake.rows.values import whole
from hubdata.intake.sheet import Sheet
from hubdata.schema.people import ALL
from hubdata.sources.formats import Context, Format, Tables
from hubdata.sources.people.explore import ADDRESS, PUBLISHER, finished, first_mark, newest_period, periods, shares

TITLE = "Initial teacher training performance profiles"
AWARDED, TEACHING = "Awarded", "Teaching in a state-funded school"
# Each outcome of the wide table: its count, its share, and what it says of QTS and of employment.
OUTCOMES = (
    ("total_trainees", "", ALL, ALL),
    ("qts_awarded", "qts_awarded_percentage", AWARDED, ALL),
    ("teaching", "teaching_percentage", AWARDED, TEACHING),
)
TOTALS = ["total", "all", "all trainees", "total trainees", ""]
KEYS = ("institution", "level", "qts", "employment", "breakdown", "group")


def read_series(sheet: Sheet, account: Account, context: Context) -> Tables:
    """Table ``profiles`` from the time series by route: one row each for trainees, QTS and teaching."""
    del context
    rows = {**_shared(sheet), **dict.fromkeys(("institution", "level", "breakdown", "group"), ALL)}
    parts = []
    for count, share, qts, employment in (told for told in OUTCOMES if sheet.has(told[0])):
        part = rows | {"qts": qts, "employment": employment, "people": whole(sheet.text(count), account, count)}
        if share:
            part["share"] = shares(sheet.text(share), account, share)
        part["mark"] = first_mark(sheet.text(count))
        parts.append(part)
    done = [finished("profiles", part, account.kept, _title(sheet), sheet) for part in parts]
    return {"profiles": pa.concat_tables(done)}


def read_table(sheet: Sheet, account: Account, context: Context) -> Tables:
    """Table ``profiles`` from the long table: a row a route, outcome and breakdown."""
    del context
    rows = {
        **_shared(sheet),
        **{name: _or_all(sheet.text(name)) for name in KEYS},
        "people": whole(sheet.text("people"), account, "trainee_number"),
        "share": shares(sheet.text("share"), account, "trainee_percentage"),
        "mark": first_mark(sheet.text("people")),
    }
    return {"profiles": finished("profiles", rows, account.kept, _title(sheet), sheet)}


def _shared(sheet: Sheet) -> dict[str, object]:
    return {
        "release": newest_period(sheet),
        "year": periods(sheet.text("time_period")),
        "route": _or_all(sheet.text("route")),
    }


def _or_all(text: pa.Array) -> pa.Array:
    return pc.if_else(pc.is_in(pc.utf8_lower(text), value_set=pa.array(TOTALS)), ALL, text)


def _title(sheet: Sheet) -> str:
    return f"{TITLE}, {newest_period(sheet)}"


SERIES = Format(
    name="itt_profiles_series",
    title=f"{TITLE}: by route",
    publisher=PUBLISHER,
    fields=(
        field("time_period", required=True),
        field("route", "Route_recoded"),
        field("total_trainees", required=True),
        field("qts_awarded", required=True),
        field("qts_awarded_percentage"),
        field("teaching", "teaching_state_school"),
        field("teaching_percentage", "teaching_state_school_percentage"),
        field("source"),
    ),
    read=read_series,
    address=ADDRESS,
    dated=False,
    several=True,
    known_by=("total_trainees", "qts_awarded", "qts_awarded_percentage"),
)
TABLE = Format(
    name="itt_profiles_outcomes",
    title=f"{TITLE}: outcomes",
    publisher=PUBLISHER,
    fields=(
        field("time_period", required=True),
        field("route", "post_reform_route", "route"),
        field("institution", "institution_type"),
        field("level", "course_level_recoded", "course_level"),
        field("qts", "qts_status", required=True),
        field("employment", "employment_status"),
        field("breakdown", "breakdown_topic"),
        field("group", "breakdown"),
        field("people", "trainee_number", required=True),
        field("share", "trainee_percentage"),
    ),
    read=read_table,
    address=ADDRESS,
    dated=False,
    several=True,
    known_by=("qts", "employment", "people"),
)
FORMATS = (SERIES, TABLE)
