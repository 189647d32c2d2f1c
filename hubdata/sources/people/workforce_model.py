"""The Teacher Workforce Model's published files: flows, pupils and teachers, and what moved the training target."""

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import field
from hubdata.intake.rows.values import numbers, true_where
from hubdata.intake.sheet import Sheet
from hubdata.schema.people import ALL
from hubdata.sources.formats import Context, Format, Tables
from hubdata.sources.people.explore import ADDRESS, PUBLISHER, finished
from hubdata.sources.people.explore_recruitment import subject_name

TITLE = "Teacher Workforce Model"
RATE, FTE = "rate", "FTE"


def read_flows(sheet: Sheet, account: Account, context: Context) -> Tables:
    """Table ``flows``: leaver rates and entrants by subject. Rates are fractions although the file's unit says %."""
    del context
    flow = sheet.text("flow")
    is_rate = pc.match_substring(pc.utf8_lower(flow), "rate")
    value = numbers(sheet.text("value"), account, "Value")
    wrong = pc.and_(is_rate, pc.or_(pc.less(value, 0), pc.greater(value, 1)))
    account.set_aside(true_where(wrong), "TWM-01", "a leaver rate is not between 0 and 1", "Value")
    rows = {
        "release": _edition(sheet),
        **_whose(sheet),
        "year": sheet.text("year"),
        "flow": flow,
        "value": value,
        "unit": pc.if_else(is_rate, RATE, FTE),
        "standing": sheet.text("standing"),
    }
    return {"flows": finished("flows", rows, account.kept, f"{TITLE}: flows", sheet)}


def read_teachers(sheet: Sheet, account: Account, context: Context) -> Tables:
    """Table ``teachers``: pupils and teachers by phase and year, projected years marked."""
    rows = {
        "release": _dated(context),
        "year": sheet.text("year"),
        "phase": sheet.text("phase"),
        "pupils": numbers(sheet.text("pupils"), account, "Pupil numbers"),
        "teachers": numbers(sheet.text("teachers"), account, "Teacher numbers"),
        "projected": pc.equal(pc.utf8_lower(sheet.text("projected")), "yes"),
    }
    return {"teachers": finished("teachers", rows, account.kept, f"{TITLE}: pupils and teachers", sheet)}


def read_drivers(sheet: Sheet, account: Account, context: Context) -> Tables:
    """Table ``drivers``: the target before, what moved it, the target after, in trainees."""
    rows = {
        "release": _dated(context),
        **_whose(sheet),
        "driver": sheet.text("driver"),
        "trainees": numbers(sheet.text("value"), account, "Value"),
    }
    return {"drivers": finished("drivers", rows, account.kept, f"{TITLE}: drivers of the target", sheet)}


def _whose(sheet: Sheet) -> dict[str, pa.Array]:
    said = sheet.text("subject").to_pylist()
    named = [ALL if name.casefold() in ("total", "") else subject_name(name) for name in said]
    return {"phase": sheet.text("phase"), "subject": pa.array(named, pa.string())}


def _edition(sheet: Sheet) -> pa.Array:
    return pc.binary_join_element_wise("Publication ", sheet.text("edition"), "")


def _dated(context: Context) -> str:
    return f"Publication {context.as_at.year}" if context.as_at else "Publication"


def _format(name: str, title: str, read: object, known_by: str, **printed: str) -> Format:
    return Format(
        name,
        f"{TITLE}: {title}",
        PUBLISHER,
        tuple(field(ours, theirs, required=True) for ours, theirs in printed.items()),
        read,
        ADDRESS,
        several=True,
        known_by=tuple(known_by.split()),
    )


FORMATS = (
    _format(
        "workforce_flows", "flows", read_flows, "flow year value unit standing", phase="Phase", subject="Subject",
        flow="Type", year="Academic year", value="Value", unit="Unit", standing="Historic or trajectory",
        edition="Publication year",
    ),
    _format(
        "pupils_and_teachers", "pupils and teachers", read_teachers, "pupils teachers projected", year="Academic year",
        pupils="Pupil numbers", teachers="Teacher numbers", projected="Projection", phase="Phase",
    ),
    _format(
        "target_drivers", "drivers of the target", read_drivers, "driver phase subject value", driver="Driver",
        phase="Phase", subject="Subject", value="Value",
    ),
)  # fmt: skip
